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

/** The names of a workbook's sheets. Errors: file-unreadable, file-too-large. */
export async function sheetsOf(file: string, limits: Limits): Promise<string[]> {
  const archive = await openArchive(file, limits)
  try {
    return (await readWorkbook(archive)).sheets.map(sheet => sheet.name)
  }
  finally {
    archive.close()
  }
}

async function* fitted(records: AsyncIterable<SourceRecord>, width: number): AsyncGenerator<SourceRecord> {
  for await (const record of records)
    yield { ...record, cells: paddedTo(width, record.cells) }
}

async function openSheet(archive: Archive, form: Pick<Form, 'sheet' | 'headerRow'>): Promise<Source> {
  const workbook = await readWorkbook(archive)
  const sheet = form.sheet === undefined ? workbook.sheets[0] : workbook.sheets.find(one => one.name === form.sheet)
  if (!sheet)
    throw new NamedError('file-unreadable', { file: 'XLSX', reason: form.sheet === undefined ? 'no sheet' : `no sheet ${form.sheet}; there are ${workbook.sheets.map(one => one.name).join(', ')}` })
  const dates = archive.has('xl/styles.xml') ? dateStyles(await archive.text('xl/styles.xml')) : []
  const strings = await readSharedStrings(archive)
  const total = archive.size(sheet.part)
  let read = 0
  const rows = rowsOfSheet(await archive.stream(sheet.part), { strings, dates, epoch: workbook.epoch }, (characters) => { read += characters })
  const { header, rest } = await splitHeader(rows, form.headerRow)
  if (header === null)
    throw new NamedError('file-unreadable', { file: 'XLSX', reason: 'empty' })
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
