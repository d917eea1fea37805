import type pg from 'pg'
import { NamedError } from '../common/errors.ts'

const userSql = 'SELECT current_user AS "user", current_database() AS "database"'

/** The named error for a failed CREATE EXTENSION. */
async function notMade(pool: pg.Pool, cause: unknown): Promise<NamedError> {
  const { code = '', message = '' } = cause as pg.DatabaseError
  const result = await pool.query<{ user: string; database: string }>(userSql)
  const { user = '', database = '' } = result.rows[0] ?? {}
  if (code === '42501') return new NamedError('citus-not-allowed', { user, database }, cause)
  return message.includes('shared_preload_libraries')
    ? new NamedError('citus-not-loaded', { database }, cause)
    : new NamedError('cluster-step-failed', { table: 'citus', reason: message }, cause)
}

/**
 * Creates the Citus extension if it is missing, and checks that there is a worker. Errors: citus-missing,
 * citus-not-loaded, citus-not-allowed, cluster-without-workers, cluster-step-failed.
 */
export async function checkCluster(pool: pg.Pool): Promise<void> {
  const available = await pool.query("SELECT 1 FROM pg_available_extensions WHERE name = 'citus'")
  if (available.rowCount === 0) throw new NamedError('citus-missing')
  await pool.query('CREATE EXTENSION IF NOT EXISTS citus').catch(async (cause: unknown) => {
    throw await notMade(pool, cause)
  })
  const workers = await pool.query(
    `SELECT 1 FROM pg_dist_node WHERE groupid > 0 AND noderole = 'primary' AND isactive AND shouldhaveshards`,
  )
  if (workers.rowCount === 0) throw new NamedError('cluster-without-workers')
}
