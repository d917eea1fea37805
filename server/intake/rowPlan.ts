import type { Centre } from '../centres/centre.ts'
import type { Field } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { ReadingForm } from './parseField.ts'
import type { Target } from './target.ts'
import { NamedError } from '#measures'
import { columnOf } from './field.ts'
import { readingForm } from './parseField.ts'

/** How one field is found in a record and read. */
export interface FieldPlan {
  field: Field
  column: string
  /** Places of its columns in the record; none for constants. */
  places: number[]
  constant: string
  codes: ReadonlyMap<string, string>
  missing: ReadonlySet<string>
  form: ReadingForm
}

/** A rule that leaves rows out. */
export interface OnlyPlan { place: number, texts: ReadonlySet<string> }

function placeOf(column: string, headers: readonly string[], target: string): number {
  const place = headers.indexOf(column)
  if (place < 0)
    throw new NamedError('column-missing', { file: target, column, columns: headers.join(', ').slice(0, 2000) })
  return place
}

function refuseUnknownFields(target: Target, mapping: Mapping): void {
  const named = [mapping.columns, mapping.constants, mapping.values, mapping.missing, mapping.timeFormats, mapping.moneyUnits].flatMap(Object.keys)
  const unknown = named.find(name => !target.fields.some(field => field.name === name))
  if (unknown !== undefined)
    throw new NamedError('mapping-invalid', { mapping: target.name, field: unknown, reason: `not a field of ${target.name}` })
}

/** How every mapped field of a target is read. Errors: mapping-invalid, column-missing. */
export function plansFor(target: Target, mapping: Mapping, at: { headers: readonly string[], centre: Centre }): FieldPlan[] {
  refuseUnknownFields(target, mapping)
  return target.fields.flatMap((field): FieldPlan[] => {
    const common = { field, column: columnOf(field), codes: new Map(Object.entries(mapping.values[field.name] ?? {})), missing: new Set(mapping.missing[field.name]), form: readingForm(mapping, at.centre.hall.zone, field.name) }
    const constant = mapping.constants[field.name]
    if (constant !== undefined)
      return [{ ...common, places: [], constant }]
    const column = mapping.columns[field.name]
    if (column !== undefined)
      return [{ ...common, places: [column].flat().map(one => placeOf(one, at.headers, target.name)), constant: '' }]
    if (field.required)
      throw new NamedError('mapping-invalid', { mapping: target.name, field: field.name, reason: 'a required field has no column' })
    return []
  })
}

/** The rules of a mapping that leave rows out. Errors: column-missing. */
export function onlyPlans(mapping: Mapping, headers: readonly string[]): OnlyPlan[] {
  return Object.entries(mapping.only).map(([column, texts]) => ({ place: placeOf(column, headers, mapping.target), texts: new Set(texts) }))
}
