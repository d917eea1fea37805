import type { Answer, Dates, Measure, QuestionInput } from '#measures'
import type { Say } from './figureWords.ts'
import { dateWords, dayFromText, isAmount, measureNamed, shownValue, textOfDay, whyNotKnown } from '#measures'
import { pointsOf } from '../charts/points.ts'
import { yearUnsaid } from './figureWords.ts'

/** Why there are no figures for a period, and the nearest day that may have some. */
export interface NoData {
  reason: string
  /** The nearest known day; null where there is none, or none that is near. */
  day: string | null
  /** Asks for the figures themselves on that day and those behind it; null where there is no day. */
  question: QuestionInput | null
  measures: readonly Measure[]
  /** The words of the link that leads to a day. */
  look: (day: string) => string
}

/** Behind the nearest known day, so many days are looked at for a figure. */
const looked = 14
/** Between two stretches of data, no day is offered that is further away than a year. */
const furthest = 366

/** The known day that is nearest to the days of an answer. */
function nearestOf({ until, since }: Record<'until' | 'since', string | null>, { from, to }: Dates) {
  if (until === null || since === null) return until ?? since
  const number = (text: string): number => dayFromText(text) ?? 0
  const [before, after] = [number(from) - number(until), number(since) - number(to)]
  if (Math.min(before, after) > furthest) return null
  return before <= after ? until : since
}

/** Asks day by day for the figures of the measures, from the nearest known day on away from the period. */
function daysFrom(day: string, { question, current }: Answer, measures: readonly Measure[]): QuestionInput {
  const near = dayFromText(day) ?? 0
  const far = textOfDay(day < current.from ? near - looked + 1 : near + looked - 1)
  const { centres, filters, benchmark } = question
  return {
    measures: question.measures.filter(id => measures.includes(measureNamed(id))),
    centres,
    filters,
    benchmark,
    period: day < current.from ? `${far}..${day}` : `${day}..${far}`,
    comparison: 'none',
    granularity: 'day',
    groupBy: [],
  }
}

/**
 * The day of such an answer that is nearest to `day` and has a figure: a count of nothing, which may only
 * be that another kind of date is recorded on it, is none.
 */
export function dayWithFigures(answer: Answer, measures: readonly Measure[], day: string): string | null {
  const days = measures.flatMap(measure =>
    pointsOf(answer.current, measure).flatMap(({ from, figure }) => {
      const value = shownValue(figure)
      return value === null || (value === 0 && isAmount(measure)) ? [] : [from]
    }),
  )
  const sorted = days.toSorted()
  return (answer.current.from === day ? sorted[0] : sorted.at(-1)) ?? null
}

/**
 * Why an answer has no figures for any of the measures; null where one of them is known, wholly or in
 * part.
 */
export function noDataOf(measures: readonly Measure[], answer: Answer | null, say: Say): NoData | null {
  if (!answer || measures.length === 0) return null
  const reasons = measures.map(measure => whyNotKnown(measure, answer))
  const [first] = reasons
  if (!first || reasons.some(one => one?.reason !== 'nowUnknown') || !('until' in first)) return null
  const day = nearestOf(first, answer.current)
  const isBefore = first.until === null && first.since !== null
  return {
    reason: say.t(isBefore ? 'noData.before' : 'noData.yet'),
    day,
    question: day === null ? null : daysFrom(day, answer, measures),
    measures,
    look: found => say.t('noData.look', { day: dateWords(found, say.language, yearUnsaid(answer)) }),
  }
}
