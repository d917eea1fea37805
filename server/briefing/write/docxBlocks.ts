import type { ParagraphChild } from 'docx'
import type { FigureRef, MeasureId } from '#measures'
import type { Block, FigureTable, Inline, QuotedClaim, SeriesBlock } from '../document.ts'
import type { PngPicture } from '../picture/png.ts'
import type { Written } from './written.ts'
import { AlignmentType, FootnoteReferenceRun, HeadingLevel, ImageRun, Paragraph, Table, TableRow, TextRun, WidthType } from 'docx'
import { claimWords, measures, paperWords, seriesWords } from '#measures'
import { isFigure } from '../document.ts'
import { cell, faces, indent, lines, sizes, textWidth } from './style.ts'
import { fileWords } from './words.ts'
import { readingAt, seriesAt } from './written.ts'

/** Numbers the small print: each measure's definition stands once, where it is first named. */
export class Footnotes {
  readonly all: Record<string, { children: Paragraph[] }> = {}
  private readonly numbers = new Map<MeasureId, number>()

  /** The mark of a definition; nothing where the measure has had its own. */
  mark(measure: MeasureId, definition: string): FootnoteReferenceRun[] {
    if (this.numbers.has(measure))
      return []
    const number = this.numbers.size + 1
    this.numbers.set(measure, number)
    this.all[number] = { children: [new Paragraph({ children: [new TextRun({ text: definition, size: sizes.note })] })] }
    return [new FootnoteReferenceRun(number)]
  }
}

/** What blocks are written from. */
export interface BlockParts { written: Written, notes: Footnotes, pictures: ReadonlyMap<Block, PngPicture> }

type Made = (Paragraph | Table)[]

function figureRuns(ref: FigureRef, { written, notes }: BlockParts): ParagraphChild[] {
  const { text, definition, fingerprint } = readingAt(written.readings, ref)
  return [new TextRun({ text }), ...ref.shows === 'value' ? notes.mark(ref.measure, noteOf({ definition, fingerprint }, written)) : []]
}

/** A definition with its version: which way of counting the number followed. */
function noteOf({ definition, fingerprint }: { definition: string, fingerprint: string }, { document }: Written): string {
  return `${definition}${paperWords[document.language].between}${fileWords[document.language].version}${fingerprint}`
}

function inlineRuns(inline: Inline, parts: BlockParts): ParagraphChild[] {
  if (typeof inline === 'string')
    return [new TextRun({ text: inline })]
  return isFigure(inline) ? figureRuns(inline, parts) : [new TextRun({ text: inline.text, bold: true })]
}

function captionOf(text: string, marks: FootnoteReferenceRun[] = []): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 240 }, children: [new TextRun({ text, font: faces.heading, size: sizes.small }), ...marks] })
}

function tableOf({ caption, rows }: FigureTable, { written }: BlockParts): Made {
  const say = paperWords[written.document.language]
  const { language } = written.document
  const compared = rows.some(row => row.change !== null)
  const header = new TableRow({ tableHeader: true, children: [say.measure, say.value, ...compared ? [say.change] : []].map((text, place) => cell(text, { head: true, right: place === 1 })) })
  const body = rows.map(({ label, value, change }) => new TableRow({ cantSplit: true, children: [cell(label ?? measures[value.measure].names[language]), cell(readingAt(written.readings, value).text, { right: true }), ...compared ? [cell(change ? readingAt(written.readings, change).text : '')] : []] }))
  return [captionOf(caption), new Table({ width: { size: textWidth, type: WidthType.DXA }, columnWidths: compared ? [3400, 2000, 3444] : [5400, 3444], rows: [header, ...body] })]
}

function gridOf({ caption, series }: SeriesBlock, { written, notes }: BlockParts): Made {
  const { language } = written.document
  const reading = seriesAt(written.readings, series)
  const size = series.measures.length > 3 ? sizes.tight : sizes.table
  const first = Math.round(textWidth * (series.measures.length > 3 ? 0.28 : 0.4))
  const rest = Math.floor((textWidth - first) / series.measures.length)
  const header = new TableRow({ tableHeader: true, children: [cell('', { head: true, size }), ...series.measures.map(id => cell(measures[id].names[language], { head: true, right: true, size }))] })
  const body = reading.rows.map(row => new TableRow({ cantSplit: true, children: [cell(row.label, { size }), ...row.cells.map(({ text }) => cell(text, { right: true, size }))] }))
  const marks = series.measures.flatMap((id, place) => notes.mark(id, noteOf({ definition: reading.definitions[place] ?? '', fingerprint: reading.fingerprints[place] ?? '' }, written)))
  return [captionOf(caption, marks), new Table({ width: { size: textWidth, type: WidthType.DXA }, columnWidths: [first, ...series.measures.map(() => rest)], rows: [header, ...body] })]
}

const shownWidth = 560

function chartOf(block: SeriesBlock, { written, notes, pictures }: BlockParts): Made {
  const picture = pictures.get(block)
  const reading = seriesAt(written.readings, block.series)
  const [measure] = block.series.measures
  if (!picture || !measure)
    return []
  const marks = notes.mark(measure, noteOf({ definition: reading.definitions[0] ?? '', fingerprint: reading.fingerprints[0] ?? '' }, written))
  // Numbered here: left to itself the library counts on from one document to the next, and no two copies would be the same.
  const id = String([...pictures.keys()].indexOf(block) + 1)
  const altText = { id, name: block.caption, title: block.caption, description: seriesWords(block.caption, reading, written.document.language) }
  const image = new ImageRun({ type: 'png', data: picture.data, transformation: { width: shownWidth, height: Math.round(picture.height / picture.width * shownWidth) }, altText })
  return [captionOf(block.caption, marks), new Paragraph({ alignment: AlignmentType.CENTER, children: [image] })]
}

function claimOf(block: QuotedClaim, { written }: BlockParts): Paragraph {
  const { text, value } = readingAt(written.readings, block.figure)
  const { before, after } = claimWords(block, value, written.document.language)
  return new Paragraph({ spacing: lines, indent, children: [new TextRun({ text: `${before}${text}${after}` })] })
}

function headingOf({ text, level }: Extract<Block, { kind: 'heading' }>): Paragraph {
  const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return new Paragraph({ heading, keepNext: true, spacing: lines, indent, children: [new TextRun({ text, font: level === 1 ? faces.heading : faces.second, size: sizes.body, color: '000000' })] })
}

/** One block as Word has it. */
export function blockDocx(block: Block, parts: BlockParts): Made {
  switch (block.kind) {
    case 'heading': return [headingOf(block)]
    case 'paragraph': return [new Paragraph({ spacing: lines, indent, children: block.inlines.flatMap(inline => inlineRuns(inline, parts)) })]
    case 'table': return tableOf(block, parts)
    case 'grid': return gridOf(block, parts)
    case 'chart': return chartOf(block, parts)
    case 'claim': return [claimOf(block, parts)]
  }
}
