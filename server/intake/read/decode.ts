import type { Readable } from 'node:stream'
import type { Encoding } from './form.ts'
import iconv from 'iconv-lite'
import { NamedError } from '#measures'
import { pipeErrors } from './bytes.ts'

/** Decodes bytes. What cannot be decoded becomes U+FFFD, which no field accepts. */
export function decoded(bytes: Readable, encoding: Encoding): NodeJS.ReadWriteStream & Readable {
  return pipeErrors(
    bytes,
    iconv.decodeStream(encoding, { stripBOM: true }) as NodeJS.ReadWriteStream & Readable,
  )
}

/**
 * Splits a text into lines as JSON Lines does; a Unicode line separator inside a string is kept. Errors:
 * file-broken.
 */
export async function* linesOf(text: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  // Pieces of the current line, joined once when it ends.
  let open: string[] = []
  let length = 0
  let count = 0
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n')
    open.push(first)
    length += first.length
    if (length > longest)
      throw new NamedError('file-broken', { line: count + 1, reason: 'a line that does not end' })
    if (others.length === 0) continue
    const lines = [open.join(''), ...others]
    const last = lines.pop() ?? ''
    count += lines.length
    open = [last]
    length = last.length
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (length > 0) yield open.join('')
}
