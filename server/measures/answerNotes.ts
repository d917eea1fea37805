import type { Answer, AnswerBucket, Dates } from './answer.ts'
import type { Granularity } from './bucket.ts'
import type { Language } from './format.ts'
import type { Measure } from './measure.ts'
import { dayFromText, textOfDay } from '../common/day.ts'
import { wholeBucket } from './bucket.ts'
import { whyNotKnown } from './comparable.ts'
import { causeWords, dateWords } from './coverageWords.ts'
import { knownParts } from './sideKnown.ts'
import { timeName } from './timeName.ts'

const mostNamed = 3

/** The name of a bucket; a week by its first day. */
export function bucketName(
  { key, from }: AnswerBucket,
  granularity: Granularity,
  language: Language,
): string {
  if (granularity !== 'week') return timeName(key, language)
  const day = dateWords(from, language, '')
  return language === 'zh' ? `${day}起的一周` : `the week from ${day}`
}

/** True where a range of missing days contains all days of a bucket, or with `partly` at least one. */
const lacks = (missing: readonly Dates[], { from, to }: Dates, partly: boolean): boolean =>
  missing.some(range =>
    partly ? range.from <= to && from <= range.to : range.from <= from && to <= range.to,
  )

/** Joins adjacent buckets to ranges: 2013年至2024年. */
function stretches(
  buckets: readonly AnswerBucket[],
  found: (bucket: AnswerBucket) => boolean,
): AnswerBucket[][] {
  const runs: AnswerBucket[][] = []
  let open: AnswerBucket[] | null = null
  for (const bucket of buckets) {
    if (!found(bucket)) {
      open = null
      continue
    }
    if (open) open.push(bucket)
    else runs.push((open = [bucket]))
  }
  return runs
}

function stretchWords(runs: readonly AnswerBucket[][], granularity: Granularity, language: Language): string {
  const name = (bucket: AnswerBucket): string => bucketName(bucket, granularity, language)
  const said = runs.map(([first, ...others]) => {
    const last = others.at(-1)
    if (!first) return ''
    if (!last) return name(first)
    return language === 'zh' ? `${name(first)}至${name(last)}` : `${name(first)} to ${name(last)}`
  })
  const shown = said.slice(0, mostNamed).join(language === 'zh' ? '、' : ', ')
  if (said.length <= mostNamed) return shown
  return language === 'zh' ? `${shown}等${said.length}段` : `${shown} and ${said.length - mostNamed} more`
}

/** Remarks about buckets of which all or some days are unknown. */
function missingTimes(measure: Measure, { question, current }: Answer, language: Language): string[] {
  const { granularity } = question
  const missing = knownParts(measure, current).flatMap(part => part.missing)
  if (missing.length === 0) return []
  const all = stretches(current.buckets, bucket => lacks(missing, bucket, false))
  const some = stretches(
    current.buckets,
    bucket => lacks(missing, bucket, true) && !lacks(missing, bucket, false),
  )
  const [none, partly] = [all, some].map(runs => stretchWords(runs, granularity, language))
  const zh = language === 'zh'
  return [
    ...(none ? [zh ? `${none}无数据` : `no data for ${none}`] : []),
    ...(partly ? [zh ? `${partly}的数据不全` : `not all days are known of ${partly}`] : []),
  ]
}

/** How a chart draws its last bucket, where not all of its days are counted. */
export type LastDrawn = 'leftOut' | 'marked'

/** A remark where the last bucket is not over: it is counted up to the last known day, or not drawn. */
function unfinishedTime(
  { question, current, partial }: Answer,
  language: Language,
  drawn?: LastDrawn,
): string[] {
  const { granularity } = question
  const last = current.buckets.findLast(({ from }) => from <= current.to)
  if (!(partial || drawn) || granularity === 'none' || !last) return []
  const start = dayFromText(last.from) ?? 0
  const whole = wholeBucket(granularity, start)
  if (!whole || textOfDay(whole.to) <= current.to) return []
  const name = bucketName(last, granularity, language)
  const zh = language === 'zh'
  if (drawn === 'leftOut') {
    const days = (dayFromText(current.to) ?? 0) - start + 1
    const held = days === 1 ? '1 day' : `${days} days`
    return [zh ? `${name}只有${days}天，未画出` : `${name} has only ${held} and is not drawn`]
  }
  const until = dateWords(current.to, language, last.from.slice(0, 4))
  const said = zh
    ? `${name}${partial ? '未结束，' : ''}只数到${until}`
    : `${name} is ${partial ? 'not over: it is counted' : 'counted only'} until ${until}`
  // The same sign is at the tick.
  return [drawn === 'marked' ? `* ${said}` : said]
}

/** The compared period; empty where there is none. */
export function comparedDays({ earlier }: Answer, language: Language): string {
  if (!earlier || earlier.to < earlier.from) return ''
  const [from, to] = [dateWords(earlier.from, language, ''), dateWords(earlier.to, language, '')]
  if (from === to) return language === 'zh' ? `对比期：${from}` : `compared with ${from}`
  return language === 'zh' ? `对比期：${from}至${to}` : `compared with ${from} to ${to}`
}

/**
 * Remarks about an answer: unknown days or buckets, and the bucket that is not over. Beside a chart, `drawn`
 * tells how that bucket is drawn.
 */
export function answerNotes(
  answer: Answer,
  {
    measures,
    language,
    drawn,
  }: { measures: readonly Measure[]; language: Language; drawn?: LastDrawn | undefined },
): string[] {
  const isCourse = answer.question.granularity !== 'none'
  const asked = answer.current.to.slice(0, 4)
  // The present year is left out of dates.
  const year = answer.asOf.startsWith(asked) ? asked : ''
  const missing = measures.flatMap(measure => {
    if (isCourse) return missingTimes(measure, answer, language)
    const whyNot = whyNotKnown(measure, answer)
    return whyNot?.reason === 'nowPartly' ? [causeWords(whyNot, language, year)] : []
  })
  return [...new Set([...missing, ...unfinishedTime(answer, language, drawn)])]
}
