import type { Condition, Expression } from './expression.ts'
import type { Fact, FactName } from './index.ts'
import { NamedError } from '../common/errors.ts'
import { expressionsOf } from './conditions/index.ts'
import { all } from './expression.ts'
import { ownEntry } from './index.ts'

/** The column of a time dimension of a fact. Errors: unknown-dimension. */
export function clockColumn(fact: Fact, clock: string): string {
  const entry = ownEntry(fact.clocks, clock)
  if (!entry) throw new NamedError('unknown-dimension', { dimension: `${fact.name}.${clock}` })
  return entry.column
}

/** The column of a dimension of a fact. Errors: dimension-not-of-measure. */
export function dimensionColumn(fact: Fact, name: string): string {
  const dimension = ownEntry(fact.dimensions, name)
  if (!dimension) throw new NamedError('dimension-not-of-measure', { measure: fact.name, dimension: name })
  return dimension.column
}

/** The column by which records are filtered. Errors: dimension-not-of-measure. */
export const filterColumn = (fact: Fact, name: string): string =>
  ownEntry(fact.recordFilters, name)?.column ?? dimensionColumn(fact, name)

/** A named condition of a fact. Errors: unknown-dimension. */
export function conditionNamed(fact: FactName, name: string): Condition {
  const condition = ownEntry(expressionsOf(fact).conditions, name)
  if (!condition) throw new NamedError('unknown-dimension', { dimension: `${fact}.${name}` })
  return condition
}

/** The condition under which a part counts a row: all of its named conditions. Errors: unknown-dimension. */
export const conditionOf = (part: { fact: FactName; when: readonly string[] }): Condition =>
  all(...part.when.map(name => conditionNamed(part.fact, name)))

/** A number of a fact by name. Errors: unknown-dimension. */
export function numberNamed(fact: FactName, name: string): Expression<number> {
  const number = ownEntry(expressionsOf(fact).numbers, name)
  if (!number) throw new NamedError('unknown-dimension', { dimension: `${fact}.${name}` })
  return number
}
