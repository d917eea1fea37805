import type { Database } from '../storage/database.ts'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/** The state of the server, for administrators. */
interface ServerState {
  version: string
  node: string
  database: string
  databaseBytes: number
  /** Seconds since the process began. */
  upFor: number
  memoryBytes: number
}

/** The product's own version. */
export const ownVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

interface About {
  version: string
  bytes: string
}

/** Reads the state of the server. Errors: database-unreachable. */
export async function serverState({ pool }: Pick<Database, 'pool'>): Promise<ServerState> {
  const result = await pool.query<About>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text
        AS bytes`,
  )
  const { version = '?', bytes = '0' } = result.rows[0] ?? {}
  return {
    version: ownVersion,
    node: process.version,
    database: `PostgreSQL ${version}`,
    databaseBytes: Number(bytes),
    upFor: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage().rss,
  }
}
