import type { Answer, Bucket, Cell, Day, Granularity, Side } from '#measures'
import type { Scope } from '../measures/scope.ts'
import { bucketsOf, periodText, wholeBucket } from '#measures'

/** With fewer others than this, the whole less one's own would tell what another one did. */
export const fewestOthers = 2

/** The same scope over all units and windows of its centres. */
export function withoutUnitLimits(scope: Scope): Scope {
  return { ...scope, rows: { ...scope.rows, units: 'all', windows: 'all' } }
}

const isCounted = ({ parts }: Cell): boolean =>
  Object.values(parts).some(part => (Array.isArray(part) ? part.length > 0 : part !== null && part !== 0))

/** How many members other than one's own are counted in some cells. */
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

/**
 * True where some day, week or month of an answer that is split by one dimension stands on so few members
 * beside one's own that their figures follow from the whole.
 */
export function givesAway({ current, earlier }: Answer, own: readonly string[]): boolean {
  return [current, ...(earlier ? [earlier] : [])].some(side => hasFewOthers(side, own))
}

/** Days of a benchmark that are looked at by day or by month, as a period is written. */
interface Checked {
  period: string
  granularity: 'day' | 'month'
}

/** So many months are looked at in one question: by day they stay below its most buckets. */
const monthsAtOnce = 36

const finerThanMonths: readonly Granularity[] = ['day', 'week']

/** All months of which a period holds a day, each whole. */
function monthsOf({ from, to }: Pick<Bucket, 'from' | 'to'>): Bucket[] {
  const last = wholeBucket('month', to)?.to ?? to
  return bucketsOf({ from: wholeBucket('month', from)?.from ?? from, to: last }, 'month')
}

/**
 * What must stand on enough others before a benchmark of some periods is answered, so that no two
 * benchmarks can be subtracted to learn of a day that would be refused. A month that is over and asked for
 * whole is looked at as one. Of a month that is cut by the period, still runs, or is shown by day or
 * week, every day is looked at, also those outside the period: what is then answered adds up from days
 * that could be asked for one by one.
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
