import type { Answer } from '#measures'
import { figureOf, measures } from '#measures'

/** When service was last taken to a township. */
interface Outings {
  code: string
  /** Outings in the period. */
  count: number
  /** Whole months since the month of the last outing; all months of the period where there was none. */
  months: number
  /** The first day of the month of the last outing; null where there was none. */
  last: string | null
}

/** A township without an outing for this many months is named. Source: `docs/domain.md`, section 8. */
export const longGap = 6

/** The last outing to each township, from an answer by month; longest without an outing first. */
export function lastOutings(answer: Answer, townships: readonly string[]): Outings[] {
  const { buckets, cells } = answer.current
  return townships
    .map((code): Outings => {
      const own = cells.filter(({ members }) => members[0] === code)
      const counts = buckets.map((_, at) =>
        own
          .filter(({ bucket }) => bucket === at)
          .reduce((sum, { parts }) => sum + (figureOf(measures.townshipOutings, parts).value ?? 0), 0),
      )
      const last = counts.findLastIndex(count => count > 0)
      return {
        code,
        count: counts.reduce((sum, count) => sum + count, 0),
        months: buckets.length - 1 - last,
        last: buckets[last]?.from ?? null,
      }
    })
    .sort((a, b) => b.months - a.months || (a.code < b.code ? -1 : 1))
}
