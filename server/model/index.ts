import type { Fact } from './fact.ts'
import { cases } from './cases.ts'
import { regulations, staff, units, windows } from './catalogue.ts'
import { feedback } from './feedback.ts'
import { items } from './items.ts'
import { attendance, dailyReports, exams, meetings, postChecks, serviceEvents } from './people.ts'
import { bids, expertDraws, objections } from './procedure.ts'
import { trades } from './trades.ts'

export {
  attendance,
  bids,
  cases,
  dailyReports,
  exams,
  expertDraws,
  feedback,
  items,
  meetings,
  objections,
  postChecks,
  regulations,
  serviceEvents,
  staff,
  trades,
  units,
  windows,
}
export type { Column, ColumnType, List } from './column.ts'
export type { Dimension, Fact, MemberKind, Names, RowColumn, Sensitivity } from './fact.ts'
export * as lists from './lists.ts'

/** Every fact by name. */
export const facts = {
  cases,
  trades,
  feedback,
  items,
  units,
  windows,
  staff,
  regulations,
  attendance,
  postChecks,
  exams,
  serviceEvents,
  meetings,
  dailyReports,
  bids,
  objections,
  expertDraws,
} satisfies Record<string, Fact>

export type FactName = keyof typeof facts

/** An own entry of an object; undefined for inherited names such as toString. */
export function ownEntry<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** The names of all facts. */
export const factNames = Object.keys(facts) as FactName[]

/** The fact of that name, with names widened to strings, for generic code. */
export function factNamed(name: FactName): Fact {
  return facts[name]
}
