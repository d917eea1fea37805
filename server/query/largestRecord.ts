import type pg from 'pg'
import type { LevelPlan } from './plan.ts'
import type { Read } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import sql from 'sql-template-tag'
import { isNamedError, NamedError, textOfDay } from '#measures'
import { factNamed } from '../model/index.ts'
import { clockColumn, numberNamed } from '../model/named.ts'
import { identifier, toSql } from '../model/toSql.ts'
import { gridKey } from './grid.ts'
import { andConditions, restriction, statementOf } from './sql.ts'

/** The read of a plan that contains a part, by the part's key in the grid. */
function readOf(plans: readonly LevelPlan[], key: string): { read: Read; part: FlowPart | StockPart } | null {
  for (const read of plans.flatMap(plan => plan.reads)) {
    const part = read.parts.find(candidate => gridKey(candidate, read.span) === key)
    if (part) return { read, part }
  }
  return null
}

async function largestOf(client: pg.ClientBase, read: Read, part: FlowPart): Promise<string | null> {
  const fact = factNamed(read.fact)
  const clock = identifier(clockColumn(fact, part.during))
  const firsts = read.buckets.map(bucket => bucket.from ?? Number.NEGATIVE_INFINITY)
  const first = Math.min(...firsts)
  const last = textOfDay(Math.max(...read.buckets.map(bucket => bucket.to)))
  const { rows } = await client.query<{ key: string }>(
    statementOf(sql`SELECT ${identifier(fact.key)} AS key FROM ${identifier(fact.table)}
WHERE ${restriction(fact, read)}${andConditions(part)}
  AND ${clock} BETWEEN ${Number.isFinite(first) ? textOfDay(first) : '-infinity'}::date AND ${last}::date
ORDER BY abs(${toSql(numberNamed(part.fact, part.of))}) DESC NULLS LAST LIMIT 1`),
  )
  return rows[0]?.key ?? null
}

/** Adds to a number-too-large error the record with the largest number; returns other errors unchanged. */
export async function withLargestRecord(
  error: unknown,
  plans: readonly LevelPlan[],
  client: pg.ClientBase,
): Promise<unknown> {
  if (!isNamedError(error) || error.name !== 'number-too-large') return error
  const place = readOf(plans, String(error.details.part))
  if (place?.part.kind !== 'flow' || place.part.aggregate !== 'sum') return error
  const record = await largestOf(client, place.read, place.part)
  return new NamedError('number-too-large', { ...error.details, record: record ?? '—' }, error)
}
