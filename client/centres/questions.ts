import type { MeasureId, QuestionInput } from '#measures'
import { factsOf, measures } from '#measures'

/**
 * By which centres stand side by side: measures whose parts add up over centres, so that each sum is exact.
 * None of them is money, which is added in one currency alone.
 */
export const centreMeasures = [
  'casesReceived',
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'ownGoodReviewRate',
  'tradesConcluded',
] as const satisfies readonly MeasureId[]

/** A centre with the facts of which it holds records. */
interface Holding {
  code: string
  filled: { facts: readonly string[] }
}

/**
 * One question a fact, of the centres that hold records of it: a station without trades would else leave
 * none of the days of the others known.
 */
export function questionsOf(
  centres: readonly Holding[],
  period: string,
  ids: readonly MeasureId[] = centreMeasures,
): QuestionInput[] {
  const factOf = (id: MeasureId): string => factsOf(measures[id])[0] ?? ''
  return Array.from(new Set(ids.map(factOf)), (fact): QuestionInput & { centres: string[] } => ({
    measures: ids.filter(id => factOf(id) === fact),
    centres: centres.filter(({ filled }) => filled.facts.includes(fact)).map(({ code }) => code),
    period,
    groupBy: ['centre'],
    comparison: 'none',
  })).filter(question => question.centres.length > 0)
}
