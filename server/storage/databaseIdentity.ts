import type pg from 'pg'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { NamedError } from '../common/errors.ts'
import { writeWhole } from './ownFiles.ts'

/** The key of the identity in the database, and its file in the data folder. */
const settingKey = 'database-id'
const fileName = 'database.id'

/** The file that names the database which a data folder belongs to. */
export const identityFile = (dataFolder: string): string => path.join(dataFolder, fileName)

/** The identity stored in the data folder; null before the first start. */
async function rememberedIdentity(dataFolder: string): Promise<string | null> {
  const text = await readFile(identityFile(dataFolder), 'utf8').catch(() => '')
  return text.trim() || null
}

type Queries = Pick<pg.ClientBase, 'query'> | pg.Pool

/** The identity stored in the database; null where it has none or no tables yet. */
export async function storedIdentity(client: Queries): Promise<string | null> {
  const table = await client.query<{ table: string | null }>(
    'SELECT to_regclass(\'"Setting"\')::text AS "table"',
  )
  if (!table.rows[0]?.table) return null
  const { rows } = await client.query<{ value: string }>('SELECT "value" FROM "Setting" WHERE "key" = $1', [
    settingKey,
  ])
  return rows[0]?.value ?? null
}

/**
 * Refuses a database other than the one that the data folder used last: a dropped or replaced database must
 * not appear as an empty product. Errors: database-not-ours.
 */
export async function checkIdentity(
  client: Queries,
  { dataFolder, shown }: { dataFolder: string; shown: string },
): Promise<void> {
  const remembered = await rememberedIdentity(dataFolder)
  if (remembered === null || remembered === (await storedIdentity(client))) return
  throw new NamedError('database-not-ours', { database: shown, file: identityFile(dataFolder) })
}

/** Gives a migrated database an identity if it has none, and stores it in the data folder. Returns it. */
export async function settleIdentity(client: Queries, dataFolder: string): Promise<string> {
  await client.query('INSERT INTO "Setting" ("key", "value") VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    settingKey,
    randomUUID(),
  ])
  const identity = (await storedIdentity(client)) ?? ''
  if ((await rememberedIdentity(dataFolder)) !== identity) {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    await writeWhole(identityFile(dataFolder), `${identity}\n`)
  }
  return identity
}

/** Called after a restore, so that the next start accepts the restored database. */
export async function forgetIdentity(dataFolder: string): Promise<void> {
  await rm(identityFile(dataFolder), { force: true })
}
