import type { Outputs } from '../data/trpc.ts'
import type { Mapping } from './importing.ts'

export type TargetField = Outputs['intake']['catalogue']['targets'][number]['fields'][number]

/** The value of a field's select: a column, a constant, several joined columns, or nothing. */
export function choiceOf(mapping: Mapping, field: string): string {
  if (mapping.constants[field] !== undefined) return 'constant'
  const column = mapping.columns[field]
  return column === undefined ? '' : typeof column === 'string' ? `column:${column}` : 'joined'
}

/** Assigns a column, a constant or nothing to a field. */
export function choose(mapping: Mapping, field: string, choice: string): void {
  if (choice === 'joined') return
  delete mapping.constants[field]
  delete mapping.columns[field]
  if (choice === 'constant') mapping.constants[field] = ''
  else if (choice.startsWith('column:')) mapping.columns[field] = choice.slice('column:'.length)
}

/** Joins a further column to those of a field: 项目编号 and 标段号 together are the number of a trade. */
export function join(mapping: Mapping, field: string, column: string): void {
  const own = [mapping.columns[field] ?? []].flat()
  if (column !== '' && !own.includes(column)) mapping.columns[field] = [...own, column]
}

/** Sets an entry of one of the mapping's tables, or removes it where `value` is undefined. */
export function set<T>(table: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) delete table[key]
  else table[key] = value
}

/** Sets the code of a field's text; an empty code removes it. */
function setValue(mapping: Mapping, field: string, meaning: { text: string; code: string }): void {
  const values = { ...mapping.values[field] }
  set(values, meaning.text, meaning.code || undefined)
  set(mapping.values, field, Object.keys(values).length > 0 ? values : undefined)
}

/** Splits a text at commas. */
export const listed = (texts: string): string[] =>
  texts
    .split(/[,，]/)
    .map(text => text.trim())
    .filter(text => text !== '')

/** Sets the texts of a field that stand for a missing value. */
export function setMissing(mapping: Mapping, field: string, texts: readonly string[]): void {
  set(mapping.missing, field, texts.length > 0 ? [...texts] : undefined)
}

/** The code of a field's text, "missing", or an empty string where it has no meaning. */
export const meaningOf = (mapping: Mapping, field: string, text: string): string =>
  mapping.missing[field]?.includes(text) ? 'missing' : (mapping.values[field]?.[text] ?? '')

/** Sets the code of a field's text, marks it as missing, or removes its meaning. */
export function setMeaning(mapping: Mapping, field: string, meaning: { text: string; code: string }): void {
  const missing = (mapping.missing[field] ?? []).filter(text => text !== meaning.text)
  const isMissing = meaning.code === 'missing'
  setMissing(mapping, field, isMissing ? [...missing, meaning.text] : missing)
  setValue(mapping, field, { text: meaning.text, code: isMissing ? '' : meaning.code })
}

type Kind = Mapping['create'][number]

/** Sets whether the file may add members of a kind. */
export function allow(mapping: Mapping, kind: Kind, yes: boolean): void {
  mapping.create = yes ? [...mapping.create, kind] : mapping.create.filter(created => created !== kind)
}

/** Loads only rows whose column has one of the texts, separated by commas; all rows for an empty column. */
export function limit(mapping: Mapping, column: string, texts: string): void {
  mapping.only = column === '' ? {} : { [column]: listed(texts) }
}

/** Excludes rows whose column has one of the texts. */
export function leaveOut(mapping: Mapping, column: string, texts: readonly string[]): void {
  set(mapping.except, column, texts.length > 0 ? [...texts] : undefined)
}

/**
 * The groups of fields of which a target needs one and has none. Empty for trades that are all under way,
 * which have no day of conclusion.
 */
export function unmetNeeds(mapping: Mapping, needs: readonly (readonly string[])[]): (readonly string[])[] {
  if (mapping.constants.outcome === 'pending') return []
  return needs.filter(group =>
    group.every(field => choiceOf(mapping, field) === '' || mapping.constants[field] === ''),
  )
}

/** Another field that uses the same column; null where there is none. */
export function otherUseOf(mapping: Mapping, field: string): string | null {
  const own = mapping.columns[field]
  if (typeof own !== 'string') return null
  return Object.keys(mapping.columns).find(name => name !== field && mapping.columns[name] === own) ?? null
}

/** Sets whether only the day of a field's times is used, where the time of day has no meaning. */
export function setDayOnly(mapping: Mapping, field: string, yes: boolean): void {
  const others = mapping.days.filter(name => name !== field)
  mapping.days = yes ? [...others, field] : others
}

/** Adds an empty rule that excludes rows by the text of a column. */
export function addExcept(mapping: Mapping, column: string): void {
  if (column !== '') mapping.except[column] ??= []
}

export function setRounding(mapping: Mapping, yes: boolean): void {
  mapping.roundMoney = yes
}

const repeatRules = ['refuse', 'last', 'fold'] as const

/** Sets the treatment of several rows of the same record; unknown values refuse them. */
export function setRepeats(mapping: Mapping, chosen: string): void {
  mapping.repeats = repeatRules.find(rule => rule === chosen) ?? 'refuse'
}
