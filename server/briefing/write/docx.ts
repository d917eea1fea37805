import type { Buffer } from 'node:buffer'
import type { Block, BriefingDocument, SeriesBlock } from '../document.ts'
import type { PngPicture } from '../picture/png.ts'
import type { Written } from './written.ts'
import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { paperWords } from '#measures'
import { seriesPng } from '../picture/png.ts'
import { blockDocx, Footnotes } from './docxBlocks.ts'
import { centred, faces, lines, mm, red, sizes, textWidth } from './style.ts'
import { fileWords } from './words.ts'
import { seriesAt } from './written.ts'

function headOf({ masthead, title, subtitle }: BriefingDocument): Paragraph[] {
  const { name, issue, unit, date } = masthead
  // Without a name there is no red masthead: a plain report.
  const rule = name ? { border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } } } : {}
  return [
    ...name ? [centred(name, { size: sizes.name, font: faces.title, color: red, bold: true })] : [],
    centred(issue, { size: sizes.body, font: faces.body }),
    new Paragraph({ spacing: { after: 480 }, ...rule, tabStops: [{ type: 'right', position: textWidth }], children: [new TextRun({ text: `${unit}\t${date}`, size: sizes.small })] }),
    centred(title, { size: sizes.title, font: faces.title }),
    centred(subtitle, { size: sizes.body, font: faces.body }),
    new Paragraph({ spacing: lines, children: [] }),
  ]
}

/** Of when the figures are, and for a frozen issue who answers for it; who took it out stands in the file's properties, so that every copy of an issue has one text. */
export function provenanceLine({ document, standing, dataUntil, exported }: Written): string {
  const say = { ...paperWords[document.language], ...fileWords[document.language] }
  const until = `${say.dataUntil}${dataUntil ?? '—'}`
  if (standing.state === 'draft')
    return [until, `${say.asOf}${exported.at}`, `${say.exportedBy}${exported.by}`].join(say.between)
  return [until, `${say.frozen}${standing.at}`, `${say.author}${standing.author}`, `${say.approver}${standing.approver}`, `${say.hash}${standing.hash}`].join(say.between)
}

function endOf(written: Written): Paragraph[] {
  const { ending, language } = written.document
  const say = { ...paperWords[language], ...fileWords[language] }
  const line = (text: string, border: object): Paragraph => new Paragraph({ border, children: [new TextRun({ text, size: sizes.small })] })
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 2 })
  const sent = [...ending.copyTo ? [`${say.copyTo}${ending.copyTo}`] : [], ...ending.distributeTo ? [`${say.distributeTo}${ending.distributeTo}`] : []]
  return [
    new Paragraph({ spacing: lines, children: [] }),
    ...sent.map((text, place) => line(text, { top: rule(place === 0 ? 8 : 6) })),
    line(ending.printed, { top: rule(sent.length > 0 ? 6 : 8), bottom: rule(8) }),
    new Paragraph({ children: [new TextRun({ text: provenanceLine(written), size: sizes.note, color: '595959' })] }),
  ]
}

function withdrawnNotice({ document, standing }: Written): Paragraph[] {
  return standing.state === 'withdrawn' ? [centred(`${fileWords[document.language].withdrawn}${standing.withdrawnWhy}`, { size: sizes.body, font: faces.heading, color: red })] : []
}

const isChart = (block: { kind: string }): block is SeriesBlock => block.kind === 'chart'

/** A briefing as an editable Word document in official layout: real headings, tables and footnotes, fonts by name with nothing embedded. */
export async function briefingDocx(written: Written): Promise<Buffer> {
  const { document, readings, exported, standing } = written
  const { language } = document
  const pictures = new Map<Block, PngPicture>()
  for (const block of document.blocks.filter(isChart))
    pictures.set(block, await seriesPng(block.series, seriesAt(readings, block.series), { title: block.caption, language }))
  const parts = { written, notes: new Footnotes(), pictures }
  const children = [...withdrawnNotice(written), ...headOf(document), ...document.blocks.flatMap(block => blockDocx(block, parts)), ...endOf(written)]
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: sizes.small, children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
  const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(28) } }
  const say = { ...paperWords[language], ...fileWords[language] }
  return Packer.toBuffer(new Document({
    title: document.title,
    creator: standing.state === 'draft' ? exported.by : standing.author,
    lastModifiedBy: exported.by,
    description: `${written.from}..${written.to}${say.between}${say.exportedBy}${exported.by}${say.between}${exported.at}`,
    styles: { default: { document: { run: { font: faces.body, size: sizes.body } } } },
    footnotes: parts.notes.all,
    sections: [{ properties: { page }, footers: { default: footer }, children }],
  }))
}
