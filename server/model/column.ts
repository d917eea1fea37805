import type { Expression } from './expression.ts'
import { columnNamed } from './expression.ts'

/** A name in the two languages of the product. */
export interface Names {
  zh: string
  en: string
}

/** The codes of a list in their natural order, with their names. */
export type List = Record<string, Names>

/** A kind of detail that only some people may see. */
export type Sensitivity = 'staff' | 'giver' | 'bidder' | 'applicant'

/** What a column holds, which decides how it is printed. */
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

/** A column of a fact's table. `T` is what a row holds in it where it is not null. */
export interface Column<T extends string | number | boolean = string | number | boolean> {
  names: Names
  type: ColumnType
  sensitive?: Sensitivity
  /** For lists, and for numbers that have names: the codes. */
  values?: List
  /** The condition of the fact under which a stored value counts; it is listed for no other record. */
  countsWhen?: string
  readonly holds?: T
}

/** The columns of a fact's table by name. */
export type Columns = Record<string, Column>

const ofType =
  <T extends string | number | boolean>(type: ColumnType) =>
  (zh: string, en: string): Column<T> => ({ names: { zh, en }, type })

/** A column of text; a sensitive one is shown to those who may see that kind of detail. */
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

/** A small number whose values have names. */
export const numbered = (values: List, zh: string, en: string): Column<number> => ({
  names: { zh, en },
  type: 'number',
  values,
})

/** The columns of a fact as operands of its conditions and numbers. */
type ColumnRefs<C extends Columns> = {
  readonly [K in keyof C]: Expression<NonNullable<C[K]['holds']>>
}

/** Makes operands of columns. A column that is not declared does not compile. */
export function refsOf<C extends Columns>(columns: C): ColumnRefs<C> {
  return Object.fromEntries(Object.keys(columns).map(name => [name, columnNamed(name)])) as ColumnRefs<C>
}
