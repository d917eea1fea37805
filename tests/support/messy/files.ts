import type { Random } from '../../../prisma/demo/random.ts'
import type { Table } from './tables.ts'
import { Buffer } from 'node:buffer'
import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'

/** A messy file, and how it was made. */
export interface MessyFile {
  name: string
  bytes: Buffer
  /** How it was made, for the message of a failing test. */
  made: string
  /** True where each month has a sheet; the test then chooses to read them together, as a person would. */
  sheetAMonth: boolean
}

interface Lines {
  above: string[][]
  headings: string[][]
  below: string[][]
  /** Merged ranges of a workbook: from row, from column, to row, to column. */
  merges: [number, number, number, number][]
}

/** Lines around the table: titles, two-line headings, totals, signatures. */
function around(table: Table, random: Random, workbook: boolean): { lines: Lines; made: string[] } {
  const made: string[] = []
  const width = table.headings.length
  const line = (...texts: string[]): string[] => [
    ...texts,
    ...Array.from({ length: Math.max(0, width - texts.length) }, () => ''),
  ]
  const above: string[][] = []
  const merges: Lines['merges'] = []
  if (random.chance(0.4)) {
    if (workbook) merges.push([0, 0, 0, width - 1])
    above.push(line(`某县${table.title}`))
    made.push('title')
    if (random.chance(0.4)) above.push(line(`导出时间：2026-11-20 10:00`))
  }
  if (table.unitLine !== null) above.push(line(table.unitLine))
  const headings = [table.headings]
  if (workbook && random.chance(0.2)) {
    // The last two columns stand under one heading; the others are merged over both lines.
    const top = above.length
    const upper = table.headings.map((text, place) =>
      place < width - 2 ? text : place === width - 2 ? '办理情况' : '',
    )
    const lower = table.headings.map((text, place) => (place < width - 2 ? '' : text))
    headings.splice(0, 1, upper, lower)
    for (let place = 0; place < width - 2; place++) merges.push([top, place, top + 1, place])
    merges.push([top, width - 2, top, width - 1])
    made.push('two-line headings')
  }
  const below: string[][] = []
  if (random.chance(0.3)) {
    below.push(line(random.pick(['合计', '总计', '小计']), String(table.rows.length)))
    made.push('total')
  }
  if (random.chance(0.2)) {
    below.push(line('制表人：林某', '审核人：陈某'))
    made.push('signature')
  }
  return { lines: { above, headings, below, merges }, made }
}

/** The rows of a table, sometimes with a subtotal after each group. */
function withSubtotals(table: Table, random: Random): { rows: string[][]; made: string[] } {
  const [place] = table.groups
  if (place === undefined || !random.chance(0.15)) return { rows: table.rows, made: [] }
  const rows = table.rows.flatMap((cells, row) => {
    const last = table.rows[row + 1]?.[place] !== cells[place]
    const blank = cells.map(() => '')
    return last ? [cells, ['小计', ...blank.slice(1)]] : [cells]
  })
  return { rows, made: ['subtotals'] }
}

type Cell = string | number | Date

/** The cells of a row for a workbook: some systems store dates and numbers as such. */
function typed(cells: readonly string[], table: Table): Cell[] {
  return cells.map((text, place) => {
    const day = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(text)
    if (table.dayPlaces.includes(place) && day)
      return new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
    return table.numberPlaces.includes(place) && text !== '' ? Number(text) : text
  })
}

/** Runs of equal neighbours in a column, of two rows or more. */
function runs(rows: readonly string[][], place: number): [from: number, to: number][] {
  const spans: [number, number][] = []
  let from = 0
  for (let row = 1; row <= rows.length; row++) {
    if (row < rows.length && rows[row]?.[place] === rows[from]?.[place]) continue
    if (row - from > 1) spans.push([from, row - 1])
    from = row
  }
  return spans
}

function sheetOf(table: Table, random: Random, made: Set<string>) {
  const { lines, made: lineMade } = around(table, random, true)
  lineMade.forEach(name => made.add(name))
  const subtotals = withSubtotals(table, random)
  subtotals.made.forEach(name => made.add(name))
  const rows = subtotals.rows.map(cells => [...cells])
  const top = lines.above.length + lines.headings.length
  for (const place of random.chance(0.3) ? table.groups : []) {
    for (const [from, to] of runs(rows, place)) {
      for (let row = from + 1; row <= to; row++) (rows[row] as string[])[place] = ''
      lines.merges.push([top + from, place, top + to, place])
      made.add('merged cells')
    }
  }
  const asValues = random.chance(0.3)
  if (asValues) made.add('cells of dates and numbers')
  const shown: Cell[][] = asValues ? rows.map(cells => typed(cells, table)) : rows
  const sheet = utils.aoa_to_sheet([...lines.above, ...lines.headings, ...shown, ...lines.below], {
    UTC: true,
    cellDates: true,
    dateNF: random.pick(['yyyy-mm-dd', 'yyyy/m/d', 'yyyy"年"m"月"d"日"', 'm/d/yy']),
  })
  sheet['!merges'] = lines.merges.map(([fromRow, fromColumn, toRow, toColumn]) => ({
    s: { r: fromRow, c: fromColumn },
    e: { r: toRow, c: toColumn },
  }))
  return sheet
}

function workbookOf(table: Table, random: Random): MessyFile {
  const made = new Set<string>()
  const book = utils.book_new()
  const months = [...new Set(table.rows.map((_, row) => table.months(row)))].sort()
  const sheetAMonth = months.length > 1 && random.chance(0.25)
  if (sheetAMonth) {
    made.add('a sheet a month')
    for (const month of months) {
      const rows = table.rows.filter((_, row) => table.months(row) === month)
      // Headings are the same on all sheets, as in files from a system.
      const above = table.unitLine === null ? [] : [[table.unitLine]]
      const sheet = utils.aoa_to_sheet([...above, table.headings, ...rows])
      utils.book_append_sheet(book, sheet, `${Number(month.slice(5))}月`)
    }
  } else {
    utils.book_append_sheet(book, sheetOf(table, random, made), 'Sheet1')
  }
  const bookType = random.pick(['xlsx', 'xlsx', 'xlsx', 'biff8', 'html'] as const)
  const chosen = sheetAMonth && bookType === 'html' ? 'xlsx' : bookType
  const bytes = Buffer.from(write(book, { type: 'buffer', bookType: chosen }) as Uint8Array)
  const name = chosen === 'xlsx' ? 'export.xlsx' : 'export.xls'
  return { name, bytes, made: [chosen, ...made].join(', '), sheetAMonth }
}

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text

function textFileOf(table: Table, random: Random): MessyFile {
  const { lines, made } = around(table, random, false)
  const delimiter = random.pick([',', ',', '\t', ';'])
  const encoding = random.pick(['utf-8', 'utf-8', 'gb18030', 'utf-16le'])
  const mark = encoding === 'utf-16le' || random.chance(0.3)
  const subtotals = withSubtotals(table, random)
  const text = [...lines.above, ...lines.headings, ...subtotals.rows, ...lines.below]
    .map(cells => cells.map(cell => quoted(cell, delimiter)).join(delimiter))
    .join(random.pick(['\n', '\r\n']))
  const bytes = iconv.encode(`${text}\n`, encoding, { addBOM: mark && encoding !== 'gb18030' })
  return {
    name: 'export.csv',
    bytes,
    made: [encoding, JSON.stringify(delimiter), ...made, ...subtotals.made].join(', '),
    sheetAMonth: false,
  }
}

/** Writes a table as some system would. */
export function messyFile({ table, made }: { table: Table; made: string }, random: Random): MessyFile {
  const file = random.chance(0.5) ? workbookOf(table, random) : textFileOf(table, random)
  return { ...file, made: `${made}; ${file.made}` }
}
