import type pg from 'pg'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { checkCentres } from './scopeFilters.ts'

/** Everything a question is asked with besides its own words. */
export interface Asking {
  database: Database
  scope: Scope
  now: Date
  /** Reads facts where tiers would do: to check one against the other. */
  factsOnly?: boolean
}

/** What is known of the centres before any figure is read. */
export interface Ground {
  centres: Centre[]
  centreIds: number[]
  asOf: Date
  /** The local day of `asOf`. */
  today: number
  dataUntil: string | null
  demo: boolean
}

/** One consistent view of the database for all reads of some questions. */
export async function inSnapshot<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 60000')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  }
  catch (error) {
    // A connection that failed is not given back to the pool.
    client.release(true)
    throw error
  }
}

// One centre at a time: a maximum over several centres at once would read every row instead of the end of an index.
const lastDataSql = `SELECT max(greatest(
  (SELECT max("receivedDay") FROM "Case" WHERE "centreId" = asked.id),
  (SELECT max("completedDay") FROM "Case" WHERE "centreId" = asked.id),
  (SELECT max("concludedDay") FROM "Trade" WHERE "centreId" = asked.id),
  (SELECT max("givenDay") FROM "Feedback" WHERE "centreId" = asked.id))) AS last,
  bool_or(EXISTS (SELECT 1 FROM "ImportBatch" WHERE "centreId" = asked.id AND "demo" AND "undoneAt" IS NULL)) AS demo
  FROM unnest($1::int[]) AS asked(id)`

/** Finds the centres, the day it is there, and how far their data reaches. */
export async function groundOf(asking: Asking, client: pg.ClientBase, question: { centres: string[], asOf?: string | undefined }): Promise<Ground> {
  checkCentres(asking.scope, question.centres)
  const reader = centresOf(asking.database)
  const centres = await Promise.all(question.centres.map(async code => reader.find(code)))
  const centreIds = centres.map(centre => centre.id)
  const asOf = question.asOf ? new Date(question.asOf) : asking.now
  const found = await client.query<{ last: string | null, demo: boolean }>({ name: 'last-data', text: lastDataSql, values: [centreIds] })
  const today = centres[0]?.hall.zone.localAt(asOf.getTime()).day ?? 0
  return { centres, centreIds, asOf, today, dataUntil: found.rows[0]?.last ?? null, demo: found.rows[0]?.demo ?? false }
}
