import type { TargetName } from '../../rows/targetNames.ts'
import type { Rules } from './rule.ts'
import { caseRules } from './caseRules.ts'
import { feedbackRules } from './feedbackRules.ts'
import { tradeRules } from './tradeRules.ts'

/** Rules for the headings of each target's fields. */
export const rulesOf: Partial<Record<TargetName, Rules>> = {
  cases: caseRules,
  trades: tradeRules,
  feedback: feedbackRules,
}
