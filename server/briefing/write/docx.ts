import type { Buffer } from 'node:buffer'
import type { Block, BriefingDocument, FigureTable, Inline, QuotedClaim } from '../document.ts'
import type { Answers } from '../resolve.ts'
import { AlignmentType, BorderStyle, Document, Footer, FootnoteReferenceRun, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { measures } from '#measures'
import { isFigure } from '../document.ts'
import { definitionOf, isDoubtful, textOf } from '../resolve.ts'

// GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of 28 characters: 29 pt and 15.8 pt; sizes here are in half points, distances in twentieths.
const faces = {
  title: { ascii: 'Times New Roman', eastAsia: '方正小标宋简体', hAnsi: 'Times New Roman' },
  body: { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' },
  heading: { ascii: 'Times New Roman', eastAsia: '黑体', hAnsi: 'Times New Roman' },
} as const
const sizes = { name: 72, title: 44, body: 32, small: 28, table: 24 } as const
const lines = { line: 580, lineRule: LineRuleType.EXACT } as const
const indent = { firstLine: 640 } as const
const red = 'C00000'
const mm = (value: number): number => Math.round(value * 56.693)

/** Who takes the document out, and of when its data is: printed at its end. */
export interface Provenance { exportedBy: string, dataUntil: string | null, asOf: string }

/** Numbers the small print: each measure's definition stands once, where it is first named. */
class Footnotes {
  readonly all: Record<string, { children: Paragraph[] }> = {}
  private readonly numbers = new Map<string, number>()
  private readonly answers: Answers

  constructor(answers: Answers) {
    this.answers = answers
  }

  runs(inline: Inline): (TextRun | FootnoteReferenceRun)[] {
    if (!isFigure(inline))
      return [new TextRun({ text: inline })]
    const text = new TextRun({ text: textOf(inline, this.answers) })
    if (inline.shows === 'change' || this.numbers.has(inline.measure))
      return [text]
    const number = this.numbers.size + 1
    this.numbers.set(inline.measure, number)
    this.all[number] = { children: [new Paragraph({ children: [new TextRun({ text: definitionOf(inline, this.answers), size: 18 })] })] }
    return [text, new FootnoteReferenceRun(number)]
  }
}

function centred(text: string, look: { size: number, font: typeof faces[keyof typeof faces], color?: string, bold?: boolean }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...look })] })
}

function cell(text: string, { head = false, right = false } = {}): TableCell {
  return new TableCell({ children: [new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text, size: sizes.table, font: head ? faces.heading : faces.body })] })] })
}

function tableOf({ caption, rows }: FigureTable, answers: Answers): (Paragraph | Table)[] {
  const compared = rows.some(row => row.change !== null)
  const header = new TableRow({ tableHeader: true, children: ['指标', '数值', ...compared ? ['变化'] : []].map((text, place) => cell(text, { head: true, right: place === 1 })) })
  const body = rows.map(({ value, change }) => new TableRow({ cantSplit: true, children: [cell(measures[value.measure].names.zh), cell(textOf(value, answers), { right: true }), ...compared ? [cell(change ? textOf(change, answers) : '')] : []] }))
  const widths = compared ? [3400, 2000, 3444] : [5400, 3444]
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 240 }, children: [new TextRun({ text: caption, font: faces.heading, size: sizes.small })] }),
    new Table({ width: { size: 8844, type: WidthType.DXA }, columnWidths: widths, rows: [header, ...body] }),
  ]
}

function claimOf({ sentence, source, stated, figure }: QuotedClaim, answers: Answers): Paragraph {
  const doubt = isDoubtful(stated, figure, answers) ? '【口径待核】' : ''
  return new Paragraph({ spacing: lines, indent, children: [new TextRun({ text: `${doubt}原文“${sentence}”（${source}）；据记录为${textOf(figure, answers)}。` })] })
}

function blockOf(block: Block, answers: Answers, notes: Footnotes): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, spacing: lines, indent, children: [new TextRun({ text: block.text, font: faces.heading, size: sizes.body, color: '000000' })] })]
    case 'paragraph': return [new Paragraph({ spacing: lines, indent, children: block.inlines.flatMap(inline => notes.runs(inline)) })]
    case 'table': return tableOf(block, answers)
    case 'claim': return [claimOf(block, answers)]
  }
}

function headOf({ masthead, title, subtitle }: BriefingDocument): Paragraph[] {
  const { name, issue, unit, date } = masthead
  return [
    centred(name, { size: sizes.name, font: faces.title, color: red, bold: true }),
    centred(issue, { size: sizes.body, font: faces.body }),
    new Paragraph({ spacing: { after: 480 }, border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } }, tabStops: [{ type: 'right', position: 8844 }], children: [new TextRun({ text: `${unit}\t${date}`, size: sizes.small })] }),
    centred(title, { size: sizes.title, font: faces.title }),
    centred(subtitle, { size: sizes.body, font: faces.body }),
    new Paragraph({ spacing: lines, children: [] }),
  ]
}

function endOf({ ending }: BriefingDocument, { exportedBy, dataUntil, asOf }: Provenance): Paragraph[] {
  const line = (text: string, border: object): Paragraph => new Paragraph({ border, children: [new TextRun({ text, size: sizes.small })] })
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 2 })
  const sent = [...ending.copyTo ? [`抄送：${ending.copyTo}`] : [], ...ending.distributeTo ? [`分送：${ending.distributeTo}`] : []]
  return [
    new Paragraph({ spacing: lines, children: [] }),
    ...sent.map((text, place) => line(text, { top: rule(place === 0 ? 8 : 6) })),
    line(ending.printed, { top: rule(sent.length > 0 ? 6 : 8), bottom: rule(8) }),
    new Paragraph({ children: [new TextRun({ text: `数据截至 ${dataUntil ?? '—'}；生成于 ${asOf}；导出人 ${exportedBy}`, size: 18, color: '595959' })] }),
  ]
}

/** A briefing as an editable Word document in official layout: real headings, tables and footnotes, fonts by name with nothing embedded. */
export async function briefingDocx(document: BriefingDocument, answers: Answers, provenance: Provenance): Promise<Buffer> {
  const notes = new Footnotes(answers)
  const children = [...headOf(document), ...document.blocks.flatMap(block => blockOf(block, answers, notes)), ...endOf(document, provenance)]
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: sizes.small, children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
  const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(28) } }
  return Packer.toBuffer(new Document({
    title: document.title,
    creator: provenance.exportedBy,
    styles: { default: { document: { run: { font: faces.body, size: sizes.body } } } },
    footnotes: notes.all,
    sections: [{ properties: { page }, footers: { default: footer }, children }],
  }))
}
