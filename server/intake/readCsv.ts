import type { Readable } from 'node:stream'
import type { Mapping } from './mapping.ts'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { NamedError } from '#measures'

/** A file opened for reading: the header, then records one at a time, so that memory stays flat. */
export interface CsvSource {
  headers: string[]
  records: AsyncIterable<string[]>
}

type Form = Pick<Mapping, 'encoding' | 'delimiter'>

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1F && buffer[1] === 0x8B
  }
  finally {
    await handle.close()
  }
}

async function bytesOf(file: string): Promise<Readable> {
  // Looked at first: a stream on a file that is not there fails by itself, after everyone has stopped listening.
  const zipped = await isGzip(file)
  const raw = createReadStream(file, { highWaterMark: 1 << 18 })
  return zipped ? pipeErrors(raw, createGunzip()) : raw
}

/** `pipe` alone leaves the reader waiting when the writer fails. */
function pipeErrors<T extends NodeJS.ReadWriteStream & Readable>(from: Readable, to: T): T {
  from.once('error', error => to.destroy(error))
  return from.pipe(to)
}

/** Opens a CSV file, gzipped or not. Errors: file-unreadable. */
export async function openCsvFile(file: string, form: Form): Promise<CsvSource> {
  try {
    return await openCsv(await bytesOf(file), form)
  }
  catch (cause) {
    if (cause instanceof NamedError)
      throw cause
    throw new NamedError('file-unreadable', { file, reason: (cause as Error).message }, cause)
  }
}

/** Reads CSV from a stream of bytes. The first record is the header. Records of another length are given as they are. */
export async function openCsv(bytes: Readable, { encoding, delimiter }: Form): Promise<CsvSource> {
  const text = pipeErrors(bytes, iconv.decodeStream(encoding, { stripBOM: true }) as NodeJS.ReadWriteStream & Readable)
  const parser = pipeErrors(text, parse({ delimiter, relax_column_count: true, skip_empty_lines: true }))
  const iterator = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const first = await iterator.next()
  if (first.done)
    throw new NamedError('file-unreadable', { file: 'CSV', reason: 'empty' })
  return { headers: first.value.map(header => header.trim()), records: { [Symbol.asyncIterator]: () => iterator } }
}
