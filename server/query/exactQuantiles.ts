import type { Measure } from '#measures'
import type { PlacedCounts } from './binCounts.ts'
import type { Read, ReadRow, Wanted } from './read.ts'
import { partKey, plainPartsOf, quantileRanks } from '#measures'
import { countOf, placedCounts } from './binCounts.ts'
import { joinMembers } from './grid.ts'

/** The values from which quantiles of a histogram are computed, each by its bin and its rank within it. */
function wantedOf({ bucket, counts }: PlacedCounts, shares: readonly number[]): Wanted[] {
  const size = countOf(counts)
  return shares
    .flatMap(share => quantileRanks(share, size))
    .flatMap((rank): Wanted[] => {
      let passed = 0
      for (const [bin, count] of counts) {
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
  const many = placedCounts(rows).filter(
    ({ bucket, members }) => !few.has(`${bucket} ${joinMembers(members)}`),
  )
  const wanted = many.flatMap(histogram => wantedOf(histogram, shares))
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
