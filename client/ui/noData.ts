import type { Answer, Dates, Measure } from '#measures'
import type { Say } from './figureWords.ts'
import { dateWords, dayFromText, whyNotKnown } from '#measures'
import { yearUnsaid } from './figureWords.ts'

/** Why a period has no figures, and the nearest day that may have some. */
export interface NoData {
  reason: string
  /** The nearest known day; null where there is none, or where data on both sides are far away. */
  day: string | null
  /** The answer without figures, and the measures that it was asked for. */
  answer: Answer
  measures: readonly Measure[]
  /** Returns the text of the link to a day. */
  look: (day: string) => string
}

/** The maximum distance of the nearest known day, in days, for a period between two ranges of data. */
const furthest = 366

/** The known day that is nearest to the days of an answer. */
function nearestOf({ until, since }: Record<'until' | 'since', string | null>, { from, to }: Dates) {
  if (until === null || since === null) return until ?? since
  const number = (text: string): number => dayFromText(text) ?? 0
  const [before, after] = [number(from) - number(until), number(since) - number(to)]
  if (Math.min(before, after) > furthest) return null
  return before <= after ? until : since
}

/** Why an answer has no figures for any of the measures; null where one of them is known at least in part. */
export function noDataOf(measures: readonly Measure[], answer: Answer | null, say: Say): NoData | null {
  if (!answer || measures.length === 0) return null
  const reasons = measures.map(measure => whyNotKnown(measure, answer))
  const [first] = reasons
  if (!first || reasons.some(reason => reason?.reason !== 'nowUnknown') || !('until' in first)) return null
  const day = nearestOf(first, answer.current)
  const isBefore = first.until === null && first.since !== null
  return {
    reason: say.t(isBefore ? 'noData.before' : 'noData.yet'),
    day,
    answer,
    measures,
    look: found => say.t('noData.look', { day: dateWords(found, say.language, yearUnsaid(answer)) }),
  }
}
