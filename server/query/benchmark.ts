import type { Answer, Bucket, Cell, Day, Granularity, Side } from '#measures'
import type { Scope } from '../measures/scope.ts'
import { bucketsOf, periodText, wholeBucket } from '#measures'

/**
 * The least number of other members in a benchmark: with fewer, the difference from one's own figures would
 * reveal those of another.
 */
export const fewestOthers = 2

/** The scope without limits by unit and window. */
export function withoutUnitLimits(scope: Scope): Scope {
  return { ...scope, rows: { ...scope.rows, units: 'all', windows: 'all' } }
}

const isCounted = ({ parts }: Cell): boolean =>
  Object.values(parts).some(part => (Array.isArray(part) ? part.length > 0 : part !== null && part !== 0))

/** The number of members other than the viewer's own that are counted in some cells. */
function othersIn(cells: readonly Cell[], own: readonly string[]): number {
  const codes = cells.filter(isCounted).map(({ members }) => members[0] ?? '')
  return new Set(codes.filter(code => code !== '' && !own.includes(code))).size
}

function hasFewOthers({ buckets, cells, totals }: Side, own: readonly string[]): boolean {
  const groups = [totals, ...buckets.map((_, index) => cells.filter(({ bucket }) => bucket === index))]
  return groups.some(group => {
    const others = othersIn(group, own)
    return others > 0 && others < fewestOthers
  })
}

/** True where some bucket of a split answer has so few other members that their figures can be derived. */
export function givesAway({ current, earlier }: Answer, own: readonly string[]): boolean {
  return [current, ...(earlier ? [earlier] : [])].some(side => hasFewOthers(side, own))
}

/** Days of a benchmark that are checked by day or by month; `period` as it is written in a question. */
interface Checked {
  period: string
  granularity: 'day' | 'month'
}

/** The most months that are checked in one question, so that it stays below the most buckets by day. */
const monthsAtOnce = 36

const finerThanMonths: readonly Granularity[] = ['day', 'week']

/** All months with a day in a period, as whole months. */
function monthsOf({ from, to }: Pick<Bucket, 'from' | 'to'>): Bucket[] {
  const last = wholeBucket('month', to)?.to ?? to
  return bucketsOf({ from: wholeBucket('month', from)?.from ?? from, to: last }, 'month')
}

/**
 * The parts that must include enough other members before a benchmark of some periods is answered, so that no
 * two benchmarks can be subtracted to derive a day that would be refused. Complete months that are requested
 * as a whole are checked as one. For a month that is cut by the period, still running, or shown by day or
 * week, every day is checked, including those outside the period: the answer is then a sum of days that could
 * be requested one by one.
 */
export function checkedParts(
  periods: readonly Pick<Bucket, 'from' | 'to'>[],
  granularity: Granularity,
  today: Day,
): Checked[] {
  const runs: { from: Day; to: Day; months: number; granularity: Checked['granularity'] }[] = []
  for (const period of periods) {
    for (const { from, to } of monthsOf(period)) {
      const isWhole = period.from <= from && to <= period.to && to < today
      const by = isWhole && !finerThanMonths.includes(granularity) ? 'month' : 'day'
      const last = runs.at(-1)
      if (last?.granularity === by && last.to + 1 === from && last.months < monthsAtOnce) {
        last.to = to
        last.months++
      } else runs.push({ from, to, months: 1, granularity: by })
    }
  }
  return runs.map(({ from, to, granularity: by }) => ({ period: periodText({ from, to }), granularity: by }))
}
