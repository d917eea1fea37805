import type { Expression } from './expression.ts'
import { columnNamed } from './expression.ts'

/** A name in the two languages of the product. */
export interface Names {
  zh: string
  en: string
}

/** The codes of a list in their natural order, with their names. */
export type List = Record<string, Names>

/** A kind of personal data that only some viewers may see. */
export type Sensitivity = 'staff' | 'giver' | 'bidder' | 'applicant'

/** The type of a column, which decides how it is printed. */
export type ColumnType =
  | 'text'
  | 'instant'
  | 'day'
  | 'fen'
  | 'number'
  | 'milliDays'
  | 'seconds'
  | 'milliPercent'
  | 'centre'
  | 'unit'
  | 'window'
  | 'item'
  | 'list'
  | 'flag'
  | 'photo'

/** A column of a fact's table. `T` is the type of its values other than null. */
export interface Column<T extends string | number | boolean = string | number | boolean> {
  names: Names
  type: ColumnType
  sensitive?: Sensitivity
  /** For lists and for numbers with names: the codes. */
  values?: List
  /** The condition under which a stored value is valid; for other records it is not shown. */
  countsWhen?: string
  readonly holds?: T
}

/** The columns of a fact's table by name. */
export type Columns = Record<string, Column>

const ofType =
  <T extends string | number | boolean>(type: ColumnType) =>
  (zh: string, en: string): Column<T> => ({ names: { zh, en }, type })

/** A column of text; a sensitive one is shown only to viewers who may see that kind of personal data. */
export const text = (zh: string, en: string, more: { sensitive?: Sensitivity } = {}): Column<string> => ({
  names: { zh, en },
  type: 'text',
  ...more,
})
/** A point in time. */
export const instant = ofType<number>('instant')
/** A local day. */
export const localDay = ofType<number>('day')
/** Money in fen. */
export const fen = ofType<number>('fen')
/** A whole number. */
export const number = ofType<number>('number')
/** Thousandths of a working day. */
export const milliDays = ofType<number>('milliDays')
/** Seconds, shown as days. */
export const seconds = ofType<number>('seconds')
/** Thousandths of a per cent. */
export const milliPercent = ofType<number>('milliPercent')
/** True or false. */
export const flag = ofType<boolean>('flag')

/** The SHA-256 of a stored photo. */
export const photo = ofType<string>('photo')

/** The id of a member of the catalogue. */
export const member = (type: 'centre' | 'unit' | 'window' | 'item', zh: string, en: string): Column<number> =>
  ofType<number>(type)(zh, en)

/** A code of a list. */
export const listed = <L extends List>(
  values: L,
  zh: string,
  en: string,
): Column<Extract<keyof L, string>> => ({
  names: { zh, en },
  type: 'list',
  values,
})

/** A small number with named values. */
export const numbered = (values: List, zh: string, en: string): Column<number> => ({
  names: { zh, en },
  type: 'number',
  values,
})

/** The columns of a fact as operands for conditions and numbers. */
type ColumnRefs<C extends Columns> = {
  readonly [K in keyof C]: Expression<NonNullable<C[K]['holds']>>
}

/** Converts columns to operands. Undeclared columns do not compile. */
export function refsOf<C extends Columns>(columns: C): ColumnRefs<C> {
  return Object.fromEntries(Object.keys(columns).map(name => [name, columnNamed(name)])) as ColumnRefs<C>
}
