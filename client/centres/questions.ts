import type { MeasureId, QuestionInput } from '#measures'
import { dayFromText, factsOf, measures } from '#measures'

/**
 * The measures by which centres are compared. Their parts add up over centres, so every sum is exact. None is
 * an amount of money, because centres may use different currencies.
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

/** Further measures that are read to find what needs action. */
export const watchedMeasures = [
  'overdueOpenCases',
  'awardsAboveCeiling',
] as const satisfies readonly MeasureId[]

/** A centre and the facts of which it holds records. */
interface Holding {
  code: string
  filled: { facts: readonly string[] }
}

/**
 * One question per fact, about the centres that hold records of it. In one common question, a centre without
 * trades would make the days of all others unknown.
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

/** The last day up to which a centre has records. */
interface Reach {
  centre: { code: string }
  until: string | null
}

/**
 * How many days the records of a centre may end before those of the others for it to be still compared; all
 * are then counted up to the same day. Source: `docs/domain.md`, section 8.
 */
const mostBehind = 7

/**
 * The centres whose records end long before the period does, or long before those of the other centres. They
 * are left out, because all centres are counted up to the earliest last day.
 */
export function behindOthers(reached: readonly Reach[], to: number): Set<string> {
  const days = reached.map(({ until }) => (until === null ? null : dayFromText(until)))
  const end = Math.min(to, Math.max(...days.map(day => day ?? -Infinity)))
  const behind = reached.filter((_, place) => (days[place] ?? -Infinity) < end - mostBehind)
  return new Set(behind.map(({ centre }) => centre.code))
}
