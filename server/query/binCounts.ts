import type { BinCounts, Read, ReadRow } from './read.ts'
import { binOf, NamedError, partKey } from '#measures'

/** The bin of the largest whole number that is exact. No bin lies beyond it. */
const lastBin = binOf(Number.MAX_SAFE_INTEGER)

/** Parses a database number that must be exact. Errors: number-too-large. */
export function exactNumber(text: string | null, part: string): number {
  const value = Number(text ?? 0)
  if (!Number.isSafeInteger(value)) throw new NamedError('number-too-large', { part, record: '—' })
  return value
}

/**
 * Parses the arrays of a histogram from a rollup, which may come in several pieces: "{12,15},{3,1}" is three
 * in bin 12 and one in bin 15. A bin may be in several pieces; its counts are summed. Errors:
 * number-too-large.
 */
export function parseBinCounts(text: string, part: string): BinCounts {
  const lists = JSON.parse(`[${text.replaceAll('{', '[').replaceAll('}', ']')}]`) as number[][]
  // One place per possible bin: much faster than a map, and in order.
  const sums = new Float64Array(2 * lastBin + 1)
  for (let place = 0; place + 1 < lists.length; place += 2) {
    const [bins = [], counts = []] = [lists[place], lists[place + 1]]
    bins.forEach((bin, index) => {
      const count = counts[index] ?? 0
      if (!Number.isSafeInteger(count) || !(Math.abs(bin) <= lastBin))
        throw new NamedError('number-too-large', { part, record: '—' })
      sums[bin + lastBin] = (sums[bin + lastBin] ?? 0) + count
    })
  }
  const found: [number, number][] = []
  sums.forEach((count, place) => {
    if (count !== 0) found.push([place - lastBin, count])
  })
  return found
}

/** The rows of a read; those of a histogram with their parsed counts. Errors: number-too-large. */
export function withCounts({ shape, parts: [part] }: Read, rows: ReadRow[]): ReadRow[] {
  if (shape !== 'histogram') return rows
  const name = part ? partKey(part) : ''
  return rows.map(row => {
    const [text = null] = row.values
    const counts: BinCounts =
      row.bin === null ? parseBinCounts(text ?? '', name) : [[row.bin, exactNumber(text, name)]]
    return { ...row, counts }
  })
}

/** The sum of the counts of histograms. */
function addBinCounts(all: readonly BinCounts[]): BinCounts {
  const [first, ...others] = all
  if (first && others.length === 0) return first
  const sums = new Map<number, number>()
  for (const [bin, count] of all.flat()) sums.set(bin, (sums.get(bin) ?? 0) + count)
  return [...sums].sort(([a], [b]) => a - b)
}

/** The number of values in a histogram. */
export const countOf = (counts: BinCounts): number => counts.reduce((sum, [, count]) => sum + count, 0)

/** The histogram of one bucket and combination of members. */
export interface PlacedCounts {
  bucket: number
  members: (string | null)[]
  counts: BinCounts
}

/** The histograms of some rows. Facts return a row per bin, rollups a row per histogram. */
export function placedCounts(rows: readonly ReadRow[]): PlacedCounts[] {
  const byPlace = new Map<string, { row: ReadRow; pieces: BinCounts[] }>()
  for (const row of rows) {
    if (!row.counts) continue
    const key = JSON.stringify([row.bucket, row.members])
    const entry = byPlace.get(key) ?? { row, pieces: [] }
    byPlace.set(key, entry)
    entry.pieces.push(row.counts)
  }
  return Array.from(byPlace.values(), ({ row: { bucket, members }, pieces }) => ({
    bucket,
    members,
    counts: addBinCounts(pieces),
  }))
}
