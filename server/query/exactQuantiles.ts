import type { Measure } from '#measures'
import type { Read, ReadRow, Wanted } from './read.ts'
import { partKey, plainPartsOf, quantileRanks } from '#measures'
import { joinMembers, pairsOf } from './grid.ts'

/** The counts of one histogram by bin. */
interface Counted {
  bucket: number
  members: (string | null)[]
  bins: Map<number, number>
}

/** Collects histograms from rows of a read, which have either one bin or one whole histogram each. */
export function histogramsOf(rows: readonly ReadRow[]): Map<string, Counted> {
  const all = new Map<string, Counted>()
  for (const { bucket, members, bin, values } of rows) {
    const [text = null] = values
    const key = `${bucket} ${joinMembers(members)}`
    const own = all.get(key) ?? { bucket, members, bins: new Map<number, number>() }
    all.set(key, own)
    const pairs = bin === null ? pairsOf(text ?? '', 'histogram') : [[bin, Number(text)] as const]
    for (const [value, count] of pairs) own.bins.set(value, (own.bins.get(value) ?? 0) + count)
  }
  return all
}

/** The values from which quantiles of a histogram are computed, each by its bin and its rank within it. */
function wantedOf({ bucket, bins }: Counted, shares: readonly number[]): Wanted[] {
  const ordered = [...bins].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  const size = ordered.reduce((sum, [, count]) => sum + count, 0)
  return shares
    .flatMap(share => quantileRanks(share, size))
    .flatMap((rank): Wanted[] => {
      let passed = 0
      for (const [bin, count] of ordered) {
        if (passed + count >= rank) return [{ place: bucket, bin, rank: rank - passed }]
        passed += count
      }
      return []
    })
}

/** The shares of the quantiles that use the histogram of a read. */
function sharesOf({ parts: [part] }: Read, measures: readonly Measure[]): number[] {
  return measures.flatMap(measure =>
    measure.kind === 'quantile' &&
    part &&
    plainPartsOf(measure.part).some(plain => partKey(plain) === partKey(part))
      ? [measure.quantile]
      : [],
  )
}

/**
 * The rows of a histogram's read, followed by the single values that make its quantiles exact for any number
 * of values: one or two per quantile, found by rank within their bin. Only those bins are read from the fact.
 */
export async function withRankedValues(
  read: Read,
  rows: ReadRow[],
  { measures, run }: { measures: readonly Measure[]; run: (read: Read) => Promise<ReadRow[]> },
): Promise<ReadRow[]> {
  const [part] = read.parts
  const shares = sharesOf(read, measures)
  const few = new Set(
    rows.flatMap(({ bucket, members, exact }) => (exact ? [`${bucket} ${joinMembers(members)}`] : [])),
  )
  const many = [...histogramsOf(rows.filter(row => !row.exact))].filter(([key]) => !few.has(key))
  const wanted = many.flatMap(([, histogram]) => wantedOf(histogram, shares))
  if (wanted.length === 0 || part?.kind !== 'flow') return rows
  const ranked = await run({
    ...read,
    shape: 'ranked',
    clock: part.during,
    from: { grain: null, why: 'single values are only in the fact' },
    wanted,
  })
  return [
    ...rows,
    ...ranked.map(row => {
      const [rank = 0, value = 0] = (row.values[0] ?? '').split(':').map(Number)
      return { ...row, ranked: { rank, value } }
    }),
  ]
}
