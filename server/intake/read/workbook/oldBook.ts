import type { Merge } from '../merges.ts'
import type { SourceRecord } from '../source.ts'
import type { Book, SheetName } from './book.ts'
import type { ParsedBook, ParseRequest } from './parseProcess.ts'
import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import process from 'node:process'
import { NamedError } from '#measures'
import { defaultLimits } from '../limits.ts'
import { storable } from '../source.ts'
import { threadProgram } from '../thread.ts'
import { openArchive } from '../xlsx/archive.ts'

/** The formats that a library reads whole, in a separate process. */
type OldFormat = ParseRequest['format']

const start = threadProgram(new URL('parseProcess.ts', import.meta.url))

const megabyte = 1 << 20

/** What parsing a file may take. */
interface Budget {
  megabytes: number
  seconds: number
}

/**
 * Parses a file in a separate process, so that it cannot stop the server: a thread that allocates too much
 * memory at once would end the whole process. Errors: file-too-large.
 */
async function parsed(request: ParseRequest, { megabytes, seconds }: Budget): Promise<ParsedBook> {
  const child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, '--eval', start], {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const tooMuch = new NamedError('file-too-large', {
    what: request.format,
    most: `${megabytes} MB, ${seconds} s`,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ParsedBook>((resolve, reject) => {
      timer = setTimeout(reject, seconds * 1000, tooMuch)
      child.once('message', answer => resolve(answer as ParsedBook))
      child.once('error', reject)
      // The signal by which Node ends when it runs out of memory.
      child.once('exit', (_code, signal) =>
        reject(signal === 'SIGABRT' ? tooMuch : new Error('the file could not be parsed')),
      )
      child.send(request, cause => cause && reject(cause))
    })
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}

/** Zip bombs are refused before unpacking; other zipped files may unpack to eight times their limit. */
async function refuseTraps({ file, format, mostBytes }: ParseRequest): Promise<void> {
  if (format !== 'ods' && format !== 'xlsb') return
  const archive = await openArchive(file, { ...defaultLimits, unpackedBytes: mostBytes * 8 })
  archive.close()
}

/** The last parsed workbook, cached because inspection opens a file several times. */
let last: { key: string; book: Promise<ParsedBook> } | null = null
const cacheMilliseconds = 60_000

async function parsedOnce(request: ParseRequest, budget: Budget): Promise<ParsedBook> {
  const { size, mtimeMs } = await stat(request.file)
  const key = JSON.stringify([request, size, mtimeMs])
  if (last?.key === key) return last.book
  const entry = { key, book: parsed(request, budget) }
  last = entry
  const forget = (): void => {
    if (last === entry) last = null
  }
  entry.book.catch(forget)
  setTimeout(forget, cacheMilliseconds).unref()
  return entry.book
}

function refuse(reason: ParsedBook['refused'], format: OldFormat, most: string): void {
  if (reason === undefined) return
  if (reason.why === 'too-large') throw new NamedError('file-too-large', { what: format, most })
  if (reason.why === 'password') throw new NamedError('file-protected', {})
  throw new NamedError('file-unreadable', { file: format, reason: reason.text })
}

function* recordsOf(rows: readonly string[][]): Generator<SourceRecord> {
  for (const [index, cells] of rows.entries())
    if (cells.some(cell => cell.trim() !== '')) yield { row: index + 1, cells: cells.map(storable) }
}

/**
 * Opens a workbook of an old or foreign format: .xls and .et (BIFF), .xlsb, .ods, tables of a web page, and
 * the XML of Excel 2003. It is read whole, within the limits on documents and cells. Errors: file-unreadable,
 * file-too-large, file-protected.
 */
export async function openOldBook(request: ParseRequest, budget: Budget): Promise<Book> {
  const { size } = await stat(request.file)
  const most = `${Math.round(request.mostBytes / megabyte)} MB`
  if (size > request.mostBytes)
    throw new NamedError('file-too-large', {
      what: `${Math.round(size / megabyte)} MB ${request.format}`,
      most,
    })
  await refuseTraps(request)
  const { sheets, refused } = await parsedOnce(request, budget)
  refuse(refused, request.format, `${request.mostCells} cells`)
  return {
    sheets: sheets.map(({ name, hidden }): SheetName => ({ name, hidden })),
    open: async name => {
      const sheet = sheets.find(sheet => sheet.name === name)
      if (!sheet)
        throw new NamedError('file-unreadable', { file: request.format, reason: `no sheet ${name}` })
      let read = 0
      async function* rows(): AsyncGenerator<SourceRecord> {
        for (const record of recordsOf(sheet?.rows ?? [])) {
          read = record.row
          yield record
        }
      }
      const merges: Merge[] = sheet.merges
      return { merges, rows: rows(), total: sheet.rows.length, read: () => read }
    },
    close: async () => undefined,
  }
}
