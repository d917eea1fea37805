import type { Names } from '#measures'

/** A value to be stored: instants in milliseconds, days as numbers, money in 分. */
export type Value = string | number | boolean | null

/** The storage type of a column, which decides how values are written and read. */
export type ColumnType = 'text' | 'instant' | 'day' | 'integer' | 'flag'

/** A field that a file may give for a target. */
export interface Field {
  name: string
  names: Names
  /**
   * How the text is parsed. `reference` looks up a code in the catalogue; `decimal` and `percent` are stored
   * in thousandths; `due` is an instant, where a day means its end, or a limit such as 5个工作日.
   */
  reads:
    | 'text'
    | 'instant'
    | 'due'
    | 'day'
    | 'money'
    | 'integer'
    | 'flag'
    | 'list'
    | 'reference'
    | 'suspensions'
    | 'decimal'
    | 'percent'
  /** The column that it fills; its own name by default. */
  column?: string
  required?: boolean
  /** Affects how other fields of the row are parsed, and is not stored. */
  transient?: boolean
  /** Codes of a list with their names, by which texts are recognised. */
  values?: Record<string, Names>
  /** Other texts for the codes of a list. */
  alsoValues?: Record<string, readonly string[]>
  /** For instants: the column for whether the file gave only a day. */
  byDayColumn?: string
  /** True for the beginning of a record: of several rows that are steps, the first one gives it. */
  fromFirst?: boolean
  /** For due times: the column for a limit given instead. */
  limitColumn?: string
  /** True where the value cannot lie after the day of the load. */
  past?: boolean
  /**
   * True for texts that identify a record: width is ignored, and values damaged by a spreadsheet are refused.
   */
  identifies?: boolean
  /** True for optional names: one with invalid characters is dropped and the row is still loaded. */
  dispensable?: boolean
  /**
   * True for fields that are never proposed automatically, such as personal remarks; a mapping may name them.
   */
  onRequest?: boolean
  /** What a form uploads for the field; its text is the SHA-256 of the upload. */
  upload?: 'photo'
  refersTo?: 'unit' | 'window' | 'item' | 'staff'
  least?: number
  most?: number
}

/** The values of a flag, as a list. */
const yesOrNo: Record<string, Names> = { 是: { zh: '是', en: 'Yes' }, 否: { zh: '否', en: 'No' } }

/** The values that a text of a field may have: codes of a list, steps of a scale, yes and no. */
export const choicesOf = ({ values, reads }: Field): Record<string, Names> | undefined =>
  values ?? (reads === 'flag' ? yesOrNo : undefined)

/** The column that a field fills. */
export const columnOf = (field: Field): string => field.column ?? field.name

const storedAs: Record<Field['reads'], ColumnType> = {
  text: 'text',
  instant: 'instant',
  due: 'instant',
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
const typeOf = (field: Field): ColumnType => storedAs[field.reads]

/** Every column that a field fills, with how it is stored. */
export function columnsOf(field: Field): Record<string, ColumnType> {
  return {
    [columnOf(field)]: typeOf(field),
    ...(field.byDayColumn !== undefined && { [field.byDayColumn]: 'flag' as const }),
    ...(field.limitColumn !== undefined && { [field.limitColumn]: 'text' as const }),
  }
}
