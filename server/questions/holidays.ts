import type { Reading } from './asked.ts'
import type { PeriodForm } from './periodForm.ts'
import { periodText, yearOf } from '#measures'
import { withoutYear } from './periodForm.ts'

/** Synonyms of public holidays, by their name in the calendar. */
const said: Readonly<Record<string, { zh: string; en: string }>> = {
  元旦: { zh: '元旦节?', en: 'new year(?: day)?' },
  春节: { zh: '春节|过年', en: 'spring festival|chinese new year|lunar new year' },
  清明: { zh: '清明节?', en: 'qingming(?: festival)?|tomb-sweeping day' },
  劳动节: { zh: '五一劳动节|五一节?|劳动节', en: 'labou?r day|may day' },
  端午: { zh: '端午节?', en: 'dragon boat festival' },
  中秋: { zh: '中秋节?', en: 'mid-autumn(?: festival)?' },
  国庆节: { zh: '十一国庆节?|国庆节?', en: 'national day' },
}

/** The days off around a holiday of a year; empty where the year is not published. */
function daysOff(name: string, year: number, { holidays }: Reading): string {
  const holiday = holidays.find(holiday => holiday.zh === name && holiday.year === year)
  return holiday ? periodText(holiday) : ''
}

/** The holiday of the named year, or of this year; null where its days off are not published. */
function madeOf(name: string, year: number | null, reading: Reading): ReturnType<PeriodForm['make']> {
  const inYear = (calendarYear: number): string => daysOff(name, calendarYear, reading)
  if (year !== null) return inYear(year) || (year > yearOf(reading.today) ? String(year) : null)
  return inYear(yearOf(reading.today)) === '' ? null : withoutYear(inYear, reading)
}

const back: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: 1,
  上年: 1,
  前年: 2,
  明年: -1,
  下个: -1,
}
const backEn: Readonly<Record<string, number>> = { 'this year': 0, 'last year': 1 }

/** The year in the words before or after a holiday; null where none is named. */
function yearSaid(text: string | undefined, words: Readonly<Record<string, number>>, { today }: Reading) {
  if (text === undefined) return null
  const away = words[text]
  return away === undefined ? Number(text.slice(0, 4)) : yearOf(today) - away
}

/** 国庆期间, 去年春节, 2012年中秋假期: the days off. What lies before or after them is no such form. */
export const holidayFormsZh: readonly PeriodForm[] = Object.entries(said).map(([name, { zh }]) => ({
  pattern: new RegExp(
    `(\\d{4}年|${Object.keys(back).join('|')})?(?:${zh})(?:[三四五六七八3-8]天)?(?:黄金周|小?长假|假期|假日|放假)?(?:期间|里|中)?` +
      '(?!前后|之后|之前|节后|节前|后|前|以来|至今|到|至|放假|当天|那天)',
    'y',
  ),
  make: ([year], reading) => madeOf(name, yearSaid(year, back, reading), reading),
}))

/** during the National Day holiday, Spring Festival 2026, last year's Labour Day. */
export const holidayFormsEn: readonly PeriodForm[] = Object.entries(said).map(([name, { en }]) => ({
  pattern: new RegExp(
    `(?:(?:in|during|over|on) )?(?:the )?(${Object.keys(backEn).join('|')}|\\d{4})? ?(?:${en})` +
      `(?: holiday| golden week| break)?(?: (?:of |in )?(${Object.keys(backEn).join('|')}|\\d{4}))?`,
    'y',
  ),
  make: ([before, behind], reading) => madeOf(name, yearSaid(before ?? behind, backEn, reading), reading),
}))
