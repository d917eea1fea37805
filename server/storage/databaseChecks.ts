import type pg from 'pg'
import { NamedError } from '../common/errors.ts'

/** The oldest supported version of PostgreSQL. */
const leastVersion = 15

interface Abilities {
  version: number
  readOnly: boolean
  onDatabase: boolean
  onSchema: boolean
  user: string
  database: string
  schema: string
}

// The first migration names its schema, for which PostgreSQL wants CREATE on the database as well.
const abilitiesSql = `SELECT current_setting('server_version_num')::int / 10000 AS version,
  pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS "readOnly",
  has_database_privilege(current_database(), 'CREATE') AS "onDatabase",
  current_schema() IS NULL OR has_schema_privilege(current_schema(), 'CREATE') AS "onSchema",
  current_user AS "user", current_database() AS "database", COALESCE(current_schema(), 'public') AS "schema"`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function missingGrants({ onDatabase, onSchema, user, database, schema }: Abilities): string[] {
  return [
    ...(onDatabase ? [] : [`GRANT CREATE ON DATABASE ${quoted(database)} TO ${quoted(user)};`]),
    ...(onSchema ? [] : [`GRANT CREATE ON SCHEMA ${quoted(schema)} TO ${quoted(user)};`]),
  ]
}

/**
 * Checks that a database can be used: version, writable, allowed to create tables. `shown` is its
 * address without a password. Errors: database-too-old, database-read-only, database-not-writable, each
 * with what is missing.
 */
export async function checkAbilities(client: pg.ClientBase, shown: string): Promise<void> {
  const abilities = (await client.query<Abilities>(abilitiesSql)).rows[0]
  if (!abilities) return
  const { version, readOnly, user } = abilities
  if (version < leastVersion)
    throw new NamedError('database-too-old', { database: shown, version, least: leastVersion })
  if (readOnly) throw new NamedError('database-read-only', { database: shown })
  const grants = missingGrants(abilities)
  if (grants.length > 0)
    throw new NamedError('database-not-writable', { database: shown, user, grant: grants.join(' ') })
}
