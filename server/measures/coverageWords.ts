import type { Answer, Dates, KnownAround, Member } from './answer.ts'
import type { WhyNot } from './comparable.ts'
import type { Language } from './format.ts'
import type { Measure } from './measure.ts'
import type { Setting } from './settingChange.ts'
import { whyNotKnown } from './comparable.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A month from 1 to 12 in English: October. */
export const monthName = (month: number): string => months[month - 1] ?? ''

/** A date in a sentence: 11月27日 or 27 November; with the year where it differs from `year`. */
export function dateWords(date: string, language: Language, year: string): string {
  const [own = '', month = 1, day = 1] = date
    .split('-')
    .map((part, index) => (index === 0 ? part : Number(part)))
  const isSameYear = own === year
  if (language === 'zh') return `${isSameYear ? '' : `${own}年`}${month}月${day}日`
  return `${day} ${monthName(Number(month))}${isSameYear ? '' : ` ${own}`}`
}

/** A range of days in a sentence, or a single day. */
export function rangeWords({ from, to }: Dates, language: Language, year: string): string {
  const [first, last] = [dateWords(from, language, year), dateWords(to, language, year)]
  if (from === to) return first
  return language === 'zh' ? `${first}至${last}` : `${first} to ${last}`
}

const settingWords: Record<Setting, Record<Language, (date: string) => string>> = {
  hours: {
    zh: date => `自${date}起作息时间调整`,
    en: date => `the opening hours changed on ${date}`,
  },
  limits: {
    zh: date => `自${date}起办理时限调整`,
    en: date => `the limits changed on ${date}`,
  },
  instant: {
    zh: date => `自${date}起即办认定调整`,
    en: date => `what counts as instant changed on ${date}`,
  },
}

/** The units that lack days, in a sentence; empty where the days are missing for all. */
function unitsWords(units: readonly Member[], language: Language): string {
  const [first] = units
  if (!first) return ''
  const others = units.length - 1
  if (others === 0) return first[language]
  return language === 'zh' ? `${first.zh}等${units.length}个单位` : `${first.en} and ${others} more`
}

/** The missing days with their units: 房管所10月10日至10月12日. */
function missingWords(
  { missing, units = [] }: Extract<WhyNot, { missing: Dates }>,
  language: Language,
  year: string,
): string {
  const [whose, days] = [unitsWords(units, language), rangeWords(missing, language, year)]
  if (language === 'zh') return `${whose}${days}`
  return whose === '' ? `for ${days}` : `from ${whose} for ${days}`
}

/** The cause of a missing value or change, without "not compared". Dates in `year` are printed without it. */
export function causeWords(whyNot: WhyNot, language: Language, year: string): string {
  const zh = language === 'zh'
  const date = (text: string): string => dateWords(text, language, year)
  switch (whyNot.reason) {
    case 'notAsked':
      return ''
    case 'nowUnknown':
      return nowUnknownWords(whyNot, language, date)
    case 'nowPartly':
      return zh
        ? `${missingWords(whyNot, language, year)}无数据`
        : `no data ${missingWords(whyNot, language, year)}`
    case 'earlierUnknown':
      return earlierUnknownWords(whyNot, language, date)
    case 'earlierPartly':
      return zh
        ? `对比期${missingWords(whyNot, language, year)}无数据`
        : `no data ${missingWords(whyNot, language, year)}`
    case 'nowClosed':
      return zh ? '本期无工作日' : 'no working day in this period'
    case 'earlierClosed':
      return zh ? '对比期无工作日' : 'no working day in the earlier period'
    case 'unequalDays':
      return zh ? '两类数据截止日不同' : 'its two kinds of data end on different days'
    case 'definitionChanged':
      return zh
        ? `自${date(whyNot.from)}起口径调整，之前无可比数据`
        : `the definition changed on ${date(whyNot.from)}; earlier records lack what it counts`
    case 'settingChanged':
      return settingWords[whyNot.setting][language](date(whyNot.from))
    case 'nothingCounted':
      return zh ? '没有可比的数' : 'nothing to compare with'
    case 'noRecords':
      return zh ? '没有可计的记录' : 'no records to count'
    case 'belowResolution':
      return zh ? '相差不超过分组估计的误差' : 'the difference is within the error of the estimate'
  }
}

/** Causes that need no "not compared". */
const selfEvident: readonly WhyNot['reason'][] = ['notAsked', 'nowUnknown', 'nothingCounted', 'noRecords']

/** Why there is no value or no change, in a few words. Dates in `year` are printed without it. */
export function whyNotWords(whyNot: WhyNot, language: Language, year: string): string {
  const cause = causeWords(whyNot, language, year)
  if (selfEvident.includes(whyNot.reason)) return cause
  return language === 'zh' ? `${cause}，不作比较` : `not compared: ${cause}`
}

type SayDate = (text: string) => string

type Unknown = KnownAround & { units?: Member[] }

function nowUnknownWords({ until, since, units = [] }: Unknown, language: Language, date: SayDate): string {
  const zh = language === 'zh'
  const whose = unitsWords(units, language)
  const data = whose === '' ? 'no data' : `no data from ${whose}`
  if (since !== null)
    return zh ? `${whose}无数据（数据自${date(since)}起）` : `${data}: they begin on ${date(since)}`
  if (until === null) return zh ? `${whose}尚无数据` : `${data} yet`
  return zh ? `${whose}尚无数据，数据到${date(until)}为止` : `${data} yet: they end on ${date(until)}`
}

function earlierUnknownWords({ since, units = [] }: Unknown, language: Language, date: SayDate): string {
  const zh = language === 'zh'
  const whose = unitsWords(units, language)
  const data = whose === '' ? 'data' : `data from ${whose}`
  if (since === null) return zh ? `对比期${whose}无数据` : `no ${data} for the earlier period`
  return zh ? `对比期${whose}无数据（数据自${date(since)}起）` : `${data} begin on ${date(since)}`
}

/** The mark after the name of a member whose unit alone lacks some days; else empty. */
export function partlyKnownMark(
  measure: Measure,
  answer: Answer,
  { members, language }: { members: readonly string[]; language: Language },
): string {
  const whyNot = whyNotKnown(measure, answer, members)
  if (whyNot?.reason !== 'nowPartly' || !whyNot.units) return ''
  const days = rangeWords(whyNot.missing, language, answer.current.to.slice(0, 4))
  return language === 'zh' ? `（缺${days}）` : ` (no data for ${days})`
}
