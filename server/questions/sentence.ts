import type { Granularity, Language, Names, Period } from '#measures'
import type { Asked, Reading } from './asked.ts'
import type { Threshold } from './limit.ts'
import { dateWords, measureNamed, monthName, parsePeriod, textOfDay } from '#measures'
import { dimensionNames, dimensions } from './vocabulary.ts'

const quarterNames = ['一', '二', '三', '四']
const quarterWords = ['first', 'second', 'third', 'fourth']

const bothLanguages = (say: (language: Language) => string): Names => ({ zh: say('zh'), en: say('en') })

/** The period as it is understood, in words that name its days. */
export function periodWords(text: string, today: number): Names {
  const period = parsePeriod(text, today)
  const from = textOfDay(period.from)
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const quarter = Math.floor((month - 1) / 3)
  if (text === 'yearToDate') return { zh: '今年以来', en: 'this year so far' }
  const week = /^(\d{4})-W(\d\d)$/.exec(text)
  if (week) return { zh: `${week[1]}年第${Number(week[2])}周`, en: `week ${Number(week[2])} of ${week[1]}` }
  switch (period.kind) {
    case 'day':
      return bothLanguages(language => dateWords(from, language, ''))
    case 'month':
      return { zh: `${year}年${month}月`, en: `${monthName(month)} ${year}` }
    case 'quarter':
      return {
        zh: `${year}年${quarterNames[quarter]}季度`,
        en: `${quarterWords[quarter]} quarter of ${year}`,
      }
    case 'half':
      return {
        zh: `${year}年${month === 1 ? '上' : '下'}半年`,
        en: `${month === 1 ? 'first' : 'second'} half of ${year}`,
      }
    case 'year':
      return { zh: `${year}年`, en: year }
    default:
      return rangeWords(period)
  }
}

function rangeWords({ from, to }: Period): Names {
  const [first, last] = [textOfDay(from), textOfDay(to)]
  return {
    zh: `${dateWords(first, 'zh', '')}至${dateWords(last, 'zh', '')}`,
    en: `${dateWords(first, 'en', '')} to ${dateWords(last, 'en', '')}`,
  }
}

/** What it is compared with; null where it is with nothing. */
export function comparisonWords(comparison: string, today: number): Names | null {
  if (comparison === 'none') return null
  if (comparison === 'lastYear') return { zh: '同比', en: 'year on year' }
  if (comparison === 'previous') return { zh: '环比', en: 'compared with the previous period' }
  if (comparison === 'sameWorkingDaysLastYear')
    return { zh: '按去年同样多的工作日比', en: 'by as many working days last year' }
  const words = periodWords(comparison, today)
  return { zh: `与${words.zh}相比`, en: `compared with ${words.en}` }
}

/** The name of a member as the viewer may know it; its code where it has none. */
export function memberName(dimension: string, code: string, { members }: Pick<Reading, 'members'>): Names {
  if (code === '') return { zh: '未注明', en: 'not stated' }
  const listed = dimensions.get(dimension)?.values?.[code]
  const found = members.find(member => member.dimension === dimension && member.code === code)
  if (dimension === 'window' && found && !/window|counter/i.test(found.en))
    return { ...found, en: `${found.en} window` }
  return listed ?? found ?? { zh: code, en: code }
}

const isRun = (hours: readonly number[]): boolean =>
  hours.every((hour, place) => place === 0 || hour === (hours[place - 1] ?? 0) + 1)

function hourWords(codes: readonly string[]): Names | null {
  const hours = codes.map(Number).sort((a, b) => a - b)
  const [first, last] = [hours[0], hours.at(-1)]
  if (first === undefined || last === undefined || !isRun(hours)) return null
  return { zh: `${first}时到${last + 1}时`, en: `${first}:00 to ${last + 1}:00` }
}

/** The members of a filter by name: one, or several together. */
export function filterWords(
  { dimension, in: codes }: Asked['filters'][number],
  asked: Asked,
  reading: Reading,
): Names {
  const hours = dimension === 'hour' ? hourWords(codes) : null
  if (hours) return hours
  const names = codes.map(code => memberName(dimension, code, reading))
  const together = codes.length > 1 && !asked.groupBy.includes(dimension)
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}${together ? '合计' : ''}`,
    en: `${names.map(({ en }) => en).join(' and ')}${together ? ' together' : ''}`,
  }
}

const granularityWords: Record<Exclude<Granularity, 'none'>, Names> = {
  day: { zh: '按天', en: 'by day' },
  week: { zh: '按周', en: 'by week' },
  month: { zh: '按月', en: 'by month' },
  quarter: { zh: '按季度', en: 'by quarter' },
  half: { zh: '按半年', en: 'by half-year' },
  year: { zh: '按年', en: 'by year' },
}

const limitWords: Record<Threshold['is'], Names> = {
  below: { zh: '低于', en: 'below' },
  atMost: { zh: '不高于', en: 'at most' },
  above: { zh: '高于', en: 'above' },
  atLeast: { zh: '不低于', en: 'at least' },
}

/** A value of a threshold as it is written: 99%, 5个工作日, 10000元. */
function valueWords(value: number, asked: Asked): Names {
  const [id] = asked.measures
  const unit = id === undefined ? 'cases' : measureNamed(id).unit
  const number = (times: number): string => String(Number((value * times).toFixed(6)))
  if (unit === 'percent') return { zh: `${number(100)}%`, en: `${number(100)} %` }
  if (unit === 'fen' || unit === 'hundredths') return { zh: `${number(0.01)}元`, en: `${number(0.01)} yuan` }
  if (unit === 'workingDays') return { zh: `${number(1)}个工作日`, en: `${number(1)} working days` }
  if (unit === 'days') return { zh: `${number(1)}天`, en: `${number(1)} days` }
  return { zh: number(1), en: number(1) }
}

/** The limit of a question: 低于99%. */
export function thresholdWords(asked: Asked): Names | null {
  const { threshold } = asked
  if (!threshold) return null
  const [limit, value] = [limitWords[threshold.is], valueWords(threshold.value, asked)]
  return { zh: `${limit.zh}${value.zh}`, en: `${limit.en} ${value.en}` }
}

function orderWords({ order, top }: Asked): (Names | null)[] {
  const direction: Names | null =
    order === null
      ? null
      : order === 'highest'
        ? { zh: '从多到少', en: 'highest first' }
        : { zh: '从少到多', en: 'lowest first' }
  return [direction, top === null ? null : { zh: `前${top}`, en: `top ${top}` }]
}

/** The sentence in which a question is understood: 2026年10月，各窗口，在办超期，从多到少. */
export function sentenceOf(asked: Asked, reading: Reading): Names {
  const names = asked.measures.map(id => measureNamed(id).names)
  const parts: (Names | null)[] = [
    periodWords(asked.period, reading.today),
    comparisonWords(asked.comparison, reading.today),
    ...asked.filters.map(filter => filterWords(filter, asked, reading)),
    ...asked.groupBy.map(name => {
      const { zh, en } = dimensionNames(name)
      return { zh: `各${zh}`, en: `by ${en.toLowerCase()}` }
    }),
    asked.granularity === 'none' ? null : granularityWords[asked.granularity],
    { zh: names.map(({ zh }) => zh).join('和'), en: names.map(({ en }) => en).join(' and ') },
    thresholdWords(asked),
    ...orderWords(asked),
  ]
  const said = parts.filter(part => part !== null)
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') }
}
