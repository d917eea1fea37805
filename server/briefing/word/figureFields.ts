import type { MeasureId, NumberForm } from '#measures'
import type { Prefix } from './fieldNames.ts'
import {
  blockNames,
  frameNames,
  keyCalled,
  measureCalled,
  measureNamesIn,
  nearest,
  prefixNames,
} from './fieldNames.ts'
import { seriesFieldNames } from './seriesFields.ts'

/** A number that a field or a condition asks for; of when depends on the issue. */
export interface FigureWanted {
  measure: MeasureId
  period: 'issue' | 'toDate' | 'valueLastYear' | 'valuePrevious'
  comparison: 'none' | 'lastYear' | 'previous'
  shows: 'value' | 'change' | 'largest'
  form: NumberForm
  by?: string
  most?: number
}

const usual: Omit<FigureWanted, 'measure'> = {
  period: 'issue',
  comparison: 'none',
  shows: 'value',
  form: 'plain',
}
const leading = 3

/** What a prefix asks for instead of the value of the period. */
const asked: Record<Prefix, Partial<FigureWanted>> = {
  lastYear: { shows: 'change', comparison: 'lastYear' },
  previous: { shows: 'change', comparison: 'previous' },
  toDate: { period: 'toDate' },
  toDateLastYear: { period: 'toDate', shows: 'change', comparison: 'lastYear' },
  valueLastYear: { period: 'valueLastYear' },
  valuePrevious: { period: 'valuePrevious' },
  number: {},
  unit: {},
  about: { form: 'about' },
  windows: { shows: 'largest', by: 'window', most: leading },
  units: { shows: 'largest', by: 'unit', most: leading },
}

/** The number that a name with or without a prefix asks for, or null where there is no such name. */
export function figureCalled(text: string): { prefix: Prefix | null; wanted: FigureWanted } | null {
  const [, before, name] = /^([^:：]*)[:：](.*)$/s.exec(text) ?? [null, null, text]
  const prefix = before === null || before === undefined ? null : keyCalled(prefixNames, before)
  const measure = measureCalled(name ?? '')
  if (measure === null || (before !== null && prefix === null)) return null
  return { prefix, wanted: { ...usual, ...(prefix && asked[prefix]), measure } }
}

const namesOf = (all: Readonly<Record<string, readonly [string, string]>>, place: 0 | 1): string[] =>
  Object.values(all).map(names => names[place])

/** Names near to one that is not known, with the prefix that stood before it. */
export function nearFigures(text: string, language: 'zh' | 'en'): string[] {
  const place = language === 'zh' ? 0 : 1
  const prefixes = Object.values(prefixNames).map(names => names[place])
  const names = measureNamesIn(language)
  const [, before, name] = /^([^:：]*)[:：](.*)$/s.exec(text) ?? []
  if (before === undefined || name === undefined)
    return nearest(text, [...names, ...[frameNames, blockNames].flatMap(all => namesOf(all, place))])
  const known = keyCalled(prefixNames, before)
  const near = measureCalled(name) ? [name] : nearest(name, names)
  const heads = known ? [before] : nearest(before, [...prefixes, ...seriesFieldNames(language)])
  return heads.flatMap(head => near.map(one => `${head}:${one}`)).slice(0, 3)
}
