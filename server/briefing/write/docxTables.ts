import type { TableCell } from 'docx'
import type { FigureTable, SeriesBlock, TextTable } from '../document.ts'
import type { BlockParts, Made } from './docxParts.ts'
import { Table, TableRow, WidthType } from 'docx'
import { figureTableContent, gridContent, rowHeading } from '#measures'
import { captionOf } from './docxParts.ts'
import { cell, sizes, styled, textRuns, textWidth, widthOf } from './style.ts'
import { readingAt, seriesAt } from './written.ts'

/** The most rows of a table that is kept on one page. */
const wholeRows = 14

/**
 * Whether a row is kept with the next one: all rows of a short table; of a longer one the first two and the
 * last three.
 */
const isKept = (place: number, rows: readonly unknown[]): boolean =>
  place < rows.length - 1 && (rows.length <= wholeRows || place < 2 || place >= rows.length - 3)

/** A table whose first row repeats on each page. */
export function tableOf(columnWidths: number[], [head, ...body]: readonly TableCell[][]): Table {
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head ?? [] }),
      ...body.map(children => new TableRow({ cantSplit: true, children })),
    ],
  })
}

/** A table with one row per measure: name, unit, number, and change where there is a comparison. */
export function figureTable(block: FigureTable, parts: BlockParts): Made {
  const { written, notes } = parts
  const { headings, compared, rows } = figureTableContent(
    block.rows,
    ref => readingAt(written.readings, ref),
    written.document.language,
  )
  const body = rows.map(({ label, unit, number, value, change }, place) => {
    const keepNext = isKept(place, rows)
    return [
      cell([...textRuns(label), ...notes.mark(value.measure)], { keepNext }),
      cell(unit, { keepNext }),
      cell(number, { kind: 'tableNumber', keepNext }),
      ...(compared ? [cell(change?.text ?? '', { keepNext })] : []),
    ]
  })
  return [
    captionOf(block, parts),
    tableOf(compared ? [2900, 1244, 1700, 3000] : [4200, 1844, 2800], [
      headings.map(text => cell(text, { kind: 'tableHead' })),
      ...body,
    ]),
  ]
}

function gridWidths({ series }: SeriesBlock): number[] {
  // Names of members need more room than months.
  const share = series.by === '' ? 0.16 : series.measures.length > 3 ? 0.22 : 0.4
  const first = Math.round(textWidth * share)
  const rest = Math.floor((textWidth - first) / series.measures.length)
  return [first, ...series.measures.map(() => rest)]
}

/** A series as a table: one row per member or bucket of time, and a total. */
export function gridTable(block: SeriesBlock, parts: BlockParts): Made {
  const { written, notes } = parts
  const reading = seriesAt(written.readings, block.series)
  if (reading.rows.length === 0) return []
  const { unitLine, columns, rows } = gridContent(block.series, reading, written.document.language)
  const tight = columns.length > 3
  const body = rows.map(({ row, cells }, place) => {
    const keepNext = isKept(place, rows)
    return [
      cell(row.label, { tight, keepNext }),
      ...cells.map(text => cell(text, { kind: 'tableNumber', tight, keepNext })),
    ]
  })
  return [
    captionOf(block, parts),
    ...(unitLine ? [styled('unitLine', unitLine)] : []),
    tableOf(gridWidths(block), [
      [
        cell(rowHeading(block.series, written.document.language), { kind: 'tableHead', tight }),
        ...columns.map(({ measure, heading }) =>
          cell([...textRuns(heading, tight ? { size: sizes.tight } : {}), ...notes.mark(measure)], {
            kind: 'tableHead',
            tight,
          }),
        ),
      ],
      ...body,
    ]),
  ]
}

/** The narrowest and the widest column, in full-width characters; longer text wraps. */
const [narrowest, widest] = [3, 18]

/** Column widths in proportion to their longest text. */
export function textWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const wanted = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map(row => widthOf(row[column] ?? '')))
    return Math.min(widest, Math.max(narrowest, longest + 1))
  })
  const sum = wanted.reduce((all, width) => all + width, 0)
  return wanted.map(width => Math.floor((textWidth * width) / sum))
}

/** A table of typed text. */
export function textTable(block: TextTable, parts: BlockParts): Made {
  const { rows } = block
  const columns = Math.max(...rows.map(row => row.length))
  const tight = columns > 4
  const [head = [], ...body] = rows
  const cells = (row: readonly string[], kind: 'tableHead' | 'tableText'): TableCell[] =>
    Array.from({ length: columns }, (_, column) => cell(row[column] ?? '', { kind, tight }))
  return [
    captionOf(block, parts),
    tableOf(textWidths(rows, columns), [
      cells(head, 'tableHead'),
      ...body.map(row => cells(row, 'tableText')),
    ]),
  ]
}
