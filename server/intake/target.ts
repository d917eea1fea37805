import type { Names } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { FactName } from '../facts/index.ts'
import type { ColumnType, Field, Value } from './field.ts'
import type { KnownCatalogue } from './knownCatalogue.ts'
import type { TargetName } from './mapping.ts'
import type { Reason } from './problems.ts'

/** A row by column, as it will be stored. */
export type Row = Record<string, Value>

/** What computing a row depends on besides its own fields. */
export interface DeriveContext {
  centre: Centre
  catalogue: KnownCatalogue
}

/** What may be odd about a row that is loaded all the same. */
export type Warning = 'roundedMoney' | 'foreignCurrency' | 'unknownCurrency'

export const warningWords: Record<Warning, Names> = {
  roundedMoney: { zh: '金额四舍五入到分', en: 'money rounded to the fen' },
  foreignCurrency: { zh: '币种不是本中心的币种，单独列示，不计入合计', en: 'the currency is not the centre’s own: kept apart and in no sum' },
  unknownCurrency: { zh: '没有这种币种代码，单独列示，不计入合计；请核对是否笔误', en: 'no such currency code: kept apart and in no sum; check whether it is misspelt' },
}

/** What a file can be loaded as: fields, key, table, and the columns computed from the fields. */
export interface Target {
  name: TargetName
  names: Names
  /** The name under which changes are remembered. */
  fact: FactName | 'claims' | 'targets'
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
  /** Says what is odd about a complete row. */
  warn?: (row: Row, context: DeriveContext) => { warning: Warning, value: string } | null
}
