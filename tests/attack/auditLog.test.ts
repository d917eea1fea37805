import type { AuditRow } from '../../server/access/audit.ts'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstHash, hashOfEntry, recordAudit } from '../../server/access/audit.ts'
import { forgetAuditHead, noteAuditHead } from '../../server/access/auditHead.ts'
import { checkAuditLog } from '../../server/access/auditTrail.ts'
import { acceptRestoredLog, useAuditKey } from '../../server/storage/auditKey.ts'
import { useDatabase } from '../support/database.ts'

// All of these passed unnoticed while the chain was plain SHA-256: whoever owned the database could
// compute every hash anew.

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const entry = { at: now, actor: 'wang', action: 'export', outcome: 'done' as const }
let folder = ''

const rows = async (): Promise<AuditRow[]> =>
  (await database().pool.query<AuditRow>('SELECT * FROM "AuditEntry" ORDER BY "number"')).rows
const check = async () => checkAuditLog(database(), folder)

/** Changes the log with the rights of the owner of the database. */
async function asOwner(sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = await database().pool.connect()
  try {
    await client.query('ALTER TABLE "AuditEntry" DISABLE TRIGGER audit_only_grows')
    await client.query(sql, [...values])
    await client.query('ALTER TABLE "AuditEntry" ENABLE TRIGGER audit_only_grows')
  } finally {
    client.release()
  }
}

/** Writes every hash anew without the key, as somebody would who wants to hide a change. */
async function rewriteAllHashes(): Promise<void> {
  let previous = firstHash
  for (const row of await rows()) {
    const hash = hashOfEntry({ ...row, previous })
    await asOwner('UPDATE "AuditEntry" SET "previous" = $1, "hash" = $2 WHERE "number" = $3', [
      previous,
      hash,
      row.number,
    ])
    previous = hash
  }
}

async function putBack(kept: readonly AuditRow[]): Promise<void> {
  await asOwner('TRUNCATE "AuditEntry"')
  for (const row of kept)
    await database().pool.query(
      `INSERT INTO "AuditEntry" SELECT * FROM jsonb_populate_record(NULL::"AuditEntry", $1)`,
      [JSON.stringify(row)],
    )
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'audit-'))
  // Three entries are older than the key.
  for (let number = 1; number <= 3; number++)
    await recordAudit(database(), { ...entry, subject: `old ${number}` })
  await useAuditKey(database().pool, folder)
  for (let number = 4; number <= 8; number++)
    await recordAudit(database(), { ...entry, subject: `new ${number}` })
  await noteAuditHead(database(), folder, now)
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

describe('an audit log whose database somebody owns', () => {
  it('is whole as it was written; its key and head are for the owner of the data folder alone', async () => {
    expect(await check()).toMatchObject({ entries: 8, unverified: 0, broken: null })
    for (const file of ['audit.key', 'audit.head'])
      expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600)
    const { secret } = JSON.parse(await readFile(path.join(folder, 'audit.key'), 'utf8')) as {
      secret: string
    }
    expect(JSON.stringify(await rows())).not.toContain(secret)
  })

  it('shows that all hashes were computed anew without the key', async () => {
    const kept = await rows()
    await asOwner(`UPDATE "AuditEntry" SET "actor" = 'li' WHERE "number" = 5`)
    await rewriteAllHashes()
    expect((await check()).broken).toEqual({ number: 4, why: 'changed' })
    await putBack(kept)
    expect((await check()).broken).toBeNull()
  })

  it('shows that its end was cut off, though what is left is in order', async () => {
    const kept = await rows()
    await asOwner('DELETE FROM "AuditEntry" WHERE "number" > 6')
    expect((await check()).broken).toEqual({ number: 7, why: 'missing' })
    await expect(noteAuditHead(database(), folder, now)).rejects.toMatchObject({ name: 'audit-log-cut' })
    // New entries over the gap do not hide it: the noted head stays.
    for (const subject of ['7 again', '8 again', '9']) await recordAudit(database(), { ...entry, subject })
    expect((await check()).broken).toEqual({ number: 8, why: 'changed' })
    await expect(noteAuditHead(database(), folder, now)).rejects.toMatchObject({ name: 'audit-log-cut' })
    await putBack(kept)
  })

  it('shows an entry of the unkeyed form that was added after the key', async () => {
    const kept = await rows()
    const last = kept.at(-1)!
    const forged = { ...last, number: 9, subject: 'forged', previous: last.hash }
    await database().pool.query(
      `INSERT INTO "AuditEntry" SELECT * FROM jsonb_populate_record(NULL::"AuditEntry", $1)`,
      [JSON.stringify({ ...forged, hash: hashOfEntry(forged) })],
    )
    expect((await check()).broken).toEqual({ number: 9, why: 'changed' })
    await putBack(kept)
  })

  it('of a backup from elsewhere is accepted at the restore, and keyed anew from there', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'audit-'))
    await useAuditKey(database().pool, other)
    await acceptRestoredLog(database().pool, other)
    await forgetAuditHead(other)
    await recordAudit(database(), { ...entry, action: 'restore' })
    expect(await checkAuditLog(database(), other)).toMatchObject({ entries: 9, unverified: 5, broken: null })
    // On the first machine that entry bears a hash of a key that is not its own.
    expect((await check()).broken).toEqual({ number: 9, why: 'changed' })
    await rm(other, { recursive: true, force: true })
  })
})
