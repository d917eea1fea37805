import type { Answer, Measure } from '#measures'
import type { Say } from './figureWords.ts'
import type { RankedMember } from './rankMembers.ts'
import type { Verdict } from './standOut.ts'
import { changeOf, figureOf, printChange, shownValue, whyNotCompared } from '#measures'
import { isJudged, standOut } from './standOut.ts'

/** Where a member stands among the others. */
export type RankGroup = Verdict | 'same' | 'small'

/** A member of a ranking beside its earlier value. */
export interface RankRow extends RankedMember {
  value: number
  was: number | null
  /** The change in words; empty where there is nothing to compare with. */
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

const order: readonly RankGroup[] = ['worse', 'better', 'same', 'small']

/**
 * Ranked members with their change, in groups where the measure is a share: first those that chance and
 * the usual spread do not explain, the strongest evidence about the most cases on top; then the others,
 * the largest first.
 */
export function rankRows(
  members: readonly RankedMember[],
  answer: Answer,
  { measure, say }: { measure: Measure; say: Say },
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
        change: change ? printChange(change, measure, say) : '',
        group: member.small ? 'small' : (verdicts?.get(member.code) ?? 'same'),
      },
    ]
  })
  if (!verdicts) return rows
  const placeOf = ({ code }: RankRow): number => places.get(code) ?? 0
  return rows.toSorted(
    (a, b) =>
      order.indexOf(a.group) - order.indexOf(b.group) || placeOf(a) - placeOf(b) || (b.n ?? 0) - (a.n ?? 0),
  )
}
