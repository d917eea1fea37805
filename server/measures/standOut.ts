import type { Named } from './accusation.ts'
import type { Answer } from './answer.ts'
import type { Measure } from './measure.ts'
import { nameMembers, shareEvidence } from './accusation.ts'
import { isShare } from './change.ts'
import { figureOf } from './value.ts'

/** Whether a member does better or worse than the hall by more than chance and the usual spread. */
export type Verdict = 'better' | 'worse'

/** The members of an answer that differ significantly; every list that names members uses this rule. */
interface StandOut {
  members: { code: string; k: number; n: number }[]
  theta: number
  tau2: number
  /** The number of members that were tested. */
  lookedAt: number
  /** The verdicts by code, strongest evidence first. */
  verdicts: Map<string, Verdict>
}

/** True for shares of cases with a good side, in which members are tested. */
export const isJudged = (measure: Measure): boolean =>
  measure.kind === 'ratio' && isShare(measure.unit) && measure.better !== 'neutral'

const verdictOf = ({ side }: Named, { better }: Measure): Verdict =>
  (side === 'high') === (better === 'higher') ? 'better' : 'worse'

/**
 * Tests the members of an answer's first dimension in a share; rows without a member are left out. Null where
 * nothing was counted. Measures in which neither more nor less is better have no verdicts.
 */
export function standOut(answer: Answer, measure: Measure): StandOut | null {
  const members = answer.current.totals.flatMap(cell => {
    const { numerator, n } = figureOf(measure, cell.parts)
    const [code = ''] = cell.members
    return code === '' || numerator === null || n === null || n <= 0 ? [] : [{ code, k: numerator, n }]
  })
  const theta = figureOf(measure, answer.current.overall).value
  if (theta === null || members.length === 0) return null
  const { named, tau2, lookedAt } = nameMembers(shareEvidence(members, theta))
  const verdicts = isJudged(measure)
    ? named.map(member => [member.code, verdictOf(member, measure)] as const)
    : []
  return { members, theta, tau2, lookedAt, verdicts: new Map(verdicts) }
}
