import type { PeriodForm, RangeWords } from './periodForm.ts'
import { addMonths, textOfDay, weekdayOf, yearOf } from '#measures'
import { holidayFormsZh } from './holidays.ts'
import { numberPattern, wholeNumber } from './normalise.ts'
import { withoutYear } from './periodForm.ts'
import {
  dayText,
  lastDayOfMonth,
  lastSpan,
  monthAway,
  monthOf,
  monthText,
  quarterAway,
  thirdOfMonth,
  weekText,
} from './periodParts.ts'

const sticky = (source: string): RegExp => new RegExp(source, 'y')
const number = (text: string | undefined): number => wholeNumber(text ?? '') ?? 0
const n = numberPattern
/** A year before a month or a quarter: 2012年, 去年, 今年. */
const year = String.raw`(?:(\d{4})年?度?|(?<!\d)(\d{2})年|(今年|本年|去年|上年|前年))?的?`

/** The year that was said; null where none was. */
function saidYear(written: string | undefined, word: string | undefined, today: number): number | null {
  if (written !== undefined) return Number(written.length === 2 ? `20${written}` : written)
  if (word === undefined) return null
  return yearOf(today) - (/前年/.test(word) ? 2 : /去年|上年/.test(word) ? 1 : 0)
}

/** A form whose first two groups are the year. */
const yearly = (
  source: string,
  inYear: (year: number, groups: readonly string[]) => string | null,
): PeriodForm => ({
  pattern: sticky(year + source),
  make: ([long, short, word, ...others], reading) => {
    const written = long ?? short
    const groups = others.map(text => text ?? '')
    const exactYear = saidYear(written, word, reading.today)
    const make = (calendarYear: number): string => inYear(calendarYear, groups) ?? ''
    if (make(2012) === '') return null
    return exactYear === null ? withoutYear(make, reading) : make(exactYear)
  },
})

const monthIn = (calendarYear: number, text: string): string | null => {
  const month = number(text)
  return month >= 1 && month <= 12 ? monthText(calendarYear, month) : null
}

const wordDays: PeriodForm[] = [
  { pattern: sticky('今天|今日|当天|今儿'), make: () => 'today' },
  { pattern: sticky('目前|当前|现在|眼下|此刻|现时|截至目前|截至今天|截至今日'), make: () => 'today' },
  { pattern: sticky('昨天|昨日|昨儿'), make: () => 'yesterday' },
  { pattern: sticky('大前天'), make: (_, { today }) => textOfDay(today - 3) },
  { pattern: sticky('前天|前日'), make: (_, { today }) => textOfDay(today - 2) },
  { pattern: sticky('本周|这周|这个星期|本星期|这一周|这星期|这个礼拜'), make: () => 'thisWeek' },
  {
    pattern: sticky('((?:上一?个?)+|本|这个?)(?:周|星期|礼拜)([一二三四五六日天末])?'),
    make: ([which = '', day], { today }) => {
      const back = (which.match(/上/g) ?? []).length * 7
      if (day === undefined) return back > 0 ? weekText(today - back) : 'thisWeek'
      if (day === '末') return null
      const place = '一二三四五六日天'.indexOf(day) + 1
      return textOfDay(today - weekdayOf(today) + Math.min(place, 7) - back)
    },
  },
  { pattern: sticky('本月|这个月|这月|当月'), make: () => 'thisMonth' },
  {
    pattern: sticky('((?:上一?个?)+)月份?(?:份)?'),
    make: ([which = ''], { today }) => {
      const back = (which.match(/上/g) ?? []).length
      return back === 1 ? 'lastMonth' : monthAway(today, -back)
    },
  },
  { pattern: sticky('本季度|这个季度|这季度|本季'), make: () => 'thisQuarter' },
  {
    pattern: sticky('((?:上一?个?)+)季度?'),
    make: ([which = ''], { today }) => quarterAway(today, -(which.match(/上/g) ?? []).length),
  },
]

const wordYears: PeriodForm[] = [
  {
    pattern: sticky('今年以来|年初至今|今年年初至今|年初到现在|年初以来|本年累计|今年累计|年内'),
    make: () => 'yearToDate',
  },
  { pattern: sticky('今年年初|今年初'), make: (_, { today }) => `${yearOf(today)}-01-01`, only: 'start' },
  { pattern: sticky('今年|本年度?|今年全年'), make: () => 'thisYear' },
  {
    pattern: sticky('(?:去年|上年度?|上一年度?)(?:全年|整年|一年)?'),
    make: (_, { today }) => String(yearOf(today) - 1),
  },
  { pattern: sticky('前年'), make: (_, { today }) => String(yearOf(today) - 2) },
  { pattern: sticky(String.raw`(\d{4})(?:年?全年|年度?)?(?!\d)`), make: ([text]) => yearText(text) },
  {
    pattern: sticky('明年|后年|明天|后天|下周|下个?月|下个?季度|下半年末|下一年|未来|今后'),
    make: (_, { today }) => String(yearOf(today) + 1),
  },
  {
    pattern: sticky(
      '(?:正式)?(?:运行|投入运行|开业|揭牌|开厅|成立|启用|挂牌运行|揭牌运行|投运|运营|开张)(?:之日)?(?:以来|至今|到现在|到今天|到目前|至目前)(?:累计)?',
    ),
    make: sinceOpening,
  },
  {
    pattern: sticky(
      '(?:正式)?(?:投入运行|运行|开业|揭牌|揭牌运行|开厅)(?:之日|那天|当天|当日|日)?(?:起|开始)?',
    ),
    only: 'start',
    make: (_, { openedOn }) => (openedOn === null ? null : textOfDay(openedOn)),
  },
]

function yearText(text = ''): string | null {
  return Number(text) >= 1990 && Number(text) <= 2100 ? text : null
}

function sinceOpening(
  _: unknown,
  { openedOn, today }: { openedOn: number | null; today: number },
): string | null {
  return openedOn === null ? null : `${textOfDay(openedOn)}..${textOfDay(today)}`
}

/** The first so many months of a year; null where it has not as many. */
const firstMonths = (calendarYear: number, months: number): string | null =>
  months >= 1 && months <= 12 ? `${monthText(calendarYear, 1)}..${monthText(calendarYear, months)}` : null

const yearlyForms: PeriodForm[] = [
  yearly(`第?([一二三四1234])个?季度?(?!个)`, (calendarYear, [text]) => `${calendarYear}-Q${number(text)}`),
  yearly(`前([一二三四两1234])季度`, (calendarYear, [text]) => firstMonths(calendarYear, number(text) * 3)),
  {
    pattern: sticky(`(?:(\\d{4})年|(今年|去年|前年))前(${n})个?(月|季度)`),
    make: ([written, word, count, unit], { today }) =>
      firstMonths(saidYear(written, word, today) ?? 0, number(count) * (unit === '月' ? 1 : 3)),
  },
  yearly(`q([1234])`, (calendarYear, [text]) => `${calendarYear}-Q${text}`),
  yearly(`([上下])半年`, (calendarYear, [half]) => `${calendarYear}-H${half === '上' ? 1 : 2}`),
  yearly(`(${n})月份?`, (calendarYear, [text]) => monthIn(calendarYear, text ?? '')),
  yearly(`(${n})月份?([上中下])旬`, (calendarYear, [text, third]) => {
    const month = monthIn(calendarYear, text ?? '')
    return month && thirdOfMonth(month, '上中下'.indexOf(third ?? ''))
  }),
  yearly(`(${n})月(${n}|(?:二|三)十[一二三四五六七八九]?)[日号]`, (calendarYear, [text, day]) => {
    const month = monthIn(calendarYear, text ?? '')
    return month && number(day) > 0 ? dayText(calendarYear, number(text), number(day)) : null
  }),
  yearly(String.raw`(${n})月?[至到\-](${n})月份?`, (calendarYear, [first, last]) => {
    const [from, to] = [monthIn(calendarYear, first ?? ''), monthIn(calendarYear, last ?? '')]
    return from && to && from <= to ? `${from}..${to}` : null
  }),
  yearly(`(${n})月底|(${n})月末`, (calendarYear, [a, b]) => {
    const month = monthIn(calendarYear, a || b || '')
    return month && lastDayOfMonth(month)
  }),
  yearly(`(?:年底|年末)`, calendarYear => `${calendarYear}-12-31`),
]

const written: PeriodForm[] = [
  {
    pattern: sticky(String.raw`(?:(\d{4})年|(今年|去年|上年|前年))[底末]`),
    make: ([written, word], { today }) => `${saidYear(written, word, today) ?? yearOf(today)}-12-31`,
  },
  {
    pattern: sticky('这半年|这大半年'),
    make: (_, { today }) => ({
      kind: 'periods',
      why: { zh: '是最近六个月，还是今年的这半年', en: 'the last six months, or this half of the year' },
      periods: [lastSpan(today, 6, 'month'), `${yearOf(today)}-H${monthOf(today) <= 6 ? 1 : 2}`],
    }),
  },
  {
    pattern: sticky('去年(?:今天|今日|同日)'),
    make: (_, { today }) => textOfDay(addMonths(today, -12)),
  },
  {
    pattern: sticky('(?:今年)?元旦(?:以来|至今|到现在|到今天)'),
    make: (_, { today }) => `${yearOf(today)}-01-01..${textOfDay(today)}`,
  },
  {
    pattern: sticky(String.raw`(\d{4})年?第(\d{1,2})周`),
    make: ([digits, week]) => `${digits}-W${(week ?? '').padStart(2, '0')}`,
  },
  {
    pattern: sticky(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`),
    make: ([a, b, c]) => dayText(number(a), number(b), number(c)),
  },
  {
    pattern: sticky(String.raw`(\d{4})[-/.](\d{1,2})(?![-/.\d])`),
    make: ([a, b]) => monthIn(number(a), b ?? ''),
  },
  { pattern: sticky('上个?月(?:底|末)'), make: (_, { today }) => lastDayOfMonth(monthAway(today, -1)) },
  {
    pattern: sticky(`(?:最?近|过去)的?(${n}|半)(?:个?整)?(天|日|周|星期|个星期|个月|年)(?:以?来|内)?`),
    make: ([count = '', unit = ''], { today }) => {
      const word = /[天日]/.test(unit)
        ? 'day'
        : /周|星期/.test(unit)
          ? 'week'
          : /月/.test(unit)
            ? 'month'
            : 'year'
      if (count === '半') return word === 'year' ? lastSpan(today, 6, 'month') : null
      return number(count) > 0 ? lastSpan(today, number(count), word) : null
    },
  },
]

const vague: PeriodForm[] = [
  {
    pattern: sticky(`前(${n})个?(?:月|季度)`),
    make: ([count], { today }) => ({
      kind: 'periods',
      why: { zh: '是今年的前几个月，还是到今天为止的几个月', en: 'of this year, or up to today' },
      periods: [
        `${yearOf(today)}-01..${monthText(yearOf(today), Math.min(12, Math.max(1, number(count))))}`,
        lastSpan(today, Math.max(1, number(count)), 'month'),
      ],
    }),
  },
  {
    pattern: sticky(
      '最近几天|最近几个月|最近这?段时间|近段时间|近一段时间|最近|近期|近来|前段时间|前阵子|这阵子|这段时间|前几天|前几个月|这几天|这几个月|近几天|近几个月|近几年|这几年|日前|近日',
    ),
    make: (_, { today }) => ({
      kind: 'periods',
      why: { zh: '没有说清是多长的时间', en: 'it was not said how long a time is meant' },
      periods: [lastSpan(today, 7, 'day'), lastSpan(today, 30, 'day'), lastSpan(today, 3, 'month')],
    }),
  },
  {
    pattern: sticky('年初|月初|月中|月底|季度末|上旬|中旬|下旬|上周末|本周末|这周末|年中'),
    make: (_, { today }) => ({
      kind: 'periods',
      why: { zh: '没有说清是哪些日子', en: 'it was not said which days are meant' },
      periods: ['thisMonth', 'lastMonth', monthText(yearOf(today), 1)],
    }),
  },
  {
    pattern: sticky(
      '(今年|去年)?(春节|除夕|大年三十|大年初一|正月|国庆节?|中秋节?|五一|元旦|清明|端午|节假日|长假|黄金周|寒假|暑假)' +
        '(?:期间|假期|长假|前后|之后|之前|节后|节前|后|前|放假)?',
    ),
    make: ([, feast = ''], { today }) => ({
      kind: 'periods',
      why: {
        zh: `“${feast}”前后从哪天到哪天没有约定，请说起止日期`,
        en: `which days are meant around “${feast}” is not agreed; please name the dates`,
      },
      periods: feastMonths(feast, yearOf(today)).filter(
        period => period.slice(0, 7) <= monthText(yearOf(today), monthOf(today)),
      ),
    }),
  },
]

function feastMonths(feast: string, calendarYear: number): string[] {
  if (/春节|寒假|除夕|大年|正月/.test(feast))
    return [`${calendarYear}-02`, `${calendarYear}-01..${calendarYear}-03`, `${calendarYear - 1}-02`]
  if (/元旦/.test(feast)) return [`${calendarYear}-01`, `${calendarYear - 1}-12..${calendarYear}-01`]
  if (/清明/.test(feast)) return [`${calendarYear}-04`, `${calendarYear - 1}-04`]
  if (/五一/.test(feast)) return [`${calendarYear}-05`, `${calendarYear - 1}-05`]
  if (/端午/.test(feast)) return [`${calendarYear}-06`, `${calendarYear - 1}-06`]
  if (/暑假/.test(feast))
    return [`${calendarYear}-07..${calendarYear}-08`, `${calendarYear - 1}-07..${calendarYear - 1}-08`]
  if (/中秋|国庆|黄金周/.test(feast))
    return [`${calendarYear}-09`, `${calendarYear}-10`, `${calendarYear - 1}-10`]
  return ['thisYear', `${calendarYear - 1}`]
}

/** Every way to write a period in Chinese. */
export const periodFormsZh: readonly PeriodForm[] = [
  ...wordDays,
  ...wordYears,
  ...yearlyForms,
  ...written,
  ...vague,
  ...holidayFormsZh,
]

export const rangeWordsZh: RangeWords = {
  until: /(?:开始|起)?[至到\-]/y,
  toDate: /份?(?:以来|至今|到现在|到今天|到目前|至目前|起至今|以后|开始|起)(?:累计)?/y,
  since: /(?:[自从打])/y,
  inheritedMonth: new RegExp(
    `(?:(?<month>${n})月份?)?(?:(?<day>${n}|二十[一二三四五六七八九]?|三十一?)[日号])?`,
    'y',
  ),
  yearEnd: /(?:年底|年末|当年年底|同年年底|岁末)/y,
}
