import type { Answer, Measure, QuestionInput } from '#measures'
import { dayFromText, isAmount, measureNamed, shownValue, textOfDay } from '#measures'
import { pointsOf } from '../charts/points.ts'

/** The number of days that are searched from the nearest known day on. */
const looked = 14

/** A question by day for the measures, from the nearest known day away from the period. */
export function daysFrom(
  day: string,
  { question, current }: Answer,
  measures: readonly Measure[],
): QuestionInput {
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
 * The day in such an answer that is nearest to `day` and has a figure; null where there is none. A count of
 * zero is no figure: on such a day perhaps only another time dimension has records.
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
