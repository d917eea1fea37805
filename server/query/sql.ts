import type { Fact } from '../facts/index.ts'
import type { PlacedBucket, ReadFilter } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import { NamedError, textOfDay } from '#measures'
import { ownEntry } from '../facts/index.ts'

/** Collects bound values and hands out their placeholders. */
export class Binder {
  readonly values: unknown[] = []

  bind(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** Quotes an identifier that comes from `facts/`. */
export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`

/** The column behind a clock of a fact. */
export function clockColumn(fact: Fact, clock: string): string {
  const found = ownEntry(fact.clocks, clock)
  if (!found)
    throw new NamedError('unknown-dimension', { dimension: `${fact.name}.${clock}` })
  return quoted(found.column)
}

/** Named conditions joined by AND; empty text for none. */
export function conditionSql(fact: Fact, names: readonly string[]): string {
  return names.map((name) => {
    const sql = ownEntry(fact.conditions, name)
    if (sql === undefined)
      throw new NamedError('unknown-dimension', { dimension: `${fact.name}.${name}` })
    return `(${sql})`
  }).join(' AND ')
}

/** The column of a dimension of a fact. Errors: dimension-not-of-measure. */
export function dimensionColumn(fact: Fact, name: string): string {
  const dimension = ownEntry(fact.dimensions, name)
  if (!dimension)
    throw new NamedError('dimension-not-of-measure', { measure: fact.name, dimension: name })
  return quoted(dimension.column)
}

/** `column IN (values)` for each filter, and the centres. Ids are bound as integers, codes as text. */
export function restriction(fact: Fact, where: { centreIds: readonly number[], filters: readonly ReadFilter[] }, binder: Binder): string {
  const filters = where.filters.map(({ dimension, values }) => {
    const column = dimensionColumn(fact, dimension)
    const numeric = values.every(value => typeof value === 'number')
    return numeric ? `${column} = ANY(${binder.bind(values)}::int[])` : `${column}::text = ANY(${binder.bind(values)}::text[])`
  })
  return [`"centreId" = ANY(${binder.bind(where.centreIds)}::int[])`, ...filters].join(' AND ')
}

/** Buckets as rows of (place, first, last). */
export function bucketSql(buckets: readonly PlacedBucket[], binder: Binder): string {
  const firsts = buckets.map(bucket => bucket.from === null ? '-infinity' : textOfDay(bucket.from))
  const lasts = buckets.map(bucket => textOfDay(bucket.to))
  return `unnest(${binder.bind(buckets.map(bucket => bucket.place))}::int[], ${binder.bind(firsts)}::date[], ${binder.bind(lasts)}::date[]) AS bucket(place, first, last)`
}

/** What a part adds up over a group of rows. */
export function aggregateSql(fact: Fact, part: FlowPart | StockPart): string {
  const filter = part.when.length > 0 ? ` FILTER (WHERE ${conditionSql(fact, part.when)})` : ''
  switch (part.aggregate) {
    case 'count': return `count(*)${filter}`
    case 'sum': return `sum(${fact.numbers[part.of] ?? 'NULL'})${filter}`
    case 'distinct': return `count(DISTINCT ${dimensionColumn(fact, part.of)})${filter}`
    case 'histogram':
    case 'peak':
    case 'activeDays': return `count(*)${filter}`
  }
}
