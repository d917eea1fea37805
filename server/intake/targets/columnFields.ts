import type { Column, ColumnType, Fact } from '../../model/index.ts'
import type { Field } from '../rows/field.ts'
import type { Target } from './target.ts'
import { facts, ownEntry } from '../../model/index.ts'
import { columnOf } from '../rows/field.ts'

/** A field as a target declares it, without what its column already declares (names, type, codes). */
type DeclaredField = Omit<Field, 'names' | 'reads'> & Partial<Pick<Field, 'names' | 'reads'>>

/** A target as declared, without what its fact already declares (names, table, key, columns). */
export type DeclaredTarget = Omit<Target, 'fields' | 'names' | 'table' | 'key'> &
  Partial<Pick<Target, 'names' | 'table' | 'key'>> & { fields: DeclaredField[] }

const reads: Record<ColumnType, Field['reads']> = {
  text: 'text',
  instant: 'instant',
  day: 'day',
  fen: 'money',
  number: 'integer',
  milliDays: 'decimal',
  seconds: 'integer',
  milliPercent: 'percent',
  centre: 'reference',
  unit: 'reference',
  window: 'reference',
  item: 'reference',
  list: 'list',
  flag: 'flag',
  photo: 'text',
}

/** The names of a field: its own where files use other names than pages, else those of its column. */
function namesOf(field: DeclaredField, column: Column | undefined): Field['names'] {
  const { names } = field
  if (names && (!column || column.names.zh !== names.zh)) return names
  if (!column) throw new TypeError(`the field ${field.name} has no names, and its column is not declared`)
  return column.names
}

function completeField(field: DeclaredField, column: Column | undefined): Field {
  const read = field.reads ?? (column && reads[column.type])
  if (!read) throw new TypeError(`the field ${field.name} says not how it is read`)
  const values = field.values ?? (read === 'list' ? column?.values : undefined)
  return { ...field, names: namesOf(field, column), reads: read, ...(values && { values }) }
}

/**
 * Completes a target with the declarations of its fact: names, table, key, and for each field the names and
 * type of its column.
 */
export function completeTarget(declared: DeclaredTarget): Target {
  const fact = ownEntry<Fact>(facts, declared.fact)
  const { names = fact?.names, table = fact?.table, key = fact?.key } = declared
  if (!names || !table || !key) throw new TypeError(`${declared.name} is no fact and must say its own names`)
  const fields = declared.fields.map(field =>
    completeField(field, fact && ownEntry(fact.columns, columnOf(field as Field))),
  )
  return { ...declared, names, table, key, fields }
}
