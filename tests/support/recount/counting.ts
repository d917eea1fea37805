import type { Dates } from './days.ts'
import type { Row, Rows } from './rows.ts'

/** A count or a quotient, with its denominator. */
export interface Counted {
  /** Null where it cannot be computed. */
  value: number | null
  /** The denominator; 0 without records. */
  of: number
  /** The number of all records, where not all of them could be counted in `of`. */
  population?: number
}
export type Counter = (rows: Rows, dates: Dates) => Counted

export const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0)
export const counted = (rows: readonly unknown[]): Counted => ({ value: rows.length, of: rows.length })
export const share = (part: number, whole: number): Counted => ({
  value: whole === 0 ? null : part / whole,
  of: whole,
})

/** Rows whose day is within some dates. */
export function on(rows: readonly Row[], column: string, { from, to }: Dates): Row[] {
  return rows.filter(row => {
    const day = row[column]
    return typeof day === 'string' && day >= from && day <= to
  })
}
