import type pg from 'pg'
import { createHash } from 'node:crypto'

/** The setting with the secret that signs cookies and encrypts second factors. */
export const signingSecretKey = 'signing-secret'

/** A fingerprint that identifies a secret without revealing it. */
const markOf = (secret: string): string =>
  createHash('sha256').update(`bright window backup\n${secret}`).digest('hex')

async function hasTable(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'SELECT to_regclass(quote_ident($1)) IS NOT NULL AS found',
    [name],
  )
  return rows[0]?.found === true
}

/** The secret of a database; null where it has none yet. */
export async function readSigningSecret(client: pg.ClientBase): Promise<string | null> {
  if (!(await hasTable(client, 'Setting'))) return null
  const result = await client.query<{ value: string }>('SELECT "value" FROM "Setting" WHERE "key" = $1', [
    signingSecretKey,
  ])
  return result.rows[0]?.value ?? null
}

/** The fingerprint of a database's secret, for the header of a backup without the secret. */
export async function signingSecretMark(client: pg.ClientBase): Promise<string | null> {
  const secret = await readSigningSecret(client)
  return secret === null ? null : markOf(secret)
}

/**
 * Gives a restored database the secret that this database had before, where the backup has none. Second
 * factors that were encrypted with another secret are removed; returns their number.
 */
export async function settleSigningSecret(
  client: pg.ClientBase,
  { own, mark }: { own: string | null; mark: string | null },
): Promise<number> {
  if ((await readSigningSecret(client)) !== null) return 0
  if (own !== null)
    await client.query('INSERT INTO "Setting" ("key", "value") VALUES ($1, $2)', [signingSecretKey, own])
  if (own !== null && markOf(own) === mark) return 0
  if (!(await hasTable(client, 'TwoFactor'))) return 0
  const removed = await client.query('DELETE FROM "TwoFactor"')
  await client.query('UPDATE "User" SET "twoFactorEnabled" = false WHERE "twoFactorEnabled"')
  return removed.rowCount ?? 0
}
