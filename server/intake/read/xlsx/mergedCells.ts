import type { Readable } from 'node:stream'
import type { Merge } from '../merges.ts'
import { Buffer } from 'node:buffer'
import sax from 'sax'
import { NamedError } from '#measures'
import { placeOf } from './sheet.ts'

const end = Buffer.from('</sheetData>')
const empty = Buffer.from('<sheetData/>')
const mostMerges = 200_000

/** Parses a range such as A1:B3; null for other text. */
export function mergeOf(reference: string): Merge | null {
  const [from, to = from] = reference.split(':')
  const [top, bottom] = [from, to].map(cell => Number(/\d+$/.exec(cell ?? '')?.[0]))
  const [left, right] = [from, to].map(cell => placeOf(cell ?? ''))
  if (!top || !bottom || left === undefined || right === undefined || left < 0 || right < 0) return null
  return { top, bottom, left, right }
}

/**
 * The merged ranges of a sheet. They come after the rows, so the part is unpacked once before it is read, and
 * only the text after the rows is searched. Errors: file-too-large.
 */
export async function mergedCells(part: Readable): Promise<Merge[]> {
  const merges: Merge[] = []
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => {
    const merge = name === 'mergeCell' ? mergeOf(String(attributes.ref)) : null
    if (merge === null) return
    merges.push(merge)
    if (merges.length > mostMerges)
      throw new NamedError('file-too-large', { what: `${merges.length} merged cells`, most: `${mostMerges}` })
  }
  let kept: Buffer = Buffer.alloc(0)
  let behind = false
  for await (const piece of part as AsyncIterable<Buffer>) {
    if (behind) {
      parser.write(piece.toString('latin1'))
      continue
    }
    const seen = Buffer.concat([kept, piece])
    const at = Math.max(seen.indexOf(end), seen.indexOf(empty))
    behind = at >= 0
    if (behind) parser.write(`<rest>${seen.subarray(at + end.length).toString('latin1')}`)
    else kept = seen.subarray(-end.length)
  }
  return merges
}
