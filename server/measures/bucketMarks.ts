import type { Answer, AnswerBucket, Dates } from './answer.ts'
import type { Language } from './format.ts'
import type { Measure } from './measure.ts'
import { dayFromText, textOfDay } from '../common/day.ts'
import { wholeBucket } from './bucket.ts'
import { dateWords, rangeWords } from './coverageWords.ts'
import { knownParts } from './sideKnown.ts'

/** Why a bucket of an answer is incomplete; texts are empty where it is not. */
interface BucketMark {
  /** True where none of its days is known. */
  unknown: boolean
  /** The first range of unknown days, where other days are known; null otherwise. */
  missing: Dates | null
  /** The first counted day, where the bucket begins earlier; empty otherwise. */
  from: string
  /** The last counted day, where the bucket ends later; empty otherwise. */
  to: string
  /** True where its own days, or those of the period, are not over. */
  open: boolean
}

const missingIn = (measure: Measure, answer: Answer, bucket: Dates): Dates[] =>
  knownParts(measure, answer.current).flatMap(({ known, missing }) =>
    known === 'unknown'
      ? [{ from: bucket.from, to: bucket.to }]
      : missing
          .filter(({ from, to }) => from <= bucket.to && bucket.from <= to)
          .map(({ from, to }) => ({
            from: from < bucket.from ? bucket.from : from,
            to: to > bucket.to ? bucket.to : to,
          })),
  )

/** Why a bucket of the requested period is incomplete for a measure; null where it is complete. */
export function bucketMark(measure: Measure, answer: Answer, bucket: AnswerBucket): BucketMark | null {
  const whole = wholeBucket(answer.question.granularity, dayFromText(bucket.from) ?? 0)
  if (!whole) return null
  const [first = null] = missingIn(measure, answer, bucket)
  const unknown = first !== null && first.from === bucket.from && first.to === bucket.to
  const end = textOfDay(whole.to)
  const mark = {
    unknown,
    missing: unknown ? null : first,
    from: textOfDay(whole.from) < bucket.from ? bucket.from : '',
    to: bucket.to < end ? bucket.to : '',
    open: answer.partial || answer.asOf < end,
  }
  return unknown || mark.missing || mark.from || mark.to ? mark : null
}

/** Whether the counted days of a bucket end before it does: it is not over, or the period ends within it. */
export const isCutShort = (measure: Measure, answer: Answer, bucket: AnswerBucket): boolean => {
  const mark = bucketMark(measure, answer, bucket)
  return mark !== null && !mark.unknown && mark.to !== ''
}

/**
 * How many buckets a line draws: all but the last, where less than `least` of its days are counted. A single
 * day would look like a fall of a monthly count, and rates of few cases vary widely. An only bucket is drawn.
 */
export function drawnBuckets(measure: Measure, answer: Answer, least = 1): number {
  const { buckets } = answer.current
  const last = buckets.at(-1)
  if (!last || buckets.length === 1 || !isCutShort(measure, answer, last)) return buckets.length
  const [from, to] = [dayFromText(last.from) ?? 0, dayFromText(last.to) ?? 0]
  const whole = wholeBucket(answer.question.granularity, from)
  const isShort = whole && to - from + 1 < (whole.to - whole.from + 1) * least
  return isShort ? buckets.length - 1 : buckets.length
}

/** The remark after the name of an incomplete bucket: （到11月29日）; empty for complete ones. */
export function bucketMarkWords(mark: BucketMark | null, language: Language, year: string): string {
  if (!mark) return ''
  const zh = language === 'zh'
  const date = (day: string): string => dateWords(day, language, year)
  const said = mark.unknown
    ? [zh ? '无数据' : 'no data']
    : [
        ...(mark.from ? [zh ? `自${date(mark.from)}起` : `from ${date(mark.from)}`] : []),
        ...(mark.to ? [zh ? `到${date(mark.to)}为止` : `until ${date(mark.to)}`] : []),
        ...(mark.missing ? [`${zh ? '缺' : 'no data for '}${rangeWords(mark.missing, language, year)}`] : []),
      ]
  return zh ? `（${said.join('，')}）` : ` (${said.join(', ')})`
}
