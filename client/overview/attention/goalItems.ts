import type { Answer, Goal, Measure, MeasureId } from '#measures'
import type { Say } from '../../ui/figureWords.ts'
import type { AttentionItem } from './item.ts'
import {
  addsUp,
  dimensionOf,
  factsOf,
  figureOf,
  measureNamed,
  partKey,
  partsOf,
  percentText,
  printLine,
  printValue,
} from '#measures'
import { againstGoal } from '../../ui/againstGoal.ts'

/** The goals, and what is needed to write sentences. */
interface Judged {
  goals: readonly Goal[]
  say: Say
}

/** True where an answer contains the parts of a measure. */
export const isIn = (id: string, { current }: Answer): boolean =>
  partsOf(measureNamed(id)).every(part => partKey(part) in current.overall)

/**
 * The page that explains a missed goal: the progress of trades for their sums, or the ranking of windows for
 * a rate of cases. Null for all others, whose records are opened instead.
 */
function evidenceOf(measure: Measure, id: string, isSum: boolean): AttentionItem['to'] {
  if (isSum && factsOf(measure).includes('trades')) return { name: 'trading', hash: '#pace' }
  return !isSum && dimensionOf(measure, 'window') !== null ? { name: 'windows', query: { rank: id } } : null
}

/** The item for a missed goal, with the amount that is missing; null where the goal is met. */
function itemFor(id: string, answer: Answer, { goals, say }: Judged): AttentionItem | null {
  const { t } = say
  const measure = measureNamed(id)
  const comparison = againstGoal(id, answer, goals)
  const figure = figureOf(measure, answer.current.overall)
  const { value } = figure
  if (!comparison || comparison.met || value === null) return null
  const { goal, pace, share } = comparison
  const due = goal.value * (pace ?? 1)
  const name = measure.names[say.language]
  const { inheritedFrom } = goal
  const told = inheritedFrom ? t('attention.inherited', { name: inheritedFrom[say.language] }) : ''
  const gap = printValue(Math.abs(due - value), measure, say)
  const isSum = addsUp(measure)
  const ofTrades = factsOf(measure).includes('trades')
  const unit = measure.unit === 'percent' ? t('attention.points') : gap.unit
  return {
    key: `goal ${id}`,
    amount: gap.text,
    unit: t('attention.gap', { unit }),
    title: t(isSum ? 'attention.behind' : 'attention.missed', { name }),
    detail:
      t(isSum ? 'attention.behindDetail' : 'attention.missedDetail', {
        share: `${percentText(share ?? 0)}%`,
        pace: `${percentText(pace ?? 0)}%`,
        goal: printLine(goal.value, measure, say),
        due: printLine(due, measure, say),
        value: printLine(value, measure, say),
      }) + told,
    owner: t(ofTrades ? 'attention.tradingCentre' : 'attention.hallManagers'),
    next: t(ofTrades ? 'attention.behindNext' : 'attention.missedNext'),
    urgent: true,
    measure: id as MeasureId,
    figure,
    subject: name,
    fault: t(isSum ? 'attention.behindFault' : 'attention.missedFault', {
      gap: unit === gap.unit ? printLine(Math.abs(due - value), measure, say) : `${gap.text} ${unit}`,
    }),
    to: evidenceOf(measure, id, isSum),
  }
}

/** The goals of the whole hall that are missed in the period of some answers; sums are compared by pace. */
export function goalItems(
  goals: readonly Goal[],
  answers: readonly (Answer | null)[],
  say: Say,
): AttentionItem[] {
  const names = [...new Set(goals.map(goal => goal.measure))]
  return names.flatMap(name => {
    const answer = answers.find(answer => answer !== null && isIn(name, answer))
    return (answer && itemFor(name, answer, { goals, say })) ?? []
  })
}
