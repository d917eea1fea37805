import type pg from 'pg'
import type { Database } from './database.ts'
import { NamedError } from '../common/errors.ts'

/**
 * Runs work in a transaction on a connection of its own: committed when it returns, rolled back when it
 * throws. A failed connection is closed instead of being returned to the pool. Errors: database-unreachable,
 * and those of the work.
 */
export async function inTransaction<T>(
  { pool }: Pick<Database, 'pool'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  let failed = true
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    failed = false
    return result
  } finally {
    client.release(failed)
  }
}

/**
 * Takes the lock on changes of a centre's records: the rows that a change is compared with must not be
 * changed by another.
 */
export async function lockCentre(client: pg.ClientBase, centreId: number): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(4600, $1)', [centreId])
}
