import type { Readable } from 'node:stream'
import type { Limits } from './limits.ts'
import type { Progress } from './source.ts'
import { Buffer } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { NamedError } from '#measures'
import { isBomb } from './limits.ts'

/** The unpacked bytes of a file, and how many have been read. */
export interface Bytes {
  stream: Readable
  progress: () => Progress
}

/**
 * `pipe` alone would leave the reader waiting when the writer fails, and the writer open when the reader
 * stops.
 */
export function pipeErrors<T extends NodeJS.ReadWriteStream & Readable>(from: Readable, to: T): T {
  from.once('error', error => to.destroy(error))
  to.once('close', () => from.destroy())
  return from.pipe(to)
}

/** The first bytes of a file on disk, still packed. Errors: file-unreadable. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  try {
    const handle = await open(file, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    throw new NamedError(
      'file-unreadable',
      { file: 'file', reason: (cause as Error).message.replace(/, .*/, '') },
      cause,
    )
  }
}

export const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Fails where a stream unpacks to more than the limit. */
function guarded(limits: Limits, packed: () => number): Transform {
  let unpacked = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length
      if (unpacked > limits.unpackedBytes || isBomb(packed(), unpacked))
        done(
          new NamedError('file-too-large', {
            what: `${Math.round(unpacked / 1048576)} MB`,
            most: `${Math.round(limits.unpackedBytes / 1048576)} MB`,
          }),
        )
      else done(null, chunk)
    },
  })
}

/** Opens a file's bytes and gunzips them where needed. Errors while reading: file-too-large. */
export async function openBytes(file: string, limits: Limits): Promise<Bytes> {
  const zipped = isGzip(await firstBytes(file, 2))
  const { size } = await stat(file)
  const raw = createReadStream(file, { highWaterMark: 1 << 16 })
  const progress = (): Progress => ({ read: raw.bytesRead, total: size })
  if (!zipped) return { stream: raw, progress }
  return {
    stream: pipeErrors(
      pipeErrors(raw, createGunzip()),
      guarded(limits, () => raw.bytesRead),
    ),
    progress,
  }
}

/** The first unpacked bytes of a file, for detecting its kind. */
export async function peek(file: string, count: number, limits: Limits): Promise<Buffer> {
  const start = await firstBytes(file, count)
  if (!isGzip(start)) return start
  const { stream } = await openBytes(file, limits)
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length >= count) break
    }
  } catch (cause) {
    if (length === 0)
      throw cause instanceof NamedError
        ? cause
        : new NamedError('file-unreadable', { file: 'gzip', reason: (cause as Error).message }, cause)
  }
  return Buffer.concat(pieces).subarray(0, count)
}

/** Bytes from a stream of unknown length. */
export function streamed(stream: Readable): Bytes {
  return { stream, progress: () => ({ read: 0, total: 0 }) }
}
