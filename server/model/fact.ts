import type { Column, Columns, ColumnType, List, Names, Sensitivity } from './column.ts'

export type { Names, Sensitivity } from './column.ts'

/**
 * The members of a dimension: rows of a catalogue table, values of a fixed list, free text, or small numbers.
 */
export type MemberKind = 'centre' | 'unit' | 'window' | 'item' | 'list' | 'text' | 'number'

/** A dimension by which a fact can be split or filtered. */
export interface Dimension {
  column: string
  names: Names
  members: MemberKind
  sensitive?: Sensitivity
  /** The codes in natural order with their names, for lists and numbers with names. */
  values?: List
}

/** A column that is shown in the rows behind a figure. */
export interface RowColumn {
  column: string
  names: Names
  shows: ColumnType
  sensitive?: Sensitivity
  values?: List
  /** The condition under which the value is shown; always where absent. */
  countsWhen?: string
  /** The number of the fact that is shown, where it is no stored column. */
  number?: string
}

/** The columns of a number and of its bin. */
interface BinnedColumns {
  value: string
  bin: string
}

/**
 * A fact: its table, columns, time dimensions and dimensions. The client has facts as well; conditions and
 * numbers, which it does not need, are in `conditions/`.
 */
export interface Fact<
  Clock extends string = string,
  Bins extends string = string,
  Dim extends string = string,
  Name extends string = string,
  C extends Columns = Columns,
> {
  name: Name
  names: Names
  table: string
  /** The column of the business key. */
  key: string
  columns: C
  /** Local-day columns of the time dimensions; null where the event has not happened. */
  clocks: Record<Clock, { column: string; names: Names }>
  /**
   * The time dimensions that show how far records reach; all of them where absent. Their columns are indexed.
   */
  recordedBy?: NoInfer<Clock>[]
  /** For rows that are valid between two dates: the columns of the first day, and of the first day after. */
  inForce?: { from: string; to: string }
  /** For quantiles: the columns of a value and of its bin. */
  bins: Record<Bins, BinnedColumns>
  dimensions: Record<Dim, Dimension>
  /** Columns that identify single records: records can be filtered by them, figures cannot. */
  recordFilters: Record<string, Dimension>
  rows: RowColumn[]
}

type ColumnName<C extends Columns> = Extract<keyof C, string>

/** A fact as declared: every column once, and its roles by column name. */
interface Declaration<
  Clock extends string,
  Bins extends string,
  Dim extends string,
  Name extends string,
  C extends Columns,
> {
  name: Name
  names: Names
  table: string
  key: NoInfer<ColumnName<C>>
  columns: C
  clocks: Record<Clock, NoInfer<ColumnName<C>>>
  recordedBy?: NoInfer<Clock>[]
  inForce?: { from: NoInfer<ColumnName<C>>; to: NoInfer<ColumnName<C>> }
  bins: Record<Bins, { value: NoInfer<ColumnName<C>>; bin: NoInfer<ColumnName<C>> }>
  dimensions: Record<Dim, NoInfer<ColumnName<C>>>
  /** The columns by which single records are asked for, beyond the dimensions. */
  recordFilters?: NoInfer<ColumnName<C>>[]
  /** The columns that are shown in the rows behind a figure, in order. */
  rows: NoInfer<ColumnName<C>>[]
  /** Numbers of the fact that are shown after them, by the key under which a row contains them. */
  rowNumbers?: Record<string, Column & { number: string }>
}

const memberKinds: readonly ColumnType[] = ['centre', 'unit', 'window', 'item', 'list', 'text', 'number']

const isMemberKind = (type: ColumnType): type is MemberKind => memberKinds.includes(type)

function dimensionOf(column: string, { names, type, sensitive, values }: Column): Dimension {
  if (!isMemberKind(type)) throw new TypeError(`column ${column} of type ${type} cannot be a dimension`)
  return { column, names, members: type, ...(sensitive && { sensitive }), ...(values && { values }) }
}

function rowColumnOf(column: string, declared: Column): RowColumn {
  const { names, type, sensitive, values, countsWhen } = declared
  const list = type === 'list' ? values : undefined
  return {
    column,
    names,
    shows: type,
    ...(sensitive && { sensitive }),
    ...(list && { values: list }),
    ...(countsWhen !== undefined && { countsWhen }),
  }
}

/**
 * Declares a fact and keeps its names as literal types, so that a misspelt column, clock or dimension
 * does not compile.
 */
export function defineFact<
  Clock extends string,
  Bins extends string,
  Dim extends string,
  Name extends string,
  C extends Columns,
>(declaration: Declaration<Clock, Bins, Dim, Name, C>): Fact<Clock, Bins, Dim, Name, C> {
  const columns: Columns = declaration.columns
  const column = (name: string): Column => {
    const declared = columns[name]
    if (!declared) throw new TypeError(`${declaration.name} has no column ${name}`)
    return declared
  }
  const byRole = <Role extends string, T>(
    roles: Record<Role, string>,
    make: (name: string, declared: Column) => T,
  ): Record<Role, T> =>
    Object.fromEntries(
      Object.entries<string>(roles).map(([role, name]) => [role, make(name, column(name))]),
    ) as Record<Role, T>
  return {
    ...declaration,
    clocks: byRole(declaration.clocks, (name, { names }) => ({ column: name, names })),
    dimensions: byRole(declaration.dimensions, dimensionOf),
    recordFilters: Object.fromEntries(
      (declaration.recordFilters ?? []).map(name => [name, dimensionOf(name, column(name))]),
    ),
    rows: [
      ...declaration.rows.map(name => rowColumnOf(name, column(name))),
      ...Object.entries(declaration.rowNumbers ?? {}).map(([key, declared]) => ({
        ...rowColumnOf(key, declared),
        number: declared.number,
      })),
    ],
  }
}
