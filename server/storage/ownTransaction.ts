import type pg from 'pg'

// Statements on the connection of a transaction that a lock or a batch has begun. Prisma has its own
// connections, so it cannot take part.

interface NewPeriodLock {
  centreId: number
  /** Null for the records of all facts. */
  fact: string | null
  from: string
  to: string
  reason: string
  by: string
  at: Date
}

/** Stores a lock of some days; returns its number. */
export async function insertPeriodLock(
  client: pg.ClientBase,
  { centreId, fact, from, to, reason, by, at }: NewPeriodLock,
): Promise<number> {
  const made = await client.query<{ id: number }>(
    `INSERT INTO "PeriodLock" ("centreId", "fact", "fromDay", "toDay", "reason", "lockedBy", "lockedAt")
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING "id"`,
    [centreId, fact, from, to, reason, by, at],
  )
  return made.rows[0]?.id ?? 0
}

interface Approval {
  centreId: number
  id: number
  /** The loaded values; an entry that has other values by now is not approved. */
  values: unknown
  batchId: number
  by: string
  at: Date
}

/** Marks a submitted entry as approved. Returns the number of changed rows, 0 or 1. */
export async function markApproved(
  client: pg.ClientBase,
  { centreId, id, values, batchId, by, at }: Approval,
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE "Entry" SET "state" = 'approved', "decidedBy" = $3, "decidedAt" = $4, "reason" = NULL,
        "batchId" = $5
      WHERE "centreId" = $1 AND "id" = $2 AND "state" = 'submitted' AND "values" = $6::jsonb`,
    [centreId, id, by, at, batchId, JSON.stringify(values)],
  )
  return rowCount ?? 0
}
