import type { Granularity, MeasureId } from '#measures'
import { dimensionOf, dimensionsOf, measureIds, measureNamed } from '#measures'
import { tables } from '../templates/tables.ts'
import { measureCalled, measureNamesIn, nearest, plainName } from './fieldNames.ts'

/** The series of a table or a chart. Its dates depend on the issue. */
export interface SeriesWanted {
  rows: 'members' | 'time'
  measures: MeasureId[]
  by: string
  granularity: Granularity
  /** Whether it covers the year that ends with the issue instead of the period. */
  isYear: boolean
}
/** One row per measure, or rows of members or of time. */
export type TableWanted = { rows: 'measures'; measures: MeasureId[] } | SeriesWanted

type Read<W> = { wanted: W } | { near: string[] }

const overTime = (granularity: Granularity, isYear: boolean, measures: MeasureId[]): SeriesWanted => ({
  rows: 'time',
  measures,
  by: '',
  granularity,
  isYear,
})
const overMembers = (by: string, measures: MeasureId[]): SeriesWanted => ({
  rows: 'members',
  measures,
  by,
  granularity: 'none',
  isYear: false,
})

/** Tables that the built-in issues have as well. */
const namedTables: Record<string, TableWanted> = {
  办件主要指标: { rows: 'measures', measures: tables.cases },
  交易主要指标: { rows: 'measures', measures: tables.trades },
  交易分类情况: overMembers('category', tables.ledger),
  各月主要指标: overTime('month', true, tables.months),
  各单位办件: overMembers('unit', tables.units),
  各窗口办件: overMembers('window', tables.units),
}

/** Granularities by the words after 各 and before 走势. */
const splits: { words: readonly string[]; granularity: Granularity; isYear: boolean }[] = [
  { words: ['月度', '月', 'month'], granularity: 'month', isYear: true },
  { words: ['每日', '日', 'day'], granularity: 'day', isYear: false },
  { words: ['每周', '周', 'week'], granularity: 'week', isYear: false },
  { words: ['季度', '季', 'quarter'], granularity: 'quarter', isYear: true },
]

/** Every dimension by its names. */
const dimensions = new Map(
  measureIds.flatMap(id =>
    dimensionsOf(measureNamed(id)).flatMap((name): [string, string][] => {
      const names = dimensionOf(measureNamed(id), name)?.names
      return names
        ? [
            [plainName(names.zh), name],
            [plainName(names.en), name],
          ]
        : []
    }),
  ),
)

/** Several measures in a list; null where one of them is unknown. */
function measuresIn(text: string): { measures: MeasureId[] } | { unknown: string } {
  const whole = measureCalled(text)
  if (whole) return { measures: [whole] }
  const names = text.split(/[、,，;；+]/).filter(name => name.trim() !== '')
  const unknown = names.find(name => measureCalled(name) === null)
  if (unknown !== undefined || names.length === 0) return { unknown: unknown ?? '' }
  return { measures: names.flatMap(name => measureCalled(name) ?? []).slice(0, 12) }
}

/** Parses how rows are split, and returns the rest of the name: 各窗口办结, by window: Cases completed. */
function splitOf(text: string): { rest: string; wanted: (measures: MeasureId[]) => SeriesWanted } | null {
  const [lead] = /^(?:各|by\s)/i.exec(text.trim()) ?? ['']
  const after = lead === '' ? '' : plainName(text.trim().slice(lead.length))
  if (after === '') return null
  const heads = [...dimensions.keys(), ...splits.flatMap(({ words }) => words)]
  const head = heads.filter(head => after.startsWith(head)).toSorted((a, b) => b.length - a.length)[0]
  if (head === undefined) return null
  const rest = after.slice(head.length).replace(/^[:：的]/, '')
  const dimension = dimensions.get(head)
  if (dimension) return { rest, wanted: measures => overMembers(dimension, measures) }
  const split = splits.find(({ words }) => words.includes(head))
  return split ? { rest, wanted: measures => overTime(split.granularity, split.isYear, measures) } : null
}

/** Whether all measures have a dimension. */
const canSplit = ({ by, measures }: SeriesWanted): boolean =>
  by === '' || measures.every(id => dimensionOf(measureNamed(id), by) !== null)

const exampleNames = ['各窗口办结', '各单位受理', '各月办结', '月度走势', '每日走势']

function generic(text: string): Read<SeriesWanted> {
  const split = splitOf(text)
  if (!split) return { near: nearest(text, exampleNames) }
  const read = measuresIn(split.rest)
  const head = plainName(text).slice(0, plainName(text).length - split.rest.length)
  if ('unknown' in read)
    return { near: nearest(read.unknown, measureNamesIn('zh')).map(name => `${head}${name}`) }
  const wanted = split.wanted(read.measures)
  return canSplit(wanted) ? { wanted } : { near: [] }
}

/** Parses a measure over time: 月度走势, 每日走势 受理量. */
function trend(text: string): SeriesWanted | null {
  const plain = plainName(text)
  const [lead = '', head = ''] = /^(月度|每日|每周|季度)走势:?/.exec(plain) ?? []
  const split = splits.find(({ words }) => words.includes(head))
  const name = plain.slice(lead.length)
  const measure = name === '' ? 'casesCompleted' : measureCalled(name)
  return split && measure ? overTime(split.granularity, split.isYear, [measure]) : null
}

/** The table of a name: one of the built-in issues, or 各窗口受理量、办结量. */
export function tableWanted(text: string): Read<TableWanted> {
  const named = Object.entries(namedTables).find(([name]) => plainName(name) === plainName(text))?.[1]
  if (named) return { wanted: named }
  const read = generic(text)
  return 'wanted' in read
    ? read
    : { near: [...read.near, ...nearest(text, Object.keys(namedTables))].slice(0, 3) }
}

/** The chart of a name: 月度走势, 各窗口办结. */
export function chartWanted(text: string): Read<SeriesWanted> {
  const over = trend(text)
  return over ? { wanted: over } : generic(text)
}

/** The words before the colon of tables and charts. */
export const seriesFieldNames = (language: 'zh' | 'en'): string[] =>
  language === 'zh' ? ['表', '图'] : ['table', 'chart']

/** The tables and charts that a page offers. */
export const seriesExamples = {
  zh: {
    tables: [...Object.keys(namedTables), '各窗口办结', '各单位受理量、办结量', '各月办结量、按时办结率'],
    charts: ['月度走势', '每日走势', '月度走势 受理量', '各窗口办结', '各单位受理'],
  },
  en: {
    tables: ['by window: Cases completed', 'by month: Cases accepted, Cases completed'],
    charts: ['by month: Cases completed', 'by day: Cases accepted', 'by window: Cases completed'],
  },
} as const
