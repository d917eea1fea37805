import type { Outputs } from '../data/trpc.ts'
import type { Mapping } from './importing.ts'

export type TargetField = Outputs['intake']['catalogue']['targets'][number]['fields'][number]

/** What a field's select shows: a column, a fixed value, several joined columns, or nothing. */
export function choiceOf(mapping: Mapping, field: string): string {
  if (mapping.constants[field] !== undefined)
    return 'constant'
  const column = mapping.columns[field]
  return column === undefined ? '' : typeof column === 'string' ? `column:${column}` : 'joined'
}

/** Gives a field a column, a fixed value, or nothing. */
export function choose(mapping: Mapping, field: string, choice: string): void {
  if (choice === 'joined')
    return
  delete mapping.constants[field]
  delete mapping.columns[field]
  if (choice === 'constant')
    mapping.constants[field] = ''
  else if (choice.startsWith('column:'))
    mapping.columns[field] = choice.slice('column:'.length)
}

/** Sets or takes away an entry of one of the mapping's tables. */
export function set<T>(table: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined)
    delete table[key]
  else
    table[key] = value
}

/** What a field's text means; an empty code takes the meaning away. */
export function setValue(mapping: Mapping, field: string, meaning: { text: string, code: string }): void {
  const values = { ...mapping.values[field] }
  set(values, meaning.text, meaning.code || undefined)
  set(mapping.values, field, Object.keys(values).length > 0 ? values : undefined)
}

const zeros = ['0', '0.0', '0.00']

/** True where a zero stands for a missing amount. */
export const zeroIsMissing = (mapping: Mapping, field: string): boolean => (mapping.missing[field]?.length ?? 0) > 0

export function setZeroMissing(mapping: Mapping, field: string, missing: boolean): void {
  set(mapping.missing, field, missing ? [...new Set([...zeros, ...mapping.missing[field] ?? []])] : undefined)
}

type Kind = Mapping['create'][number]

/** Lets the file introduce members of a kind, or not. */
export function allow(mapping: Mapping, kind: Kind, yes: boolean): void {
  mapping.create = yes ? [...mapping.create, kind] : mapping.create.filter(one => one !== kind)
}

/** Takes only rows whose column has one of some texts, written with commas between; no column takes them all. */
export function limit(mapping: Mapping, column: string, texts: string): void {
  const wanted = texts.split(/[,，]/).map(text => text.trim()).filter(text => text !== '')
  mapping.only = column === '' ? {} : { [column]: wanted }
}

export function setRounding(mapping: Mapping, yes: boolean): void {
  mapping.roundMoney = yes
}
