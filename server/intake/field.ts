import type { Names } from '#measures'

/** A value on its way into a table: instants in milliseconds, days as numbers, money in 分. */
export type Value = string | number | boolean | null

/** How a column is stored, which decides how values are written to and read from the database. */
export type ColumnType = 'text' | 'instant' | 'day' | 'integer' | 'flag'

/** What a file may give for a target. */
export interface Field {
  name: string
  names: Names
  /** How the text is read. `reference` looks a code up in the catalogue; `decimal` and `percent` are stored in thousandths. */
  reads: 'text' | 'instant' | 'day' | 'money' | 'integer' | 'flag' | 'list' | 'reference' | 'suspensions' | 'decimal' | 'percent'
  /** The column it fills; its own name unless said otherwise. */
  column?: string
  required?: boolean
  /** Says how other fields of the row are to be read, and is stored nowhere. */
  transient?: boolean
  /** Codes of a list with their names, by which texts in a file are recognised. */
  values?: Record<string, Names>
  /** Other headings under which exports give this field. */
  also?: readonly string[]
  /** Other texts for the codes of a list. */
  alsoValues?: Record<string, readonly string[]>
  refersTo?: 'unit' | 'window' | 'item' | 'staff'
  least?: number
  most?: number
}

/** The column that a field fills. */
export const columnOf = (field: Field): string => field.column ?? field.name

const storedAs: Record<Field['reads'], ColumnType> = {
  text: 'text',
  instant: 'instant',
  day: 'day',
  money: 'integer',
  integer: 'integer',
  flag: 'flag',
  list: 'text',
  reference: 'integer',
  suspensions: 'text',
  decimal: 'integer',
  percent: 'integer',
}

/** How a field's column is stored. */
export const typeOf = (field: Field): ColumnType => storedAs[field.reads]
