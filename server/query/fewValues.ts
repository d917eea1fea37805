import type { Read, ReadRow } from './read.ts'
import { mostExact } from '#measures'
import { countOf, placedCounts } from './binCounts.ts'

/** The most records on the days of a read for which single values are read. */
export const mostRecords = 50_000

/**
 * The buckets whose histogram has few values. Empty where these buckets together contain more than
 * `mostRecords` records.
 */
function bucketsWithFew(rows: readonly ReadRow[]): Set<number> {
  const sized = placedCounts(rows).map(({ bucket, counts }) => ({ bucket, size: countOf(counts) }))
  const few = new Set(sized.filter(({ size }) => size > 0 && size <= mostExact).map(({ bucket }) => bucket))
  const counted = sized.filter(({ bucket }) => few.has(bucket)).reduce((sum, { size }) => sum + size, 0)
  return counted > mostRecords ? new Set() : few
}

/** A bucket that selects nothing. */
const noDays = { from: 1, to: 0 }

/**
 * The rows of a histogram's read, followed by the single values of each histogram with few values, so that
 * their quantiles are exact.
 */
export async function withFewValues(
  read: Read,
  rows: ReadRow[],
  run: (read: Read) => Promise<ReadRow[]>,
): Promise<ReadRow[]> {
  const [part] = read.parts
  const wanted = bucketsWithFew(rows)
  if (wanted.size === 0 || part?.kind !== 'flow') return rows
  const few = await run({
    ...read,
    shape: 'fewValues',
    clock: part.during,
    from: { grain: null, why: 'single values are only in the fact' },
    buckets: read.buckets.map((bucket, place) => (wanted.has(place) ? bucket : noDays)),
  })
  return [...rows, ...few.map(row => ({ ...row, exact: (row.values[0] ?? '').split(',').map(Number) }))]
}
