import type { Centre } from '../../centres/centre.ts'
import type { Target } from '../targets/target.ts'
import type { Field } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { FieldFormat } from './parseField.ts'
import { NamedError } from '#measures'
import { columnOf } from './field.ts'
import { madeKindHeading } from './kindColumns.ts'
import { fieldFormat } from './parseField.ts'

/** Where one field is found in a record, and how it is parsed. */
export interface FieldPlan {
  field: Field
  column: string
  /** The indexes of its columns in the record; empty for constants. */
  places: number[]
  constant: string
  codes: ReadonlyMap<string, string>
  missing: ReadonlySet<string>
  form: FieldFormat
}

/** A rule that excludes a row, by the trimmed text of one cell. */
export interface LeaveOutPlan {
  place: number
  leavesOut: (text: string) => boolean
}

/** The index of a column in a record. Errors: column-missing. */
export function placeOf(column: string, headers: readonly string[], target: string): number {
  const place = headers.indexOf(column)
  if (place < 0)
    throw new NamedError('column-missing', {
      file: target,
      column,
      columns: headers.join(', ').slice(0, 2000),
    })
  return place
}

function refuseUnknownFields(target: Target, mapping: Mapping): void {
  const named = [
    mapping.columns,
    mapping.constants,
    mapping.values,
    mapping.missing,
    mapping.timeFormats,
    mapping.moneyUnits,
  ]
    .flatMap(Object.keys)
    .concat(mapping.days)
  const unknown = named.find(name => !target.fields.some(field => field.name === name))
  if (unknown !== undefined)
    throw new NamedError('mapping-invalid', {
      mapping: target.name,
      field: unknown,
      reason: `not a field of ${target.name}`,
    })
}

/** The plans for all mapped fields of a target. Errors: mapping-invalid, column-missing. */
export function plansFor(
  target: Target,
  mapping: Mapping,
  at: { headers: readonly string[]; centre: Centre; now: number },
): FieldPlan[] {
  refuseUnknownFields(target, mapping)
  return target.fields.flatMap((field): FieldPlan[] => {
    const common = {
      field,
      column: columnOf(field),
      codes: new Map(Object.entries(mapping.values[field.name] ?? {})),
      missing: new Set(mapping.missing[field.name]),
      form: fieldFormat(mapping, { zone: at.centre.hall.zone, now: at.now }, field.name),
    }
    const constant = mapping.constants[field.name]
    if (constant !== undefined) return [{ ...common, places: [], constant }]
    const column = mapping.columns[field.name]
    if (column !== undefined)
      return [
        {
          ...common,
          places: [column].flat().map(heading => placeOf(heading, at.headers, target.name)),
          constant: '',
        },
      ]
    if (field.required)
      throw new NamedError('mapping-invalid', {
        mapping: target.name,
        field: field.name,
        reason: 'a required field has no column',
      })
    return []
  })
}

function matcherOf(texts: readonly string[]): (text: string) => boolean {
  const whole = new Set(texts.filter(text => !text.endsWith('*')))
  const beginnings = texts.filter(text => text.endsWith('*')).map(text => text.slice(0, -1))
  return text => whole.has(text) || beginnings.some(beginning => text.startsWith(beginning))
}

/** The exclusion rules of a mapping. Errors: column-missing. */
export function leaveOutPlans(mapping: Mapping, headers: readonly string[]): LeaveOutPlan[] {
  const placed = (rules: Mapping['only']): { place: number; matches: (text: string) => boolean }[] =>
    Object.entries(rules)
      // The column of kinds is generated only where columns count them.
      .filter(([column]) => column !== madeKindHeading || headers.includes(column))
      .map(([column, texts]) => ({
        place: placeOf(column, headers, mapping.target),
        matches: matcherOf(texts),
      }))
  return [
    ...placed(mapping.only).map(({ place, matches }) => ({
      place,
      leavesOut: (text: string) => !matches(text),
    })),
    ...placed(mapping.except).map(({ place, matches }) => ({ place, leavesOut: matches })),
  ]
}
