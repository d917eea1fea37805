import type { Answer, Change, Measure, Printable, Printing, Verdict } from '#measures'
import type { Say } from './figureWords.ts'
import type { RankedMember } from './rankMembers.ts'
import {
  changeOf,
  estimated,
  figureOf,
  isJudged,
  isShare,
  printChange,
  printLine,
  printPoints,
  printValue,
  shownValue,
  standOut,
  whyNotCompared,
} from '#measures'

/** The group in which a member is listed. */
export type RankGroup = Verdict | 'same' | 'small'

/** A member of a ranking with its earlier value. */
export interface RankRow extends RankedMember {
  value: number
  was: number | null
  /** The change as text without a unit; empty where there is no comparison. */
  change: string
  group: RankGroup
}

/**
 * A value as in a column with its unit in the heading. Shares keep their sign; amounts of money keep their
 * unit, because it depends on their size.
 */
export const printBare = (value: number, of: Printable, how: Printing): string =>
  isShare(of.unit) || of.unit === 'fen' ? printLine(value, of, how) : printValue(value, of, how).text

/** A change as in a column: its direction and its size, without a unit. */
function bareChange(change: Change, { unit }: Measure, say: Say): string {
  if (isShare(unit)) return printPoints(change, say.language)
  if (change.direction === 'same') return printChange(change, { unit }, say)
  const by = printBare(Math.abs(change.difference), estimated({ unit }, change), say)
  return say.t(`rank.${change.direction}`, { by })
}

/** The earlier values of the members that may be compared. */
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

/** The possible orders of the rows of a group: cases on the bad side, the value, or all cases. */
export const rankSorts = ['failing', 'value', 'n'] as const
export type RankSort = (typeof rankSorts)[number]

/** Compares rows: the worst value first; among equal values the one with more cases. */
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
 * Ranked members with their change. For a share they are grouped: first those that differ significantly from
 * the hall, then the others; each group is ordered by `sort`, the worst first. Without `sort`, significant
 * members are ordered by strength of evidence. With `flat`, all tested members make one list, which shows
 * where a shortfall arises.
 */
export function rankRows(
  members: readonly RankedMember[],
  answer: Answer,
  { measure, say, sort = null, flat = false }: RankOptions,
): RankRow[] {
  const verdicts = isJudged(measure) ? standOut(answer, measure)?.verdicts : undefined
  const places = new Map(Array.from(verdicts?.keys() ?? [], (code, place) => [code, place]))
  const before = earlierValues(answer, measure)
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
        change: change ? bareChange(change, measure, say) : '',
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

/** True where a row shows its earlier value as a hollow dot; bars have none. */
export const hasEarlierDots = (rows: readonly RankRow[], { kind }: Measure): boolean =>
  kind !== 'total' && kind !== 'level' && rows.some(row => row.was !== null)
