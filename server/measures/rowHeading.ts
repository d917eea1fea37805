import type { Granularity } from './bucket.ts'
import type { Language } from './format.ts'
import type { SeriesRef } from './reference.ts'
import { factNamed, ownEntry } from '../model/index.ts'
import { measures } from './definitions/index.ts'
import { factsOf } from './measureFacts.ts'

const times: Record<Language, Record<Granularity, string>> = {
  zh: { none: '时期', day: '日期', week: '周', month: '月份', quarter: '季度', half: '半年', year: '年份' },
  en: {
    none: 'Period',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    quarter: 'Quarter',
    half: 'Half-year',
    year: 'Year',
  },
}

/** The heading above the row names of a series: 窗口, 月份. */
export function rowHeading(
  { measures: [id], by, granularity }: Pick<SeriesRef, 'measures' | 'by' | 'granularity'>,
  language: Language,
): string {
  if (by === '') return times[language][granularity]
  const [fact] = id === undefined ? [] : factsOf(measures[id])
  return (fact && ownEntry(factNamed(fact).dimensions, by)?.names[language]) ?? ''
}
