import type { TableCell } from 'docx'
import type { MeasureId } from '#measures'
import type { FigureTable, SeriesBlock, TextTable } from '../document.ts'
import type { BlockParts, Made } from './docxParts.ts'
import { Table, TableRow, WidthType } from 'docx'
import { columnUnit, measures, paperWords, splitUnit } from '#measures'
import { captionOf } from './docxParts.ts'
import { cell, styled, textRuns, textWidth } from './style.ts'
import { readingAt, seriesAt } from './written.ts'

/** True for a row that stays on the page of the next: the first below the headings, and the last but one. */
const isKept = (place: number, rows: readonly unknown[]): boolean => place === 0 || place === rows.length - 2

function tableOf(columnWidths: number[], [head, ...body]: readonly TableCell[][]): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head ?? [] }),
      ...body.map(children => new TableRow({ cantSplit: true, children })),
    ],
  })
}

/** One row a measure: its name, its unit, its number, its change where something is compared. */
export function figureTable(block: FigureTable, parts: BlockParts): Made {
  const { written, notes } = parts
  const { language } = written.document
  const { rows } = block
  const say = paperWords[language]
  const compared = rows.some(
    ({ change }) => change !== null && readingAt(written.readings, change).text !== '',
  )
  const headings = [say.measure, say.unit, say.value, ...(compared ? [say.change] : [])]
  const body = rows.map(({ label, value, change }, place) => {
    const keepNext = isKept(place, rows)
    const { number, unit } = splitUnit(readingAt(written.readings, value).text)
    return [
      cell([...textRuns(label ?? measures[value.measure].names[language]), ...notes.mark(value.measure)], {
        keepNext,
      }),
      cell(unit, { keepNext }),
      cell(number, { kind: 'tableNumber', keepNext }),
      ...(compared ? [cell(change ? readingAt(written.readings, change).text : '', { keepNext })] : []),
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

/** Cell texts by row; a column's unit stands in its heading and no more in its cells. */
function columnsOf(block: SeriesBlock, { written }: BlockParts): { units: string[]; shared: string } {
  const { rows, total } = seriesAt(written.readings, block.series)
  const units = block.series.measures.map((_, place) =>
    columnUnit([...rows, ...(total ? [total] : [])].map(row => row.cells[place]?.text ?? '')),
  )
  const [first = ''] = units
  return { units, shared: first !== '' && units.every(unit => unit === first) ? first : '' }
}

const bare = (text: string, unit: string): string => (unit === '' ? text : splitUnit(text).number)

function gridWidths({ series }: SeriesBlock): number[] {
  // Names of members take more room than months.
  const share = series.by === '' ? 0.16 : series.measures.length > 3 ? 0.28 : 0.4
  const first = Math.round(textWidth * share)
  const rest = Math.floor((textWidth - first) / series.measures.length)
  return [first, ...series.measures.map(() => rest)]
}

/** A series as a table: a row a member or a bucket of time, and all of them together. */
export function gridTable(block: SeriesBlock, parts: BlockParts): Made {
  const { written, notes } = parts
  const { language } = written.document
  const { series } = block
  const { rows, total } = seriesAt(written.readings, series)
  if (rows.length === 0) return []
  const say = paperWords[language]
  const { units, shared } = columnsOf(block, parts)
  const tight = series.measures.length > 3
  const heading = (id: MeasureId, place: number): string => {
    const unit = shared === '' ? (units[place] ?? '') : ''
    const name = measures[id].names[language]
    return unit === '' ? name : language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`
  }
  const all = total ? [...rows, total] : rows
  const body = all.map((row, place) => {
    const keepNext = isKept(place, all)
    return [
      cell(row.label, { tight, keepNext }),
      ...row.cells.map(({ text }, column) =>
        cell(bare(text, units[column] ?? ''), { kind: 'tableNumber', tight, keepNext }),
      ),
    ]
  })
  return [
    captionOf(block, parts),
    ...(shared ? [styled('unitLine', `${say.unit}${say.colon}${shared}`)] : []),
    tableOf(gridWidths(block), [
      [
        cell('', { kind: 'tableHead', tight }),
        ...series.measures.map((id, place) =>
          cell([...textRuns(heading(id, place)), ...notes.mark(id)], { kind: 'tableHead', tight }),
        ),
      ],
      ...body,
    ]),
  ]
}

/** A table of the writer's own text. */
export function textTable(block: TextTable, parts: BlockParts): Made {
  const { rows } = block
  const columns = Math.max(...rows.map(row => row.length))
  const tight = columns > 4
  const [head = [], ...body] = rows
  const cells = (row: readonly string[], kind: 'tableHead' | 'tableText'): TableCell[] =>
    Array.from({ length: columns }, (_, column) => cell(row[column] ?? '', { kind, tight }))
  return [
    captionOf(block, parts),
    tableOf(
      Array.from({ length: columns }, () => Math.floor(textWidth / columns)),
      [cells(head, 'tableHead'), ...body.map(row => cells(row, 'tableText'))],
    ),
  ]
}
