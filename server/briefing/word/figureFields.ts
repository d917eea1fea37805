import type { MeasureId, NumberForm } from '#measures'
import type { Prefix } from './fieldNames.ts'
import { dimensionsOf, measureNamed } from '#measures'
import {
  blockNames,
  frameNames,
  keyCalled,
  measureCalled,
  measureNamesIn,
  nearest,
  plainName,
  prefixNames,
} from './fieldNames.ts'
import { seriesFieldNames } from './seriesFields.ts'

/** A number in a field or a condition. Its dates depend on the issue. */
export interface FigureWanted {
  measure: MeasureId
  period: 'issue' | 'toDate' | 'valueLastYear' | 'valuePrevious'
  comparison: 'none' | 'lastYear' | 'previous'
  shows: 'value' | 'change' | 'largest'
  form: NumberForm
  by?: string
  most?: number
  /** The window or unit to which it is limited. */
  member?: Member
}

/** A window or a unit of the centre. */
export interface Member {
  dimension: 'window' | 'unit'
  code: string
}
/** Windows and units by name, which may end a field's text. */
export type Members = ReadonlyMap<string, Member>

const usual: Omit<FigureWanted, 'measure'> = {
  period: 'issue',
  comparison: 'none',
  shows: 'value',
  form: 'plain',
}
const leading = 3

/** What each prefix selects instead of the value for the period. */
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

const noMembers: Members = new Map()

/** The name split at its colons: prefix, measure, and window or unit. */
function cut(text: string): { before: string | null; name: string; of: string | null } {
  const [first = '', ...rest] = text.split(/[:：]/)
  if (keyCalled(prefixNames, first) === null && measureCalled(first) !== null)
    return { before: null, name: first, of: rest.length > 0 ? rest.join(':') : null }
  const [name, ...last] = rest
  if (name === undefined) return { before: null, name: first, of: null }
  return { before: first, name, of: last.length > 0 ? last.join(':') : null }
}

/** The window or unit of a name; null where there is none, or where the measure has no such dimension. */
function memberCalled(of: string, measure: MeasureId, members: Members): Member | null {
  const member = members.get(plainName(of))
  return member && dimensionsOf(measureNamed(measure)).includes(member.dimension) ? member : null
}

/** The number of a name with or without a prefix; null where there is none. */
export function figureCalled(
  text: string,
  members: Members = noMembers,
): { prefix: Prefix | null; wanted: FigureWanted } | null {
  const { before, name, of } = cut(text)
  const prefix = before === null ? null : keyCalled(prefixNames, before)
  const measure = measureCalled(name)
  if (measure === null || (before !== null && prefix === null)) return null
  const member = of === null ? null : memberCalled(of, measure, members)
  if (of !== null && (member === null || prefix === 'windows' || prefix === 'units')) return null
  return { prefix, wanted: { ...usual, ...(prefix && asked[prefix]), measure, ...(member && { member }) } }
}

/** Suggestions for an unknown window or unit, each with the rest of the field's text. */
function nearMembers(text: string, members: Members): string[] {
  const { before, name, of } = cut(text)
  const measure = measureCalled(name)
  if (of === null || measure === null) return []
  const head = before === null ? name : `${before}:${name}`
  const names = Array.from(members.keys()).filter(
    memberName => memberCalled(memberName, measure, members) !== null,
  )
  return nearest(of, names).map(memberName => `${head}:${memberName}`)
}

const namesOf = (all: Readonly<Record<string, readonly [string, string]>>, place: 0 | 1): string[] =>
  Object.values(all).map(names => names[place])

/** Suggestions for an unknown name, each with its prefix. */
export function nearFigures(text: string, language: 'zh' | 'en', members: Members = noMembers): string[] {
  const ofMembers = nearMembers(text, members)
  if (ofMembers.length > 0) return ofMembers
  const place = language === 'zh' ? 0 : 1
  const prefixes = Object.values(prefixNames).map(names => names[place])
  const names = measureNamesIn(language)
  const [, before, name] = /^([^:：]*)[:：](.*)$/s.exec(text) ?? []
  if (before === undefined || name === undefined)
    return nearest(text, [...names, ...[frameNames, blockNames].flatMap(all => namesOf(all, place))])
  const prefix = keyCalled(prefixNames, before)
  const near = measureCalled(name) ? [name] : nearest(name, names)
  const heads = prefix ? [before] : nearest(before, [...prefixes, ...seriesFieldNames(language)])
  return heads.flatMap(head => near.map(nearName => `${head}:${nearName}`)).slice(0, 3)
}
