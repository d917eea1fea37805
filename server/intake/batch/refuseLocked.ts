import type pg from 'pg'
import type { Database } from '../../storage/database.ts'
import { factNames, facts, NamedError } from '#measures'

/** A lock that prevents a change. */
interface FoundLock {
  from: string
  to: string
  reason: string
  by: string
}

function refuse(fact: string, { from, to, by, reason }: FoundLock): never {
  const name = factNames.find(name => name === fact)
  throw new NamedError('period-locked', {
    fact: name ? facts[name].names.zh : fact,
    from,
    to,
    by,
    reason,
  })
}

/** The day columns of a fact; a lock applies to a record by any of them. */
function dayColumnsOf(fact: string): string[] {
  const name = factNames.find(name => name === fact)
  return name ? Object.values(facts[name].clocks).map(({ column }) => column) : []
}

const foundColumns = `l."fromDay"::text AS "from", l."toDay"::text AS "to", l."reason",
  l."lockedBy" AS by`
const openLocks = `l."centreId" = $1 AND l."unlockedAt" IS NULL AND (l."fact" IS NULL OR l."fact" = $2)`

/** Refuses a change on a locked day of a fact. Errors: period-locked. */
export async function refuseLockedDay(
  { pool }: Database,
  { centreId, fact, day }: { centreId: number; fact: string; day: string },
): Promise<void> {
  const { rows } = await pool.query<FoundLock>(
    `SELECT ${foundColumns} FROM "PeriodLock" l
      WHERE ${openLocks} AND $3::date BETWEEN l."fromDay" AND l."toDay" LIMIT 1`,
    [centreId, fact, day],
  )
  if (rows[0]) refuse(fact, rows[0])
}

/**
 * Refuses a batch that wrote, or would restore, a record with a locked day in its present or earlier state.
 * Call it in the batch's transaction after its rows are written. Errors: period-locked.
 */
export async function refuseLocked(
  client: pg.ClientBase,
  {
    centreId,
    batchId,
    target,
  }: { centreId: number; batchId: number; target: { fact: string; table: string } },
): Promise<void> {
  const columns = dayColumnsOf(target.fact)
  if (columns.length === 0) return
  const within = (day: string): string => `(${day}) BETWEEN l."fromDay" AND l."toDay"`
  const now = columns.map(column => within(`r."${column}"`)).join(' OR ')
  const before = columns.map(column => within(`(c."before"->>'${column}')::date`)).join(' OR ')
  const { rows } = await client.query<FoundLock>(
    `SELECT ${foundColumns} FROM "PeriodLock" l WHERE ${openLocks} AND (
      EXISTS (SELECT 1 FROM "${target.table}" r
        WHERE r."centreId" = $1 AND r."batchId" = $3 AND (${now}))
      OR EXISTS (SELECT 1 FROM "FactChange" c
        WHERE c."centreId" = $1 AND c."fact"::text = $2 AND c."batchId" = $3 AND (${before}))) LIMIT 1`,
    [centreId, target.fact, batchId],
  )
  if (rows[0]) refuse(target.fact, rows[0])
}
