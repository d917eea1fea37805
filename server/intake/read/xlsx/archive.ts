import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { Limits } from '../limits.ts'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { NamedError } from '#measures'
import { isBomb } from '../limits.ts'

/** The parts of a workbook by name. yauzl refuses a part that unpacks to more than it says. */
export interface Archive {
  has: (name: string) => boolean
  size: (name: string) => number
  stream: (name: string) => Promise<Readable>
  text: (name: string) => Promise<string>
  close: () => void
}

const openZip = promisify(yauzl.open as (file: string, options: yauzl.Options, done: (error: Error | null, zip: ZipFile) => void) => void)

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', reject)
    zip.readEntry()
  })
}

function refuseBombs(entries: Iterable<Entry>, limits: Limits): void {
  let unpacked = 0
  for (const entry of entries) {
    unpacked += entry.uncompressedSize
    if (isBomb(entry.compressedSize, entry.uncompressedSize) || unpacked > limits.unpackedBytes)
      throw new NamedError('file-too-large', { what: `${Math.round(unpacked / 1048576)} MB`, most: `${Math.round(limits.unpackedBytes / 1048576)} MB` })
  }
}

/** Opens a workbook's archive. Errors: file-unreadable, file-too-large. */
export async function openArchive(file: string, limits: Limits): Promise<Archive> {
  const zip = await openZip(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  try {
    const entries = await entriesOf(zip)
    refuseBombs(entries.values(), limits)
    const openEntry = promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: (error: Error | null, stream: Readable) => void) => void)
    const stream = async (name: string): Promise<Readable> => {
      const entry = entries.get(name)
      if (!entry)
        throw new NamedError('file-unreadable', { file: 'XLSX', reason: `no ${name}` })
      return openEntry(entry)
    }
    const text = async (name: string): Promise<string> => {
      const pieces: string[] = []
      for await (const piece of (await stream(name)).setEncoding('utf8') as AsyncIterable<string>)
        pieces.push(piece)
      return pieces.join('')
    }
    return { has: name => entries.has(name), size: name => entries.get(name)?.uncompressedSize ?? 0, stream, text, close: () => zip.close() }
  }
  catch (error) {
    zip.close()
    throw error
  }
}
