import type { FactName } from '../../model/index.ts'
import type { Field } from '../rows/field.ts'
import { columnOf } from '../rows/field.ts'
import { targets } from './index.ts'

/** What a row may refer to by id: a catalogue member, or the version of an item. */
type Referred = NonNullable<Field['refersTo']> | 'itemVersion'

/** A column with ids of members, and the business key of its table. */
export interface Reference {
  to: Referred
  table: string
  column: string
  key: string
}

/** The referenced tables in an order in which they can be emptied: no table refers to an earlier one. */
export const referredTables: Record<Referred, { table: string; key: string }> = {
  staff: { table: 'StaffMember', key: 'code' },
  itemVersion: { table: 'ItemVersion', key: 'versionCode' },
  item: { table: 'Item', key: 'code' },
  window: { table: 'Window', key: 'code' },
  unit: { table: 'Unit', key: 'code' },
}

// Items are created with their versions and have no target. Cases also refer to the version of their item.
const withoutField: readonly Reference[] = [
  { to: 'itemVersion', table: 'Case', column: 'itemVersionId', key: 'caseNumber' },
  { to: 'unit', table: 'Item', column: 'unitId', key: 'code' },
  { to: 'window', table: 'Item', column: 'windowId', key: 'code' },
]

/**
 * Every column that refers to the catalogue, derived from the fields of the targets. Undo must not leave them
 * dangling, and `verify` checks them.
 */
export function references(): Reference[] {
  const declared = Object.values(targets).flatMap(({ table, key, fields }) =>
    fields.flatMap(field =>
      field.refersTo ? [{ to: field.refersTo, table, column: columnOf(field), key }] : [],
    ),
  )
  return [...declared, ...withoutField]
}

/** The targets with derived columns. */
export const derivedTargets = (): (FactName | 'claims' | 'targets')[] =>
  Object.values(targets)
    .filter(target => Object.keys(target.derived).length > 0)
    .map(target => target.name)
