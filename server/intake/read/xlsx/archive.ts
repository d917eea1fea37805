import type { Buffer } from 'node:buffer'
import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { Limits } from '../limits.ts'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { isNamedError, NamedError } from '#measures'
import { isBomb } from '../limits.ts'

/** The parts of an Office file by name. yauzl refuses a part that unpacks to more than its declared size. */
export interface Archive {
  /** The unpacked size of all parts in bytes. */
  unpacked: number
  names: () => string[]
  has: (name: string) => boolean
  size: (name: string) => number
  stream: (name: string) => Promise<Readable>
  text: (name: string) => Promise<string>
  close: () => void
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1048576)} MB`
const tooLarge = (what: string, most: string): NamedError => new NamedError('file-too-large', { what, most })

type Opens<From> = (
  from: From,
  options: yauzl.Options,
  done: (error: Error | null, zip: ZipFile) => void,
) => void
const openFile = promisify(yauzl.open as Opens<string>)
const openBytes = promisify(yauzl.fromBuffer as Opens<Buffer>)

/** The most parts of an Office file. */
const mostEntries = 20_000

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      if (entries.size > mostEntries) {
        reject(tooLarge(`${entries.size} +`, `${mostEntries} parts`))
        return
      }
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', reject)
    zip.readEntry()
  })
}

/** The unpacked size of the parts. Errors: file-too-large. */
function unpackedBytes(entries: Iterable<Entry>, limits: Limits): number {
  let unpacked = 0
  for (const entry of entries) {
    unpacked += entry.uncompressedSize
    if (isBomb(entry.compressedSize, entry.uncompressedSize) || unpacked > limits.unpackedBytes)
      throw tooLarge(megabytes(unpacked), megabytes(limits.unpackedBytes))
  }
  return unpacked
}

function unreadable(cause: unknown): NamedError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return isNamedError(cause) ? cause : new NamedError('file-unreadable', { file: 'zip', reason }, cause)
}

const zipOptions: yauzl.Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }

/** Opens the archive of an Office file, from disk or from memory. Errors: file-unreadable, file-too-large. */
export async function openArchive(file: string | Buffer, limits: Limits): Promise<Archive> {
  const opening = typeof file === 'string' ? openFile(file, zipOptions) : openBytes(file, zipOptions)
  const zip = await opening.catch((cause: unknown) => {
    throw unreadable(cause)
  })
  try {
    const entries = await entriesOf(zip)
    const unpacked = unpackedBytes(entries.values(), limits)
    const openEntry = promisify(
      zip.openReadStream.bind(zip) as (
        entry: Entry,
        done: (error: Error | null, stream: Readable) => void,
      ) => void,
    )
    const stream = async (name: string): Promise<Readable> => {
      const entry = entries.get(name)
      if (!entry) throw new NamedError('file-unreadable', { file: 'XLSX', reason: `no ${name}` })
      return openEntry(entry)
    }
    const text = async (name: string): Promise<string> => {
      const size = entries.get(name)?.uncompressedSize ?? 0
      if (size > limits.documentBytes) throw tooLarge(megabytes(size), megabytes(limits.documentBytes))
      const pieces: string[] = []
      for await (const piece of (await stream(name)).setEncoding('utf8') as AsyncIterable<string>)
        pieces.push(piece)
      return pieces.join('')
    }
    return {
      unpacked,
      names: () => [...entries.keys()],
      has: name => entries.has(name),
      size: name => entries.get(name)?.uncompressedSize ?? 0,
      stream,
      text,
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw unreadable(error)
  }
}
