import type { Form, WorkbookFormat } from '../form.ts'
import type { Limits } from '../limits.ts'
import type { Source, SourceRecord } from '../source.ts'
import type { Table } from '../table.ts'
import type { Book, SheetReading } from './book.ts'
import { NamedError } from '#measures'
import { headerRowOf, headingLines } from '../headings.ts'
import { bytesOfCells } from '../limits.ts'
import { filledCells, MergeFiller } from '../merges.ts'
import { paddedTo } from '../source.ts'
import { openTable, rowsOf } from '../table.ts'
import { openXlsxBook } from '../xlsx/open.ts'
import { openOldBook } from './oldBook.ts'

const mostCells = 5_000_000
/** The most memory of a sheet's first rows that are inspected, in bytes. */
const lookedBytes = 8 << 20
/** The heading of the added column with the sheet of a row, where several sheets are read as one. */
export const sheetHeading = '工作表'

/** Opens a workbook of any format. Errors: file-unreadable, file-too-large, file-protected. */
export async function openBook(
  file: string,
  form: { format: WorkbookFormat; encoding: Form['encoding'] },
  limits: Limits,
): Promise<Book> {
  if (form.format === 'xlsx') return openXlsxBook(file, limits)
  const { format, encoding } = form
  return openOldBook(
    { file, format, encoding, mostBytes: limits.documentBytes, mostCells },
    { megabytes: limits.lookMegabytes, seconds: limits.lookSeconds },
  )
}

/** The default sheet: the first visible one. */
export function defaultSheet(book: Book): string | undefined {
  return (book.sheets.find(sheet => !sheet.hidden) ?? book.sheets[0])?.name
}

async function* fitted({ table, merges }: SheetTable): AsyncGenerator<SourceRecord> {
  const filler = new MergeFiller(
    merges.filter(merge => merge.top > table.lastHeading),
    table.headings.length,
  )
  for await (const record of rowsOf(table)) {
    const full = filler.fill(record, false)
    yield { ...full, cells: paddedTo(table.headings.length, full.cells) }
  }
}

interface SheetTable extends SheetReading {
  table: Table
}

/** The layout of a sheet: its first rows, and the row of its headings. */
export async function shapeOf(
  book: Book,
  sheet: string,
): Promise<{
  first: SourceRecord[]
  merges: SheetReading['merges']
  headerRow: number | null
  headerRows: number
}> {
  const { rows, merges } = await book.open(sheet)
  const first: SourceRecord[] = []
  let bytes = 0
  for await (const row of rows) {
    first.push(row)
    bytes += bytesOfCells(row.cells)
    if (first.length === 20 || bytes > lookedBytes) break
  }
  const headerRow = headerRowOf(first, merges)
  return {
    first,
    merges,
    headerRow,
    headerRows: headingLines(first, headerRow ?? first[0]?.row ?? 1, merges),
  }
}

async function tableIn(
  book: Book,
  sheet: string,
  form: Pick<Form, 'headerRow' | 'headerRows'>,
): Promise<SheetTable | null> {
  const reading = await book.open(sheet)
  const table = await openTable(reading.rows, form, reading.merges)
  return table && { ...reading, table }
}

async function oneSheet(book: Book, sheet: string, form: Form): Promise<Source> {
  const opened = await tableIn(book, sheet, form)
  if (opened === null) throw new NamedError('file-unreadable', { file: form.format, reason: 'empty' })
  const { table, merges, total, read } = opened
  const counts = filledCells(merges, table.lastHeading)
  return {
    headers: table.headings,
    merged: new Map(
      [...counts].flatMap(([place, count]): [string, number][] => {
        const heading = table.headings[place]
        return heading === undefined ? [] : [[heading, count]]
      }),
    ),
    records: fitted(opened),
    progress: () => ({ read: Math.min(read(), total), total }),
    close: book.close,
  }
}

const sameHeadings = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((heading, place) => heading === b[place])

/** Sheets that form one table: their names in order, and their common headings. */
interface AlikeSheets {
  names: string[]
  headings: string[]
}

/** The headings of a sheet; empty where it has no table. */
async function headingsIn(book: Book, name: string): Promise<string[]> {
  const { headerRow, headerRows } = await shapeOf(book, name)
  const opened = await tableIn(book, name, { headerRows, ...(headerRow !== null && { headerRow }) })
  await opened?.rows.return(undefined)
  return opened?.table.headings ?? []
}

/**
 * The largest group of visible sheets with equal headings; a summary sheet has other ones. `others` are the
 * visible sheets with a table that are not in the group.
 */
export async function alikeSheets(book: Book): Promise<AlikeSheets & { others: string[] }> {
  const groups: AlikeSheets[] = []
  const named: string[] = []
  for (const { name, hidden } of book.sheets) {
    if (hidden) continue
    const headings = await headingsIn(book, name)
    if (headings.length > 0) named.push(name)
    if (headings.length < 2) continue
    const group = groups.find(group => sameHeadings(group.headings, headings))
    if (group) group.names.push(name)
    else groups.push({ names: [name], headings })
  }
  const [most = { names: [], headings: [] }] = groups.toSorted((a, b) => b.names.length - a.names.length)
  return { ...most, others: named.filter(name => !most.names.includes(name)) }
}

/** Rows of several sheets in order, with a column for the sheet; row numbers continue from sheet to sheet. */
async function* throughSheets(book: Book, names: readonly string[]): AsyncGenerator<SourceRecord> {
  let before = 0
  for (const name of names) {
    const { headerRow, headerRows } = await shapeOf(book, name)
    const opened = await tableIn(book, name, { headerRows, ...(headerRow !== null && { headerRow }) })
    let last = 0
    if (opened === null) continue
    for await (const record of fitted(opened)) {
      last = record.row
      yield { ...record, row: before + record.row, cells: [...record.cells, name] }
    }
    before += last
  }
}

async function allSheets(book: Book): Promise<Source> {
  const { names, headings } = await alikeSheets(book)
  if (names.length === 0) throw new NamedError('file-unreadable', { file: 'workbook', reason: 'empty' })
  return {
    headers: [...headings, sheetHeading],
    records: throughSheets(book, names),
    progress: () => ({ read: 0, total: 0 }),
    close: book.close,
  }
}

/**
 * Reads one sheet of a workbook, or all with equal headings. Errors: file-unreadable, file-too-large,
 * file-protected.
 */
export async function openWorkbook(
  file: string,
  form: Form & { format: WorkbookFormat },
  limits: Limits,
): Promise<Source> {
  const book = await openBook(file, form, limits)
  try {
    const sheet = form.sheet ?? defaultSheet(book)
    if (sheet === undefined)
      throw new NamedError('file-unreadable', { file: form.format, reason: 'no sheet' })
    return form.sheets === 'all' ? await allSheets(book) : await oneSheet(book, sheet, form)
  } catch (error) {
    await book.close()
    throw error
  }
}
