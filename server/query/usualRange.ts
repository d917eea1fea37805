import type { Fact } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import sql, { empty, raw } from 'sql-template-tag'
import { identifier } from '../model/toSql.ts'
import { statementOf } from './sql.ts'

/** The range that contains nine of ten records of a year. */
interface UsualRange {
  low: number
  high: number
}

/** The fewest records from which a range is computed. */
const fewest = 10

/**
 * The 5th and 95th percentile of a fact's column over the year before a day, limited to one window and kind
 * where these are given. Null with fewer than `fewest` records.
 */
export async function usualRange(
  { pool }: Database,
  fact: Fact,
  {
    centreId,
    column,
    until,
    windowId,
    kind,
  }: { centreId: number; column: string; until: string; windowId: number | null; kind: string | null },
): Promise<UsualRange | null> {
  const clock = Object.values(fact.clocks)[0]
  if (!clock) return null
  const value = identifier(column)
  const day = identifier(clock.column)
  const at = windowId === null ? empty : sql`AND "windowId" = ${windowId}`
  const of = kind === null ? empty : sql`AND "kind"::text = ${kind}`
  const { rows } = await pool.query<{ low: number; high: number; n: number }>(
    statementOf(sql`SELECT percentile_disc(0.05) WITHIN GROUP (ORDER BY ${value})::int AS low,
        percentile_disc(0.95) WITHIN GROUP (ORDER BY ${value})::int AS high, count(*)::int AS n
      FROM ${identifier(fact.table)} WHERE "centreId" = ${centreId} AND ${value} IS NOT NULL
        AND ${day} > ${until}::date - ${raw('365')} AND ${day} <= ${until}::date ${at} ${of}`),
  )
  const row = rows[0]
  return row && row.n >= fewest ? { low: row.low, high: row.high } : null
}
