import type { Buffer } from 'node:buffer'
import type { SeriesRef } from '#measures'
import type { Block, PhotoBlock } from '../document.ts'
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

/** The available pictures and photos, those that were used, and the measures and styles of the template. */
export interface Stock {
  pictures: ReadonlyMap<string, PngPicture>
  used: { relation: string; file: string; data: Buffer }[]
  /** The width between the page margins, in points. */
  width: number
  styles: { table: string; heading1: string; heading2: string }
}
interface Making {
  filling: Filling
  stock: Stock
}

const nothing = { zh: '（这一时期没有数据）', en: '(No data in this period)' } as const
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

/** A table with one row per measure: name, unit, value and change. */
export const figuresXml = (
  wanted: Extract<TableWanted, { rows: 'measures' }>,
  look: FieldLook,
  making: Making,
): string => figureRowsXml(figureRows(wanted, making.filling.dates), look, making)

/** The text in place of a table or a chart without rows, since a caption may be above it. */
const nothingXml = (look: FieldLook, { filling }: Making): string =>
  paragraphXml(nothing[filling.written.document.language], look)

/** A table of members or of time, or a text where it has no rows. */
export function seriesXml(ref: SeriesRef, look: FieldLook, making: Making): string {
  const { document, readings } = making.filling.written
  const reading = seriesAt(readings, ref)
  if (reading.rows.length === 0) return nothingXml(look, making)
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

/** Adds a picture to the file and shows it at a width in points. */
function placedXml(
  { data, width, height }: { data: Buffer; width: number; height: number },
  { words, shownWidth, extension }: { words: string; shownWidth: number; extension: 'png' | 'jpg' },
  { look, stock }: { look: FieldLook; stock: Stock },
): string {
  const id = stock.used.length + 1
  const [relation, file] = [`rIdBrightWindow${id}`, `bright-window-${id}.${extension}`]
  stock.used.push({ relation, file, data })
  return pictureXml({ relation, id, words, width: shownWidth, height: (height / width) * shownWidth }, look)
}

/** The largest height of a photo in points, which leaves room for text on its page. */
const photoHeight = 255

function photoXml({ photo, caption }: PhotoBlock, look: FieldLook, { filling, stock }: Making): string {
  const picture = filling.written.photos?.get(photo)
  if (!picture) return ''
  const shownWidth = Math.min(stock.width, (picture.width / picture.height) * photoHeight)
  return placedXml(picture, { words: caption, shownWidth, extension: picture.type }, { look, stock })
}

/** A chart of a series, as wide as the text. */
export function chartXml(ref: SeriesRef, look: FieldLook, making: Making): string {
  const { filling, stock } = making
  const { document, readings } = filling.written
  const picture = stock.pictures.get(referenceKey(ref))
  if (!picture) return nothingXml(look, making)
  const words = seriesWords('', seriesAt(readings, ref), document.language)
  return placedXml(picture, { words, shownWidth: stock.width, extension: 'png' }, { look, stock })
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
    : paragraphXml(text, { style: styleXml(own), direct: '', letters: '' })
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
    case 'photo':
      return photoXml(block, look, making)
    case 'textTable':
      return tableXml(block.rows, withTableStyle(look, making))
    case 'note':
    case 'claim':
      return ''
  }
}

/**
 * The text of a briefing as XML: paragraphs in the format of the field, tables and pictures with captions.
 */
export function blocksXml(blocks: readonly Block[], look: FieldLook, making: Making): string {
  const numbers = captionNumbers(blocks, making.filling.written.document.language)
  return blocks
    .map((block, place) => {
      const made = blockXml(block, look, making)
      if (!('caption' in block) || made === '') return made
      const words = [numbers[place], block.caption].filter(Boolean).join('\u3000')
      const caption = paragraphXml(words, look, { properties: '<w:jc w:val="center"/>', isBold: true })
      return block.kind === 'chart' || block.kind === 'photo' ? `${made}${caption}` : `${caption}${made}`
    })
    .join('')
}
