import type { Answer, FunnelPlace, Measure } from '#measures'
import type { Say } from './figureWords.ts'
import type { RankedMember } from './rankMembers.ts'
import {
  changeOf,
  figureOf,
  funnelLimits,
  funnelPlace,
  isShare,
  overDispersion,
  printChange,
  shownValue,
  whyNotCompared,
} from '#measures'

/** Where a member stands among the others. */
export type RankGroup = 'worse' | 'better' | 'same' | 'small'

/** A member of a ranking beside its earlier value. */
export interface RankRow extends RankedMember {
  value: number
  was: number | null
  /** The change in words; empty where there is nothing to compare with. */
  change: string
  group: RankGroup
}

/** A share of cases, by which members can be told apart from chance. */
export const isJudged = (measure: Measure): boolean =>
  measure.kind === 'ratio' && isShare(measure.unit) && measure.better !== 'neutral'

function groupOf(place: FunnelPlace, measure: Measure): RankGroup {
  if (place === 'usual') return 'same'
  const isHigh = place === 'high' || place === 'veryHigh'
  return isHigh === (measure.better === 'higher') ? 'better' : 'worse'
}

/** The group of each member by code: beyond the 95 % limits of the funnel, or not. */
function groupsOf(answer: Answer, measure: Measure): Map<string, RankGroup> {
  const theta = figureOf(measure, answer.current.overall).value
  if (!isJudged(measure) || theta === null) return new Map()
  const counted = answer.current.totals.flatMap(cell => {
    const { numerator, n } = figureOf(measure, cell.parts)
    const [code = ''] = cell.members
    return code === '' || numerator === null || n === null || n <= 0 ? [] : [{ code, k: numerator, n }]
  })
  const tau2 = overDispersion(theta, counted)
  return new Map(
    counted.map(one => [one.code, groupOf(funnelPlace(one, funnelLimits(theta, one.n, tau2)), measure)]),
  )
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

const order: readonly RankGroup[] = ['worse', 'better', 'same', 'small']

/**
 * Ranked members with their change, in groups where the measure is a share: first those that chance and
 * the usual spread do not explain, the worst on top; then the others, the largest first.
 */
export function rankRows(
  members: readonly RankedMember[],
  answer: Answer,
  { measure, say }: { measure: Measure; say: Say },
): RankRow[] {
  const groups = groupsOf(answer, measure)
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
        change: change ? printChange(change, measure, say) : '',
        group: member.small ? 'small' : (groups.get(member.code) ?? 'same'),
      },
    ]
  })
  if (groups.size === 0) return rows
  const direction = measure.better === 'lower' ? -1 : 1
  return rows.toSorted(
    (a, b) =>
      order.indexOf(a.group) - order.indexOf(b.group) ||
      (a.group === 'same' ? (b.n ?? 0) - (a.n ?? 0) : direction * (a.value - b.value)),
  )
}
