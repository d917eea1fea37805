import { Buffer } from 'node:buffer'

/**
 * The content of a backup file before compression: a magic number, then frames with a kind, a length and
 * bytes.
 */
export const mark = 'BRIGHTWINDOW BACKUP 1\n'
type FrameKind = 'H' | 'T' | 'D' | 'E' | 'Z'
const kinds = new Set<string>(['H', 'T', 'D', 'E', 'Z'])
const headBytes = 5
const mostBytes = 64 << 20

/** The kinds of frames: header, beginning of a table, data, end of a table, end of the backup. */
export interface Frame {
  kind: FrameKind
  bytes: Buffer
}

/** Serialises a frame. */
export function frameOf(kind: FrameKind, bytes: Buffer): Buffer {
  const head = Buffer.alloc(headBytes)
  head.write(kind, 0, 'latin1')
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

export const jsonFrame = (kind: FrameKind, value: unknown): Buffer =>
  frameOf(kind, Buffer.from(JSON.stringify(value)))

/** Reads a number of bytes from a stream of chunks. */
class Bytes {
  private chunks: Buffer[] = []
  private held = 0
  private readonly source: AsyncIterator<Buffer>

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** The next bytes; null where the source has ended. */
  async take(count: number): Promise<Buffer | null> {
    while (this.held < count) {
      const next = await this.source.next()
      if (next.done) {
        if (this.held === 0) return null
        throw new Error('the file ends in the middle')
      }
      this.chunks.push(next.value)
      this.held += next.value.length
    }
    const all = Buffer.concat(this.chunks)
    this.chunks = [all.subarray(count)]
    this.held = all.length - count
    return all.subarray(0, count)
  }
}

/** The frames of a backup. Throws for invalid bytes; the last frame shows whether the backup is complete. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const bytes = new Bytes(source)
  if ((await bytes.take(mark.length))?.toString('latin1') !== mark)
    throw new Error('not a backup of Bright Window')
  for (;;) {
    const head = await bytes.take(headBytes)
    if (head === null) return
    const kind = head.toString('latin1', 0, 1)
    const length = head.readUInt32BE(1)
    if (!kinds.has(kind) || length > mostBytes) throw new Error('a frame is broken')
    const body = length === 0 ? Buffer.alloc(0) : await bytes.take(length)
    if (body === null) throw new Error('the file ends in the middle')
    yield { kind: kind as FrameKind, bytes: body }
  }
}
