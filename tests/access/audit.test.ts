import type { AuditRow } from '../../server/access/audit.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashOfEntry, recordAudit } from '../../server/access/audit.ts'
import { auditCsv } from '../../server/access/auditCsv.ts'
import { checkChain, searchAudit } from '../../server/access/auditTrail.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('empty')
const at = new Date('2013-06-30T00:00:00Z')

/** Changes the log as somebody could who owns the database. */
async function tamper(sql: string): Promise<void> {
  const client = await database().pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('ALTER TABLE "AuditEntry" DISABLE TRIGGER audit_only_grows')
    await client.query(sql)
    await client.query('ALTER TABLE "AuditEntry" ENABLE TRIGGER audit_only_grows')
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** Runs a check on a tampered log and puts it back. */
async function tampered(sql: string, undo: string): Promise<Awaited<ReturnType<typeof checkChain>>> {
  await tamper(sql)
  const check = await checkChain(database())
  await tamper(undo)
  return check
}

beforeAll(async () => {
  for (let number = 1; number <= 20; number++)
    await recordAudit(database(), {
      at,
      actor: number % 2 ? 'wang' : 'li',
      action: 'import',
      outcome: 'done',
      centre: number > 10 ? 'there' : 'here',
      subject: `batch ${number}`,
      details: { rows: number, file: '=cmd()' },
    })
})

describe('the audit log', () => {
  it('only grows: the database itself refuses a change', async () => {
    for (const sql of [
      'UPDATE "AuditEntry" SET "actor" = \'x\'',
      'DELETE FROM "AuditEntry" WHERE "number" = 3',
      'TRUNCATE "AuditEntry"',
    ])
      await expect(database().pool.query(sql)).rejects.toThrow('the audit log only grows')
    expect(await checkChain(database())).toMatchObject({ entries: 20, broken: null })
  })

  it('shows any change, any removal and any insertion by whoever can take the guard away', async () => {
    expect(
      (
        await tampered(
          'UPDATE "AuditEntry" SET "actor" = \'li\' WHERE "number" = 7',
          'UPDATE "AuditEntry" SET "actor" = \'wang\' WHERE "number" = 7',
        )
      ).broken,
    ).toEqual({ number: 7, why: 'changed' })
    expect(
      (
        await tampered(
          'UPDATE "AuditEntry" SET "details" = \'{"rows": 5000, "file": "=cmd()"}\' WHERE "number" = 5',
          'UPDATE "AuditEntry" SET "details" = \'{"rows": 5, "file": "=cmd()"}\' WHERE "number" = 5',
        )
      ).broken,
    ).toEqual({ number: 5, why: 'changed' })
    expect(
      (
        await tampered(
          'UPDATE "AuditEntry" SET "at" = "at" + interval \'1 ms\' WHERE "number" = 20',
          'UPDATE "AuditEntry" SET "at" = "at" - interval \'1 ms\' WHERE "number" = 20',
        )
      ).broken,
    ).toEqual({ number: 20, why: 'changed' })
    const kept = (await database().pool.query<AuditRow>('SELECT * FROM "AuditEntry" WHERE "number" = 9'))
      .rows[0]!
    await tamper('DELETE FROM "AuditEntry" WHERE "number" = 9')
    expect((await checkChain(database())).broken).toEqual({ number: 9, why: 'missing' })
    await tamper(
      `INSERT INTO "AuditEntry" SELECT 9, "at", "actor", "action", "outcome", "centre", 'batch 9',
          '{"rows": 9, "file": "=cmd()"}', "address", '${kept.previous}', '${kept.hash}'
        FROM "AuditEntry" WHERE "number" = 7`,
    )
    expect((await checkChain(database())).broken).toBeNull()
  })

  it('shows even a forged entry whose own hash is right, by the entry after it', async () => {
    const row = (await database().pool.query<AuditRow>('SELECT * FROM "AuditEntry" WHERE "number" = 4'))
      .rows[0]!
    const forged = { ...row, actor: 'nobody' }
    const check = await tampered(
      `UPDATE "AuditEntry" SET "actor" = 'nobody', "hash" = '${hashOfEntry(forged)}' WHERE "number" = 4`,
      `UPDATE "AuditEntry" SET "actor" = '${row.actor}', "hash" = '${row.hash}' WHERE "number" = 4`,
    )
    expect(check.broken).toEqual({ number: 5, why: 'changed' })
  })

  it('whose end was cut off no longer holds the hash that was written down', async () => {
    const { lastHash } = await checkChain(database())
    const last = (await database().pool.query<AuditRow>('SELECT * FROM "AuditEntry" WHERE "number" = 20'))
      .rows[0]!
    await tamper('DELETE FROM "AuditEntry" WHERE "number" = 20')
    expect((await checkChain(database())).broken).toBeNull()
    expect((await checkChain(database(), { upTo: lastHash })).broken).toEqual({ number: 20, why: 'missing' })
    await tamper(
      `INSERT INTO "AuditEntry" SELECT 20, "at", '${last.actor}', "action", "outcome", 'there',
          'batch 20', '{"rows": 20, "file": "=cmd()"}', "address", '${last.previous}', '${last.hash}'
        FROM "AuditEntry" WHERE "number" = 19`,
    )
    expect((await checkChain(database(), { upTo: lastHash })).broken).toBeNull()
  })

  it('keeps one order when many write at once, and when the clock jumps back', async () => {
    const before = (await checkChain(database())).entries
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        recordAudit(database(), {
          at: new Date(at.getTime() - index * 86_400_000),
          actor: 'many',
          action: 'export',
          outcome: 'done',
        }),
      ),
    )
    expect(await checkChain(database())).toMatchObject({ entries: before + 40, broken: null })
  })

  it('takes any text and any detail, and stays whole', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 600 })
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.dictionary(
          fc
            .string({ maxLength: 12 })
            .filter(key => !key.includes('\0') && key.isWellFormed() && key !== '__proto__'),
          fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 })),
        ),
        async (actor, subject, details) => {
          await recordAudit(database(), { at, actor, action: 'fuzz', outcome: 'failed', subject, details })
        },
      ),
      { numRuns: 150 },
    )
    expect((await checkChain(database())).broken).toBeNull()
  })

  it('is searched by any part, page by page, within the centres that one sees', async () => {
    expect(
      (await searchAudit(database(), { text: 'batch 1', limit: 50, centres: 'all' })).map(row => row.number),
    ).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 1])
    expect(
      (await searchAudit(database(), { text: 'batch 1', limit: 50, centres: ['here'] })).map(
        row => row.number,
      ),
    ).toEqual([10, 1])
    expect(
      (await searchAudit(database(), { action: 'import', before: 15, limit: 3, centres: 'all' })).map(
        row => row.number,
      ),
    ).toEqual([14, 13, 12])
    expect(await searchAudit(database(), { text: '100%_', limit: 5, centres: 'all' })).toEqual([])
  })

  it('comes out as CSV in which nothing is a formula', async () => {
    const rows = await searchAudit(database(), { action: 'import', limit: 3, centres: 'all' })
    const csv = auditCsv([{ ...rows[0]!, actor: '=HYPERLINK("x")', subject: '+1' }, ...rows.slice(1)], {
      by: '纪检组',
      at,
    })
    expect(csv.startsWith('\uFEFF"number"')).toBe(true)
    expect(csv).toContain('"\'=HYPERLINK(""x"")"')
    expect(csv).toContain('"\'+1"')
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    expect(csv).toContain('导出 exported: 纪检组 2013-06-30T00:00:00.000Z')
  })
})
