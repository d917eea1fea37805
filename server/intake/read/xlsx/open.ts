import type { Form } from '../form.ts'
import type { Limits } from '../limits.ts'
import type { Source, SourceRecord } from '../source.ts'
import type { Archive } from './archive.ts'
import { NamedError } from '#measures'
import { namedHeaders, paddedTo, splitHeader } from '../source.ts'
import { openArchive } from './archive.ts'
import { rowsOfSheet } from './sheet.ts'
import { dateStyles } from './styles.ts'
import { readSharedStrings, readWorkbook } from './workbook.ts'

/** What a look at a workbook shows: the names of its sheets, and the first rows of one of them. */
export interface WorkbookLook { sheets: string[], first: SourceRecord[] }

const looked = 20

/** Looks into a workbook. Errors: file-unreadable, file-too-large. */
export async function lookIntoWorkbook(file: string, sheet: string | undefined, limits: Limits): Promise<WorkbookLook> {
  const archive = await openArchive(file, limits)
  try {
    const { sheets, rows } = await rowsIn(archive, sheet, () => undefined)
    const first: SourceRecord[] = []
    for await (const row of rows) {
      first.push(row)
      if (first.length === looked)
        break
    }
    return { sheets, first }
  }
  finally {
    archive.close()
  }
}

/** The rows of a sheet, the first one where none is named. */
async function rowsIn(archive: Archive, wanted: string | undefined, onRead: (characters: number) => void): Promise<{ sheets: string[], part: string, rows: AsyncGenerator<SourceRecord> }> {
  const workbook = await readWorkbook(archive)
  const sheets = workbook.sheets.map(sheet => sheet.name)
  const sheet = wanted === undefined ? workbook.sheets[0] : workbook.sheets.find(one => one.name === wanted)
  if (!sheet)
    throw new NamedError('file-unreadable', { file: 'XLSX', reason: wanted === undefined ? 'no sheet' : `no sheet ${wanted}; there are ${sheets.join(', ')}` })
  const dates = archive.has('xl/styles.xml') ? dateStyles(await archive.text('xl/styles.xml')) : []
  const strings = await readSharedStrings(archive)
  return { sheets, part: sheet.part, rows: rowsOfSheet(await archive.stream(sheet.part), { strings, dates, epoch: workbook.epoch }, onRead) }
}

async function* fitted(records: AsyncIterable<SourceRecord>, width: number): AsyncGenerator<SourceRecord> {
  for await (const record of records)
    yield { ...record, cells: paddedTo(width, record.cells) }
}

async function openSheet(archive: Archive, form: Pick<Form, 'sheet' | 'headerRow'>): Promise<Source> {
  let read = 0
  const { part, rows } = await rowsIn(archive, form.sheet, (characters) => { read += characters })
  const { header, rest } = await splitHeader(rows, form.headerRow)
  if (header === null)
    throw new NamedError('file-unreadable', { file: 'XLSX', reason: 'empty' })
  const total = archive.size(part)
  const headers = namedHeaders(header.cells)
  return { headers, records: fitted(rest, headers.length), progress: () => ({ read: Math.min(read, total), total }), close: async () => archive.close() }
}

/** Reads one sheet of a workbook row by row; only its shared texts are held in memory. Errors: file-unreadable, file-too-large. */
export async function openXlsx(file: string, form: Pick<Form, 'sheet' | 'headerRow'>, limits: Limits): Promise<Source> {
  const archive = await openArchive(file, limits)
  try {
    return await openSheet(archive, form)
  }
  catch (error) {
    archive.close()
    throw error
  }
}
