import type { Dates } from './days.ts'

const english = 'January|February|March|April|May|June|July|August|September|October|November|December'
const englishMonths = english.split('|')

/** The dates that a document may name. */
export interface Datable {
  /** Dates that may be named in full. */
  days: ReadonlySet<string>
  /** Months and years within these may be named. */
  within: Dates
}

const two = (part: number | string): string => String(part).padStart(2, '0')

/** Whether some of the dates are in a month. The year may be omitted. */
function isMonthWithin({ from, to }: Dates, month: number, year: string | undefined): boolean {
  for (let at = Number(from.slice(0, 4)); at <= Number(to.slice(0, 4)); at++) {
    const key = `${at}-${two(month)}`
    if ((year === undefined || year === String(at)) && key >= from.slice(0, 7) && key <= to.slice(0, 7))
      return true
  }
  return false
}

function isDay(dates: Datable, month: number, date: number, year: string | undefined): boolean {
  return [...dates.days].some(
    day => day.endsWith(`-${two(month)}-${two(date)}`) && (year === undefined || day.startsWith(year)),
  )
}

type Found = (string | undefined)[]
const forms: [RegExp, (found: Found, dates: Datable) => boolean][] = [
  [
    /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g,
    ([year, month, date], dates) => isDay(dates, Number(month), Number(date), year),
  ],
  [
    new RegExp(`(\\d{1,2}) (${english})(?: (\\d{4}))?`, 'g'),
    ([date, month, year], dates) => isDay(dates, englishMonths.indexOf(month ?? '') + 1, Number(date), year),
  ],
  [
    /(?:(\d{4})年)?(\d{1,2})—(\d{1,2})月/g,
    ([year, first, last], { within }) =>
      isMonthWithin(within, Number(first), year) && isMonthWithin(within, Number(last), year),
  ],
  [/(?:(\d{4})年)?(\d{1,2})月/g, ([year, month], { within }) => isMonthWithin(within, Number(month), year)],
  [
    /(\d{4})年/g,
    ([year = ''], { within }) => year >= within.from.slice(0, 4) && year <= within.to.slice(0, 4),
  ],
  [
    /截至(\d{1,2})日|(\d{1,2})日起/g,
    ([to, from], { days }) => [...days].some(day => day.endsWith(`-${two(to ?? from ?? '')}`)),
  ],
  [
    /\b(20\d\d)\b/g,
    ([year = ''], { within }) => year >= within.from.slice(0, 4) && year <= within.to.slice(0, 4),
  ],
]

/** The digits in a text that do not belong to a permitted date; empty where there are none. */
export function undatedDigits(text: string, dates: Datable): string {
  const rest = forms.reduce(
    (left, [form, mayBe]) =>
      left.replaceAll(form, (whole, ...parts: Found) => (mayBe(parts.slice(0, 3), dates) ? '' : whole)),
    text,
  )
  // 12345 is the telephone number of the hotline.
  return (rest.replaceAll(/12345(?= ?热线)/g, '').match(/\S*\d\S*/g) ?? []).join(' ')
}
