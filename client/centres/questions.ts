import type { MeasureId, QuestionInput } from '#measures'
import { dayFromText, factsOf, measures } from '#measures'

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

/** What is looked at besides for what needs action. */
export const watchedMeasures = [
  'overdueOpenCases',
  'awardsAboveCeiling',
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

/** How far the records of a centre reach. */
interface Reach {
  centre: { code: string }
  until: string | null
}

/**
 * The records of a centre may end so many days before those of the others and still be compared: all are
 * counted to the same day. Source: `docs/domain.md`, section 8.
 */
const mostBehind = 7

/**
 * The centres whose records end long before a period does, or before those of the others do. Compared all
 * the same, they would hold back the figures of all.
 */
export function behindOthers(reached: readonly Reach[], to: number): Set<string> {
  const days = reached.map(({ until }) => (until === null ? null : dayFromText(until)))
  const end = Math.min(to, Math.max(...days.map(day => day ?? -Infinity)))
  const behind = reached.filter((_, place) => (days[place] ?? -Infinity) < end - mostBehind)
  return new Set(behind.map(({ centre }) => centre.code))
}
