import type { FactName } from '../../model/index.ts'
import type { Field } from '../rows/field.ts'
import { columnOf } from '../rows/field.ts'
import { targets } from './index.ts'

/** What a row may refer to by id: a member of the catalogue, or the version of an item. */
type Referred = NonNullable<Field['refersTo']> | 'itemVersion'

/** A column that holds ids of members, with the business key of its table. */
export interface Reference {
  to: Referred
  table: string
  column: string
  key: string
}

/**
 * The tables of what is referred to, in the order in which they may be emptied: nothing refers to an
 * earlier one.
 */
export const referredTables: Record<Referred, { table: string; key: string }> = {
  staff: { table: 'StaffMember', key: 'code' },
  itemVersion: { table: 'ItemVersion', key: 'versionCode' },
  item: { table: 'Item', key: 'code' },
  window: { table: 'Window', key: 'code' },
  unit: { table: 'Unit', key: 'code' },
}

// Items come with their versions and have no target of their own. A case was judged by the version of
// its item.
const withoutField: readonly Reference[] = [
  { to: 'itemVersion', table: 'Case', column: 'itemVersionId', key: 'caseNumber' },
  { to: 'unit', table: 'Item', column: 'unitId', key: 'code' },
  { to: 'window', table: 'Item', column: 'windowId', key: 'code' },
]

/**
 * Every column of every table that refers to the catalogue, found from the fields of the targets: what
 * undo may not leave dangling, and what `verify` checks.
 */
export function references(): Reference[] {
  const declared = Object.values(targets).flatMap(({ table, key, fields }) =>
    fields.flatMap(field =>
      field.refersTo ? [{ to: field.refersTo, table, column: columnOf(field), key }] : [],
    ),
  )
  return [...declared, ...withoutField]
}

/** The facts and other kinds of records whose rows carry columns that are computed from others. */
export const derivedTargets = (): (FactName | 'claims' | 'targets')[] =>
  Object.values(targets)
    .filter(target => Object.keys(target.derived).length > 0)
    .map(target => target.name)
