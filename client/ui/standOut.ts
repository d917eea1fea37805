import type { Answer, Measure, Named } from '#measures'
import { figureOf, isShare, nameMembers, shareEvidence } from '#measures'

/** Whether a member does better or worse than the hall by more than chance and the usual spread. */
export type Verdict = 'better' | 'worse'

/** Who of an answer's members stands out, by the one rule for lists that name members. */
interface StandOut {
  members: { code: string; k: number; n: number }[]
  theta: number
  tau2: number
  /** Of how many members it was looked. */
  lookedAt: number
  /** By code, the strongest evidence about the most cases first. */
  verdicts: Map<string, Verdict>
}

/** A share of cases, by which members can be told apart from chance. */
export const isJudged = (measure: Measure): boolean =>
  measure.kind === 'ratio' && isShare(measure.unit) && measure.better !== 'neutral'

const verdictOf = ({ side }: Named, { better }: Measure): Verdict =>
  (side === 'high') === (better === 'higher') ? 'better' : 'worse'

/**
 * Members of an answer's first dimension that stand out in a share, the nameless left out; null where
 * nothing was counted. Of a measure of which neither more nor less is better nobody is named.
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
  const verdicts = isJudged(measure) ? named.map(one => [one.code, verdictOf(one, measure)] as const) : []
  return { members, theta, tau2, lookedAt, verdicts: new Map(verdicts) }
}
