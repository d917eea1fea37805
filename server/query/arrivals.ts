import type { Fact } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import sql, { raw } from 'sql-template-tag'
import { identifier } from '../model/toSql.ts'
import { statementOf } from './sql.ts'

/** The first load with records of a day, for one window or for all together. */
interface LoadedDay {
  /** The code of the window; empty for all together. */
  code: string
  day: string
  /** Null for the demo, whose days were all loaded at once. */
  at: Date | null
}

/** When records of each day were first loaded, by window or for the whole centre. */
export async function loadedDays(
  { pool }: Database,
  fact: Fact,
  at: { centreId: number; from: string; to: string; byWindow: boolean },
): Promise<LoadedDay[]> {
  const clock = Object.values(fact.clocks)[0]
  if (!clock) return []
  const day = identifier(clock.column)
  // Windows are read separately only where the caller asks for it and the fact has them.
  const window = raw(at.byWindow && fact.columns.windowId ? 'r."windowId"' : 'NULL::int')
  const { rows } = await pool.query<LoadedDay>(
    statementOf(sql`SELECT coalesce(w."code", '') AS "code", r.${day}::text AS "day",
        min(CASE WHEN NOT b."demo" THEN b."committedAt" END) AS "at"
      FROM ${identifier(fact.table)} r
      JOIN "ImportBatch" b ON b."centreId" = r."centreId" AND b."id" = r."batchId"
      LEFT JOIN "Window" w ON w."centreId" = r."centreId" AND w."id" = ${window}
      WHERE r."centreId" = ${at.centreId} AND r.${day} BETWEEN ${at.from}::date AND ${at.to}::date
      GROUP BY 1, 2`),
  )
  return rows
}
