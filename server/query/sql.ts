import type { Sql } from 'sql-template-tag'
import type { Fact } from '../model/index.ts'
import type { PlacedBucket, ReadFilter, Statement } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import sql, { empty, join, raw } from 'sql-template-tag'
import { textOfDay } from '#measures'
import { conditionOf, dimensionColumn, filterColumn, numberNamed } from '../model/named.ts'
import { identifier, toSql } from '../model/toSql.ts'

/** ` AND …` for the conditions of a part; empty for none. */
export const andConditions = (part: Pick<FlowPart | StockPart, 'fact' | 'when'>): Sql =>
  part.when.length > 0 ? sql` AND ${toSql(conditionOf(part))}` : empty

/** `column IN (values)` for each filter, and the centres. Ids are bound as integers, codes as text. */
export function restriction(
  fact: Fact,
  where: { centreIds: readonly number[]; filters: readonly ReadFilter[] },
): Sql {
  const filters = where.filters.map(({ dimension, values, orNone }) => {
    const column = identifier(filterColumn(fact, dimension))
    if (orNone && values.length === 0) return sql`${column} IS NULL`
    const named = values.every(value => typeof value === 'number')
      ? sql`${column} = ANY(${values}::int[])`
      : sql`${column}::text = ANY(${values}::text[])`
    return orNone ? sql`(${named} OR ${column} IS NULL)` : named
  })
  return join([sql`"centreId" = ANY(${where.centreIds}::int[])`, ...filters], ' AND ')
}

/** Buckets as rows of (place, first, last), to be joined as `bucket`. */
export function bucketSql(buckets: readonly PlacedBucket[]): Sql {
  const places = buckets.map(bucket => bucket.place)
  const firsts = buckets.map(bucket => (bucket.from === null ? '-infinity' : textOfDay(bucket.from)))
  const lasts = buckets.map(bucket => textOfDay(bucket.to))
  return sql`unnest(${places}::int[], ${firsts}::date[], ${lasts}::date[]) AS bucket(place, first, last)`
}

/** The aggregate of a part over a group of rows, as SQL. */
export function aggregateSql(fact: Fact, part: FlowPart | StockPart): Sql {
  const filter = part.when.length > 0 ? sql` FILTER (WHERE ${toSql(conditionOf(part))})` : empty
  switch (part.aggregate) {
    case 'sum':
      return sql`sum(${toSql(numberNamed(part.fact, part.of))})${filter}`
    case 'distinct':
      return sql`count(DISTINCT ${identifier(dimensionColumn(fact, part.of))})${filter}`
    case 'count':
    case 'histogram':
    case 'peak':
    case 'activeDays':
      return sql`count(*)${filter}`
  }
}

/** Items of a SELECT or GROUP BY, separated by commas. */
export const list = (...items: readonly (readonly Sql[])[]): Sql => join(items.flat(), ', ')

/** The names m0, m1, … of the members of a row. */
export const memberNames = (groupBy: readonly string[]): Sql[] => groupBy.map((_, index) => raw(`m${index}`))

/** The statement in the form that the driver takes. */
export const statementOf = ({ text, values }: Sql): Statement => ({ text, values })
