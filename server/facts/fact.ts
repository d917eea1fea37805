/** A name in the two languages of the product. */
export interface Names {
  zh: string
  en: string
}

/** What a dimension's members are: rows of a catalogue table, values of a fixed list, free text, or small numbers. */
export type MemberKind = 'centre' | 'unit' | 'window' | 'item' | 'list' | 'text' | 'number'

/** A kind of detail that only some people may see. */
export type Sensitivity = 'staff' | 'giver' | 'bidder' | 'applicant'

/** A way to split or filter a fact. */
export interface Dimension {
  column: string
  names: Names
  members: MemberKind
  sensitive?: Sensitivity
  /** For lists: the codes in their natural order with their names. */
  values?: Record<string, Names>
}

/** A column that a person sees in the rows behind a figure. */
export interface RowColumn {
  column: string
  names: Names
  shows: 'text' | 'instant' | 'day' | 'fen' | 'number' | 'milliDays' | 'seconds' | 'milliPercent' | 'unit' | 'window' | 'item' | 'list' | 'flag'
  sensitive?: Sensitivity
  values?: Record<string, Names>
}

/** One countable kind of thing: its table, its dates, its numbers, its dimensions and its named conditions. */
export interface Fact<
  Clock extends string = string,
  Number_ extends string = string,
  Bins extends string = string,
  Dim extends string = string,
  Condition extends string = string,
> {
  name: string
  names: Names
  table: string
  /** The column of the business key. */
  key: string
  /** Local-day columns; a row happens on a clock on that day, or never where it is null. */
  clocks: Record<Clock, { column: string, names: Names }>
  /** For things that are in force between two dates: the columns of the first day, and of the first day after. */
  inForce?: { from: string, to: string }
  /** Integer columns or expressions that may be added. */
  numbers: Record<Number_, string>
  /** Columns that hold the bin of a value, for quantiles. */
  bins: Record<Bins, string>
  dimensions: Record<Dim, Dimension>
  /** Conditions by name, as SQL over the row's own columns. */
  conditions: Record<Condition, string>
  rows: RowColumn[]
}

/** Declares a fact and keeps its names as literal types, so that a misspelt clock or condition does not compile. */
export function defineFact<C extends string, N extends string, B extends string, D extends string, W extends string>(fact: Fact<C, N, B, D, W>): Fact<C, N, B, D, W> {
  return fact
}
