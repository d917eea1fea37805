import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Graded, GradedName } from './graded.ts'
import type { QualityPart } from './qualityParts.ts'
import { deadlineOf } from './grade.ts'
import { gradedFacts } from './graded.ts'
import { refusedRows } from './refusals.ts'

/**
 * A record that lowers a part: a loaded one, by its key and with the required columns that it lacks, or a
 * refused row.
 */
export type FaultyRow = { key: string; lacking: string[] } | { batch: number; row: number }

/** One part of the grade of a unit and month. */
interface Place {
  /** The fact; cases by default. */
  of?: GradedName
  /** The empty code means records without a unit. */
  unit: string
  month: string
  part: QualityPart
}

const mostRows = 500

/** SQL for the records that lower a part; `r` is the record, `b` its batch, $5 the month's deadline. */
const faultOf = ({ required, contradiction }: Graded): Record<QualityPart, string> => ({
  complete: `NOT (${required.map(({ filled }) => filled).join(' AND ')})`,
  timely: 'NOT b."demo" AND r."version" = 1 AND b."committedAt" >= $5',
  valid: 'false',
  consistent: contradiction,
})

/** SQL for the required columns that a record lacks. */
const lackingOf = ({ required }: Graded): string => {
  const missing = required.map(({ column, filled }) => `CASE WHEN ${filled} THEN NULL ELSE '${column}' END`)
  return `array_remove(ARRAY[${missing.join(', ')}], NULL)`
}

/** The records that lower a part of a grade: the first 500. */
export async function faultyRows(
  database: Database,
  centre: Centre,
  { of: name = 'cases', unit, month, part }: Place,
): Promise<FaultyRow[]> {
  const graded = gradedFacts[name]
  const { table, key, day } = graded
  const stored = await database.pool.query<{ key: string; lacking: string[] }>(
    `SELECT r."${key}" AS key, ${lackingOf(graded)} AS lacking FROM "${table}" r
     JOIN "ImportBatch" b ON b."centreId" = r."centreId" AND b."id" = r."batchId" ${graded.unit.join}
     WHERE r."centreId" = $1 AND coalesce(${graded.unit.code}, '') = $2 AND ${day} >= $3::date
       AND ${day} < $4::date AND $5::timestamptz IS NOT NULL AND (${faultOf(graded)[part]})
     ORDER BY 1 LIMIT ${mostRows}`,
    [centre.id, unit, `${month}-01`, firstOfNext(month), deadlineOf(month, centre)],
  )
  const refused = (await refusedRows(database, centre, name)).filter(
    refusal => refusal.unit === unit && refusal.month === month && refusal.part === part,
  )
  return [...stored.rows, ...refused.flatMap(({ rows }) => rows)].slice(0, mostRows)
}

function firstOfNext(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}
