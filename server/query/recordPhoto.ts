import type { Database } from '../storage/database.ts'

const photoSql = `SELECT f."photo", u."code" AS unit, w."code" AS "window" FROM "Feedback" f
  LEFT JOIN "Unit" u ON u."centreId" = f."centreId" AND u."id" = f."unitId"
  LEFT JOIN "Window" w ON w."centreId" = f."centreId" AND w."id" = f."windowId"
  WHERE f."centreId" = $1 AND f."feedbackCode" = $2`

/**
 * The hash of a record's photo, with the unit and window that decide who may see it; null where there is
 * none.
 */
export async function recordPhoto(
  { pool }: Database,
  centreId: number,
  code: string,
): Promise<{ photo: string; unit: string | null; window: string | null } | null> {
  const { rows } = await pool.query<{ photo: string | null; unit: string | null; window: string | null }>(
    photoSql,
    [centreId, code],
  )
  const [row] = rows
  return row?.photo ? { ...row, photo: row.photo } : null
}
