import type { Readable } from 'node:stream'
import type { Encoding } from './form.ts'
import iconv from 'iconv-lite'
import { NamedError } from '#measures'
import { pipeErrors } from './bytes.ts'

/** Text from bytes. What cannot be decoded becomes U+FFFD, which no field accepts. */
export function decoded(bytes: Readable, encoding: Encoding): NodeJS.ReadWriteStream & Readable {
  return pipeErrors(bytes, iconv.decodeStream(encoding, { stripBOM: true }) as NodeJS.ReadWriteStream & Readable)
}

/** Lines of a text, at the ends that JSON Lines knows: a line separator inside a string stays in it. Errors: file-broken. */
export async function* linesOf(text: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  let rest = ''
  let count = 0
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    count += lines.length
    if (rest.length > longest)
      throw new NamedError('file-broken', { line: count + 1, reason: 'a line that does not end' })
    for (const line of lines)
      yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '')
    yield rest
}
