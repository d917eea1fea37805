import type { Buffer } from 'node:buffer'
import type { SeriesRef } from '#measures'
import type { Block } from '../document.ts'
import type { PngPicture } from '../picture/png.ts'
import type { Filling } from './filling.ts'
import type { FieldLook } from './merge.ts'
import type { TableWanted } from './seriesFields.ts'
import {
  captionNumbers,
  figureTableContent,
  gridContent,
  referenceKey,
  rowHeading,
  seriesWords,
} from '#measures'
import { headingInlines } from '../document.ts'
import { readingAt, seriesAt, settledTexts } from '../write/written.ts'
import { figureRows } from './references.ts'
import { paragraphXml, pictureXml, tableXml } from './wordXml.ts'

/** Pictures that may be shown, those that were, and the measures and styles of the template. */
export interface Stock {
  pictures: ReadonlyMap<string, PngPicture>
  used: { relation: string; file: string; data: Buffer }[]
  /** Between the margins, in points. */
  width: number
  styles: { table: string; heading1: string; heading2: string }
}
interface Making {
  filling: Filling
  stock: Stock
}

const withTableStyle = (look: FieldLook, { stock }: Making) => ({ ...look, tableStyle: stock.styles.table })

type FigureRows = Parameters<typeof figureTableContent>[0]

function figureRowsXml(rows: FigureRows, look: FieldLook, making: Making): string {
  const { document, readings } = making.filling.written
  const {
    headings,
    compared,
    rows: made,
  } = figureTableContent(rows, ref => readingAt(readings, ref), document.language)
  const body = made.map(({ label, unit, number, change }) => [
    label,
    unit,
    number,
    ...(compared ? [change?.text ?? ''] : []),
  ])
  return tableXml([headings, ...body], withTableStyle(look, making))
}

/** One row a measure: its name, its unit, its number and its change. */
export const figuresXml = (
  wanted: Extract<TableWanted, { rows: 'measures' }>,
  look: FieldLook,
  making: Making,
): string => figureRowsXml(figureRows(wanted, making.filling.dates), look, making)

/** Rows of members or of time; a line that nothing is known where there is none. */
export function seriesXml(ref: SeriesRef, look: FieldLook, making: Making): string {
  const { document, readings } = making.filling.written
  const reading = seriesAt(readings, ref)
  if (reading.rows.length === 0) return paragraphXml('—', look)
  const { unitLine, columns, rows } = gridContent(ref, reading, document.language)
  const table = tableXml(
    [
      [rowHeading(ref, document.language), ...columns.map(({ heading }) => heading)],
      ...rows.map(({ row, cells }) => [row.label, ...cells]),
    ],
    withTableStyle(look, making),
  )
  return unitLine === ''
    ? table
    : `${paragraphXml(unitLine, look, { properties: '<w:keepNext/><w:jc w:val="right"/>' })}${table}`
}

/** A picture of a series as wide as the text. */
export function chartXml(ref: SeriesRef, look: FieldLook, { filling, stock }: Making): string {
  const { document, readings } = filling.written
  const picture = stock.pictures.get(referenceKey(ref))
  if (!picture) return paragraphXml('—', look)
  const id = stock.used.length + 1
  const [relation, file] = [`rIdBrightWindow${id}`, `bright-window-${id}.png`]
  stock.used.push({ relation, file, data: picture.data })
  const words = seriesWords('', seriesAt(readings, ref), document.language)
  const height = (picture.height / picture.width) * stock.width
  return pictureXml({ relation, id, words, width: stock.width, height }, look)
}

const styleXml = (id: string): string => `<w:pStyle w:val="${id}"/>`

function headingXml(
  block: Extract<Block, { kind: 'heading' }>,
  look: FieldLook,
  { filling, stock }: Making,
): string {
  const text = settledTexts(headingInlines(block), filling.written.readings).join('')
  const own = block.level === 1 ? stock.styles.heading1 : stock.styles.heading2
  return own === ''
    ? paragraphXml(text, look, { isBold: true })
    : paragraphXml(text, { style: styleXml(own), letters: '' })
}

function blockXml(block: Block, look: FieldLook, making: Making): string {
  const { readings } = making.filling.written
  switch (block.kind) {
    case 'heading':
      return headingXml(block, look, making)
    case 'paragraph': {
      const text = settledTexts(block.inlines, readings).join('')
      return text.trim() === '' ? '' : paragraphXml(text, look)
    }
    case 'table':
      return figureRowsXml(block.rows, look, making)
    case 'grid':
      return seriesXml(block.series, look, making)
    case 'chart':
      return chartXml(block.series, look, making)
    case 'textTable':
      return tableXml(block.rows, withTableStyle(look, making))
    case 'note':
    case 'claim':
      return ''
  }
}

/** The text of a briefing: its paragraphs with the look of the field, tables and pictures with captions. */
export function blocksXml(blocks: readonly Block[], look: FieldLook, making: Making): string {
  const numbers = captionNumbers(blocks, making.filling.written.document.language)
  return blocks
    .map((block, place) => {
      const made = blockXml(block, look, making)
      if (!('caption' in block) || made === '') return made
      const words = [numbers[place], block.caption].filter(Boolean).join('\u3000')
      const caption = paragraphXml(words, look, { properties: '<w:jc w:val="center"/>', isBold: true })
      return block.kind === 'chart' ? `${made}${caption}` : `${caption}${made}`
    })
    .join('')
}
