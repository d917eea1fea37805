import type { Outputs } from '../data/trpc.ts'
import type { Mapping } from './importing.ts'

export type TargetField = Outputs['intake']['catalogue']['targets'][number]['fields'][number]

/** What a field's select shows: a column, a fixed value, several joined columns, or nothing. */
export function choiceOf(mapping: Mapping, field: string): string {
  if (mapping.constants[field] !== undefined) return 'constant'
  const column = mapping.columns[field]
  return column === undefined ? '' : typeof column === 'string' ? `column:${column}` : 'joined'
}

/** Gives a field a column, a fixed value, or nothing. */
export function choose(mapping: Mapping, field: string, choice: string): void {
  if (choice === 'joined') return
  delete mapping.constants[field]
  delete mapping.columns[field]
  if (choice === 'constant') mapping.constants[field] = ''
  else if (choice.startsWith('column:')) mapping.columns[field] = choice.slice('column:'.length)
}

/** Joins a further column to those of a field, as 项目编号 and 标段号 are together the number of a trade. */
export function join(mapping: Mapping, field: string, column: string): void {
  const own = [mapping.columns[field] ?? []].flat()
  if (column !== '' && !own.includes(column)) mapping.columns[field] = [...own, column]
}

/** Sets or takes away an entry of one of the mapping's tables. */
export function set<T>(table: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) delete table[key]
  else table[key] = value
}

/** What a field's text means; an empty code takes the meaning away. */
function setValue(mapping: Mapping, field: string, meaning: { text: string; code: string }): void {
  const values = { ...mapping.values[field] }
  set(values, meaning.text, meaning.code || undefined)
  set(mapping.values, field, Object.keys(values).length > 0 ? values : undefined)
}

/** The texts between commas. */
export const listed = (texts: string): string[] =>
  texts
    .split(/[,，]/)
    .map(text => text.trim())
    .filter(text => text !== '')

/** Names the texts of a field that mean "not known", written with commas between. */
export function setMissing(mapping: Mapping, field: string, texts: readonly string[]): void {
  set(mapping.missing, field, texts.length > 0 ? [...texts] : undefined)
}

/** How a text of a list is read: its code, "missing", or blank for no meaning. */
export const meaningOf = (mapping: Mapping, field: string, text: string): string =>
  mapping.missing[field]?.includes(text) ? 'missing' : (mapping.values[field]?.[text] ?? '')

/** Gives a text of a list a code, names it as missing, or takes its meaning away. */
export function setMeaning(mapping: Mapping, field: string, meaning: { text: string; code: string }): void {
  const missing = (mapping.missing[field] ?? []).filter(text => text !== meaning.text)
  const isMissing = meaning.code === 'missing'
  setMissing(mapping, field, isMissing ? [...missing, meaning.text] : missing)
  setValue(mapping, field, { text: meaning.text, code: isMissing ? '' : meaning.code })
}

type Kind = Mapping['create'][number]

/** Lets the file introduce members of a kind, or not. */
export function allow(mapping: Mapping, kind: Kind, yes: boolean): void {
  mapping.create = yes ? [...mapping.create, kind] : mapping.create.filter(one => one !== kind)
}

/**
 * Takes only rows whose column has one of some texts, written with commas between; no column takes them
 * all.
 */
export function limit(mapping: Mapping, column: string, texts: string): void {
  mapping.only = column === '' ? {} : { [column]: listed(texts) }
}

/** Leaves out rows whose column has one of some texts. */
export function leaveOut(mapping: Mapping, column: string, texts: readonly string[]): void {
  set(mapping.except, column, texts.length > 0 ? [...texts] : undefined)
}

/**
 * Fields of which a target needs one and has none. A file of trades that are all under way has no day
 * of conclusion.
 */
export function unmetNeeds(mapping: Mapping, needs: readonly (readonly string[])[]): (readonly string[])[] {
  if (mapping.constants.outcome === 'pending') return []
  return needs.filter(group =>
    group.every(field => choiceOf(mapping, field) === '' || mapping.constants[field] === ''),
  )
}

/** The other field that uses a column too; null where none does. */
export function otherUseOf(mapping: Mapping, field: string): string | null {
  const own = mapping.columns[field]
  if (typeof own !== 'string') return null
  return Object.keys(mapping.columns).find(name => name !== field && mapping.columns[name] === own) ?? null
}

/** Reads the times of a field as days, whose clock says nothing, or as the file has them. */
export function setDayOnly(mapping: Mapping, field: string, yes: boolean): void {
  const others = mapping.days.filter(name => name !== field)
  mapping.days = yes ? [...others, field] : others
}

/** Begins a rule that leaves rows out by the text of a column. */
export function addExcept(mapping: Mapping, column: string): void {
  if (column !== '') mapping.except[column] ??= []
}

export function setRounding(mapping: Mapping, yes: boolean): void {
  mapping.roundMoney = yes
}

const repeatRules = ['refuse', 'last', 'fold'] as const

/** Chooses what happens to several rows of one record; an unknown choice refuses them. */
export function setRepeats(mapping: Mapping, chosen: string): void {
  mapping.repeats = repeatRules.find(rule => rule === chosen) ?? 'refuse'
}
