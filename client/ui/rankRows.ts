import type { Answer, Change, Measure } from '#measures'
import type { Say } from './figureWords.ts'
import type { RankedMember } from './rankMembers.ts'
import type { Verdict } from './standOut.ts'
import { changeOf, figureOf, isShare, printChange, printPoints, shownValue, whyNotCompared } from '#measures'
import { isJudged, standOut } from './standOut.ts'

/** Where a member stands among the others. */
export type RankGroup = Verdict | 'same' | 'small'

/** A member of a ranking beside its earlier value. */
export interface RankRow extends RankedMember {
  value: number
  was: number | null
  /** The change in words, of a share without its unit; empty where there is nothing to compare with. */
  change: string
  group: RankGroup
}

/** The earlier value of each member that may be compared. */
function earlierValues(answer: Answer, measure: Measure): Map<string, number> {
  return new Map(
    (answer.earlier?.totals ?? []).flatMap((cell): [string, number][] => {
      const value = shownValue(figureOf(measure, cell.parts))
      return value === null || whyNotCompared(measure, answer, cell.members)
        ? []
        : [[cell.members[0] ?? '', value]]
    }),
  )
}

/** By what the rows of one group are put in order: cases on the bad side, the share itself, or all cases. */
export const rankSorts = ['failing', 'value', 'n'] as const
export type RankSort = (typeof rankSorts)[number]

/** The worst of a share first; what is known of more cases first among equals. */
function bySort(sort: RankSort, { better }: Measure): (a: RankRow, b: RankRow) => number {
  const size = (a: RankRow, b: RankRow): number => (b.n ?? 0) - (a.n ?? 0)
  const worst = (a: RankRow, b: RankRow): number =>
    better === 'lower' ? b.value - a.value : a.value - b.value
  if (sort === 'n') return size
  if (sort === 'value') return (a, b) => worst(a, b) || size(a, b)
  return (a, b) => (b.failing ?? 0) - (a.failing ?? 0) || worst(a, b) || size(a, b)
}

interface RankOptions {
  measure: Measure
  say: Say
  sort?: RankSort | null
  flat?: boolean
}

const order: readonly RankGroup[] = ['worse', 'better', 'same', 'small']

/**
 * Ranked members with their change, in groups where the measure is a share: first those that chance and
 * the usual spread do not explain, then the others; in each group the worst on top, by what was chosen.
 * Nothing chosen keeps the strongest evidence about the most cases before the rest. `flat` makes one list
 * of all that are judged, for who asks where most of what is missing lies.
 */
export function rankRows(
  members: readonly RankedMember[],
  answer: Answer,
  { measure, say, sort = null, flat = false }: RankOptions,
): RankRow[] {
  const verdicts = isJudged(measure) ? standOut(answer, measure)?.verdicts : undefined
  const places = new Map(Array.from(verdicts?.keys() ?? [], (code, place) => [code, place]))
  const before = earlierValues(answer, measure)
  const inWords = (change: Change): string =>
    isShare(measure.unit) ? printPoints(change, say.language) : printChange(change, measure, say)
  const rows = members.flatMap((member): RankRow[] => {
    const { value } = member
    if (value === null) return []
    const was = before.get(member.code) ?? null
    const change = changeOf(measure, value, was)
    return [
      {
        ...member,
        value,
        was,
        change: change ? inWords(change) : '',
        group: member.small ? 'small' : (verdicts?.get(member.code) ?? 'same'),
      },
    ]
  })
  const chosen = bySort(sort ?? 'failing', measure)
  if (flat) return rows.toSorted((a, b) => Number(a.small) - Number(b.small) || chosen(a, b))
  if (!verdicts) return rows
  const placeOf = ({ code }: RankRow): number => (sort === null ? (places.get(code) ?? 0) : 0)
  return rows.toSorted(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || placeOf(a) - placeOf(b) || chosen(a, b),
  )
}

/** Whether some row has a hollow dot for the earlier period: bars have none, nor has a period without one. */
export const hasEarlierDots = (rows: readonly RankRow[], { kind }: Measure): boolean =>
  kind !== 'total' && kind !== 'level' && rows.some(row => row.was !== null)
