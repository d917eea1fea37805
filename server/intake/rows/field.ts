import type { Names } from '#measures'

/** A value on its way into a table: instants in milliseconds, days as numbers, money in 分. */
export type Value = string | number | boolean | null

/** How a column is stored, which decides how values are written to and read from the database. */
export type ColumnType = 'text' | 'instant' | 'day' | 'integer' | 'flag'

/** What a file may give for a target. */
export interface Field {
  name: string
  names: Names
  /**
   * How the text is read. `reference` looks a code up in the catalogue; `decimal` and `percent` are
   * stored in thousandths;
   * `due` is an instant of which a day without a clock means the end, or a limit such as 5个工作日.
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
  /** The column it fills; its own name unless said otherwise. */
  column?: string
  required?: boolean
  /** Says how other fields of the row are to be read, and is stored nowhere. */
  transient?: boolean
  /** Codes of a list with their names, by which texts in a file are recognised. */
  values?: Record<string, Names>
  /** Other texts for the codes of a list. */
  alsoValues?: Record<string, readonly string[]>
  /** For instants: the column that says whether the file gave a day without a clock. */
  byDayColumn?: string
  /** True for when a record begins: of several rows that are its steps, the first one says it. */
  fromFirst?: boolean
  /** For due times: the column of a limit that stands in their place. */
  limitColumn?: string
  /** True for what cannot lie after the day of the load. */
  past?: boolean
  /**
   * True for texts that name a record: read without regard to width, and refused where a spreadsheet
   * has ruined them.
   */
  identifies?: boolean
  /** True for names without which a row still counts: one with broken characters is refused, not the row. */
  dispensable?: boolean
  /** True for what is never proposed by itself, such as the words of a person; a mapping may name it. */
  onRequest?: boolean
  /** What a form uploads in its place; the text is the SHA-256 by which it is kept. */
  upload?: 'photo'
  refersTo?: 'unit' | 'window' | 'item' | 'staff'
  least?: number
  most?: number
}

/** What a flag may be, as a list. */
const yesOrNo: Record<string, Names> = { 是: { zh: '是', en: 'Yes' }, 否: { zh: '否', en: 'No' } }

/** The values that a text of a field may mean: those of a list, the steps of a scale, yes and no. */
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
