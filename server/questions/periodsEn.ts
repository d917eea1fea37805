import type { Reading } from './asked.ts'
import type { PeriodForm, RangeWords } from './periodForm.ts'
import { textOfDay, weekdayOf, yearOf } from '#measures'
import { holidayFormsEn } from './holidays.ts'
import { wholeNumber } from './normalise.ts'
import { withoutYear } from './periodForm.ts'
import {
  dayText,
  lastDayOfMonth,
  lastSpan,
  monthAway,
  monthText,
  quarterAway,
  weekText,
} from './periodParts.ts'

const sticky = (source: string): RegExp =>
  new RegExp(String.raw`(?:(?:in|during|for|on|over|of) (?:the )?)?(?:${source})`, 'y')
const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const abbreviated = (name: string): string[] =>
  name === 'september' ? [name, 'sept', 'sep'] : [name, name.slice(0, 3)]
const month = `(${months.flatMap(abbreviated).join('|')})`
const monthOfWord = (word = ''): number => months.findIndex(name => name.startsWith(word.slice(0, 3))) + 1
const n = '(\\d+|one|two|three|four|five|six|seven|eight|nine|ten)'
const number = (text = ''): number => wholeNumber(text) ?? 0
/** The year behind a month or a quarter: 2012, this year, last year. */
const year = String.raw`(?: ?(?:of |in )?(\d{4}|this year|last year))?`

function yearly(text: string | undefined, reading: Reading, inYear: (year: number) => string) {
  if (text === undefined) return withoutYear(inYear, reading)
  if (/^\d/.test(text)) return inYear(Number(text))
  return inYear(yearOf(reading.today) - (text === 'last year' ? 1 : 0))
}

const ordinals = ['first', 'second', 'third', 'fourth']
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const words: PeriodForm[] = [
  { pattern: sticky('today|now|right now|currently|at present|at the moment'), make: () => 'today' },
  {
    pattern: sticky('the day before yesterday|day before yesterday'),
    make: (_, { today }) => textOfDay(today - 2),
  },
  { pattern: sticky('yesterday'), make: () => 'yesterday' },
  { pattern: sticky('this week'), make: () => 'thisWeek' },
  { pattern: sticky('(?:the )?week before last'), make: (_, { today }) => weekText(today - 14) },
  {
    pattern: sticky('last week|previous week|the previous week'),
    make: (_, { today }) => weekText(today - 7),
  },
  { pattern: sticky('this month'), make: () => 'thisMonth' },
  { pattern: sticky('(?:the )?month before last'), make: (_, { today }) => monthAway(today, -2) },
  { pattern: sticky('last month|(?:the )?previous month'), make: () => 'lastMonth' },
  { pattern: sticky('this quarter'), make: () => 'thisQuarter' },
  {
    pattern: sticky('last quarter|(?:the )?previous quarter'),
    make: (_, { today }) => quarterAway(today, -1),
  },
  {
    pattern: sticky(
      'year to date|ytd|so far this year|this year so far|' +
        'since the beginning of the year|since the start of the year',
    ),
    make: () => 'yearToDate',
  },
  { pattern: sticky('this year'), make: () => 'thisYear' },
  { pattern: sticky('(?:the )?year before last'), make: (_, { today }) => String(yearOf(today) - 2) },
  { pattern: sticky('last year|(?:the )?previous year'), make: (_, { today }) => String(yearOf(today) - 1) },
  {
    pattern: sticky('tomorrow|next (?:week|month|quarter|year)|the future'),
    make: (_, { today }) => String(yearOf(today) + 1),
  },
  {
    pattern: sticky(
      `(?:this past|last|past) (${weekdayNames.join('|')})|(${weekdayNames.join('|')}) of last week`,
    ),
    make: ([vague, clear], { today }) => {
      const place = weekdayNames.indexOf(clear ?? vague ?? '') + 1
      const inLastWeek = textOfDay(today - weekdayOf(today) + place - 7)
      const latest = textOfDay(today - ((weekdayOf(today) - place + 6) % 7) - 1)
      if (clear !== undefined || inLastWeek === latest) return inLastWeek
      return {
        kind: 'periods',
        why: {
          zh: '可以是上一个这样的星期几，也可以是上周的',
          en: 'the latest one, or the one of last week',
        },
        periods: [latest, inLastWeek],
      }
    },
  },
  {
    pattern: sticky(String.raw`(\d{4})`),
    make: ([text]) => (Number(text) >= 1990 && Number(text) <= 2100 ? (text ?? null) : null),
  },
  {
    pattern: sticky(
      'since (?:the )?opening|since (?:the )?launch|since (?:it|the (?:hall|centre|center)) opened|' +
        'since it start|since we opened|since (?:the )?start',
    ),
    make: (_, { openedOn, today }) =>
      openedOn === null ? null : `${textOfDay(openedOn)}..${textOfDay(today)}`,
  },
  {
    pattern: sticky('the opening|opening'),
    only: 'start',
    make: (_, { openedOn }) => (openedOn === null ? null : textOfDay(openedOn)),
  },
]

const dated: PeriodForm[] = [
  {
    pattern: sticky(`(?:at )?(?:the )?end of ${month}${year}`),
    make: ([word, digits], reading) =>
      yearly(digits, reading, inYear => lastDayOfMonth(monthText(inYear, monthOfWord(word)))),
  },
  {
    pattern: sticky('(?:at )?(?:the )?end of last month'),
    make: (_, { today }) => lastDayOfMonth(monthAway(today, -1)),
  },
  {
    pattern: sticky(String.raw`week (\d{1,2}) of (\d{4})`),
    make: ([week = '', digits]) => `${digits}-W${week.padStart(2, '0')}`,
  },
  {
    pattern: sticky(`(?:the )?(first|second|third|fourth) quarter${year}`),
    make: ([which = '', digits], reading) =>
      yearly(digits, reading, inYear => `${inYear}-Q${ordinals.indexOf(which) + 1}`),
  },
  {
    pattern: sticky(`q([1-4])${year}`),
    make: ([which, digits], reading) => yearly(digits, reading, inYear => `${inYear}-Q${which}`),
  },
  { pattern: sticky(String.raw`(\d{4}) ?-?q([1-4])`), make: ([digits, which]) => `${digits}-Q${which}` },
  {
    pattern: sticky(`(?:the )?(first|second) half${year}`),
    make: ([which, digits], reading) =>
      yearly(digits, reading, inYear => `${inYear}-H${which === 'first' ? 1 : 2}`),
  },
  {
    pattern: sticky(`h([12])${year}`),
    make: ([which, digits], reading) => yearly(digits, reading, inYear => `${inYear}-H${which}`),
  },
  { pattern: sticky(`${month}${year}`), make: ([word, digits], reading) => monthIn(word, digits, reading) },
  {
    pattern: sticky(String.raw`${month} (\d{1,2})(?:st|nd|rd|th)?(?!\d)${year}`),
    make: ([word, day, digits], reading) => dayIn(word, day, { digits, reading }),
  },
  {
    pattern: sticky(String.raw`(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}${year}`),
    make: ([day, word, digits], reading) => dayIn(word, day, { digits, reading }),
  },
  {
    pattern: sticky(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`),
    make: ([a, b, c]) => dayText(number(a), number(b), number(c)),
  },
  {
    pattern: sticky(String.raw`(\d{4})-(\d{1,2})(?![-\d])`),
    make: ([a, b]) => monthText(number(a), number(b)),
  },
  {
    pattern: sticky(`(?:the )?(?:last|past|previous) ${n} (day|week|month|year)`),
    make: ([count, unit], { today }) =>
      number(count) > 0 ? lastSpan(today, number(count), unit as 'day' | 'week' | 'month' | 'year') : null,
  },
  {
    pattern: sticky('(?:the )?past (day|week|month|year)'),
    make: ([unit], { today }) => lastSpan(today, 1, unit as 'day' | 'week' | 'month' | 'year'),
  },
]

function monthIn(word: string | undefined, digits: string | undefined, reading: Reading) {
  return yearly(digits, reading, inYear => monthText(inYear, monthOfWord(word)))
}

function dayIn(
  word: string | undefined,
  day: string | undefined,
  { digits, reading }: { digits: string | undefined; reading: Reading },
) {
  return yearly(digits, reading, inYear => dayText(inYear, monthOfWord(word), number(day)))
}

const vague: PeriodForm[] = [
  {
    pattern: sticky(
      'recently|lately|recent(?: time)?|the other day|(?:the )?(?:last|past) few (?:day|week|month)',
    ),
    make: (_, { today }) => ({
      kind: 'periods',
      why: { zh: '没有说清是多长的时间', en: 'it was not said how long a time is meant' },
      periods: [lastSpan(today, 7, 'day'), lastSpan(today, 30, 'day'), lastSpan(today, 3, 'month')],
    }),
  },
  {
    pattern: sticky(
      '(?:around |after |before |during )?(?:the )?' +
        '(spring festival|chinese new year|national day|golden week|labour day|holiday|summer|winter|autumn)',
    ),
    make: ([feast = ''], { today }) => ({
      kind: 'periods',
      why: {
        zh: `“${feast}”前后从哪天到哪天没有约定，请说起止日期`,
        en: `which days are meant by “${feast}” is not agreed; please name the dates`,
      },
      periods: [`${yearOf(today)}-02`, `${yearOf(today)}-10`, 'thisYear'],
    }),
  },
]

/** Every way to write a period in English. */
export const periodFormsEn: readonly PeriodForm[] = [...words, ...dated, ...vague, ...holidayFormsEn]

export const rangeWordsEn: RangeWords = {
  until: / (?:to|until|till|through|and) (?:the )?| ?(?:-|至) ?/y,
  toDate: / (?:to date|until now|until today|till now|so far|onward|to today)/y,
  since: /(?:since|from|between) (?:the )?/y,
  // English ranges name their months: the end is a form of its own.
  inheritedMonth: /(?<month>month )/y,
  yearEnd: /(?:end of (?:the )?year|year end|year-end)/y,
}
