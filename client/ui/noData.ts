import type { Answer, Measure } from '#measures'
import type { Say } from './figureWords.ts'
import { dateWords, whyNotKnown } from '#measures'
import { yearOfAnswer } from './figureWords.ts'

/** Why there are no figures for a period, and the nearest day that has some. */
export interface NoData {
  reason: string
  /** The day to look at instead; null where there is none at all. */
  day: string | null
  /** The words of the link that leads there. */
  look: string
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
  const day = first.until ?? first.since
  const words = day === null ? '' : dateWords(day, say.language, yearOfAnswer(answer))
  return {
    reason: say.t(first.until === null && day !== null ? 'noData.before' : 'noData.yet'),
    day,
    look: day === null ? '' : say.t('noData.look', { day: words }),
  }
}
