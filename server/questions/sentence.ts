import type { Granularity, Names } from '#measures'
import type { Asked, Reading } from './asked.ts'
import type { Threshold } from './limit.ts'
import { isAmount, leavesOutNone, measureNamed } from '#measures'
import { comparisonWords, periodWords } from './periodWords.ts'
import { dimensionNames, dimensions } from './vocabulary.ts'

/** The name of a member as the viewer may know it; its code where it has none. */
export function memberName(dimension: string, code: string, { members }: Pick<Reading, 'members'>): Names {
  if (code === '') return { zh: '未注明', en: 'not stated' }
  const listed = dimensions.get(dimension)?.values?.[code]
  const member = members.find(member => member.dimension === dimension && member.code === code)
  if (dimension === 'window' && member && !/window|counter/i.test(member.en))
    return { ...member, en: `${member.en} window` }
  return listed ?? member ?? { zh: code, en: code }
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
  if (unit === 'percent') return { zh: `${number(100)}%`, en: `${number(100)}%` }
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

function orderWords({ order, top, measures: [id] }: Asked): (Names | null)[] {
  const zh =
    id === undefined || isAmount(measureNamed(id))
      ? { highest: '从多到少', lowest: '从少到多' }
      : { highest: '从高到低', lowest: '从低到高' }
  const en = { highest: 'highest first', lowest: 'lowest first' }
  const direction = order === null ? null : { zh: zh[order], en: en[order] }
  return [direction, top === null ? null : { zh: `前${top}`, en: `top ${top}` }]
}

/** 各窗口; 有记录的各窗口 where those without a record would be the fewest, and are not in the list. */
function splitWords(name: string, asked: Asked): Names {
  const { zh, en } = dimensionNames(name)
  const [id] = asked.measures
  const isPart = id !== undefined && leavesOutNone(asked, measureNamed(id))
  return {
    zh: `${isPart ? '有记录的' : ''}各${zh}`,
    en: `by ${en.toLowerCase()}${isPart ? ' with any record' : ''}`,
  }
}

/** The sentence in which a question is understood: 2026年10月，各窗口，在办超期，从多到少. */
export function sentenceOf(asked: Asked, reading: Reading): Names {
  const names = asked.measures.map(id => measureNamed(id).names)
  const parts: (Names | null)[] = [
    periodWords(asked.period, reading.today),
    comparisonWords(asked.comparison, reading.today),
    ...asked.filters.map(filter => filterWords(filter, asked, reading)),
    ...asked.groupBy.map(name => splitWords(name, asked)),
    asked.granularity === 'none' ? null : granularityWords[asked.granularity],
    { zh: names.map(({ zh }) => zh).join('和'), en: names.map(({ en }) => en).join(' and ') },
    thresholdWords(asked),
    ...orderWords(asked),
  ]
  const said = parts.filter(part => part !== null)
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') }
}
