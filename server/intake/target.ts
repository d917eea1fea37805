import type { Centre } from '../centres/centre.ts'
import type { FactName } from '../facts/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { ColumnType, Field, Value } from './field.ts'
import type { TargetName } from './mapping.ts'
import type { Reason } from './problems.ts'

/** A row by column, as it will be stored. */
export type Row = Record<string, Value>

/** What computing a row depends on besides its own fields. */
export interface DeriveContext {
  centre: Centre
  catalogue: Catalogue
}

/** What a file can be loaded as: fields, key, table, and the columns computed from the fields. */
export interface Target {
  name: TargetName
  /** The name under which changes are remembered. */
  fact: FactName | 'claims'
  table: string
  /** The column of the business key. */
  key: string
  fields: Field[]
  /** Columns that `derive` fills, with their types. */
  derived: Record<string, ColumnType>
  /** Values of columns that a new row has when the file says nothing. */
  defaults: Row
  /** The key where it is not a field of its own: made from the file's texts and the row. */
  keyOf?: (texts: Record<string, string>, row: Row) => string | null
  /** Columns that are computed anew in a correction that changes one of `when` without naming them. */
  renewed?: { when: string[], columns: string[] }
  /** Completes a row; says which field is wrong where the fields do not fit together. */
  derive: (row: Row, context: DeriveContext) => { field: string, reason: Reason } | null
}
