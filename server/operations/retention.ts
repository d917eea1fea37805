import type { Database } from '../storage/database.ts'

const day = 86_400_000
const signInDays = 30

/** How much was forgotten. */
interface Forgotten {
  quarantinedCells: number
  sessions: number
  links: number
  photos: number
  /** Shared pages whose link has ended: what they showed, and later the link itself. */
  shares: number
}

const photoHours = 24

/**
 * Photos that no record, no row on its way, no earlier state of a record and no briefing names any more.
 * One that was just uploaded is left: its row is still being written.
 */
const photosSql = `DELETE FROM "Photo" p WHERE p."storedAt" < $1
  AND NOT EXISTS (SELECT 1 FROM "Feedback" f
    WHERE f."centreId" = p."centreId" AND f."photo" = p."hash")
  AND NOT EXISTS (SELECT 1 FROM "Entry" e
    WHERE e."centreId" = p."centreId" AND e."state" <> 'approved' AND e."values"->>'photo' = p."hash")
  AND NOT EXISTS (SELECT 1 FROM "FactChange" c
    WHERE c."centreId" = p."centreId" AND c."fact" = 'feedback' AND c."before"->>'photo' = p."hash")
  AND NOT EXISTS (SELECT 1 FROM "Briefing" b WHERE b."centreId" = p."centreId" AND b."document" @>
    jsonb_build_object('blocks', jsonb_build_array(jsonb_build_object('photo', p."hash"))))`

/** What shared pages show is removed once their link has ended, and the links themselves after a while. */
async function forgetShares({ pool, prisma }: Database, at: { now: Date; before: Date }): Promise<number> {
  const emptied = await pool.query(
    'UPDATE "SharedPage" SET "content" = NULL WHERE "content" IS NOT NULL AND "expiresAt" <= $1',
    [at.now],
  )
  await prisma.sharedPage.deleteMany({
    where: { OR: [{ expiresAt: { lt: at.before } }, { withdrawnAt: { lt: at.before } }] },
  })
  return emptied.rowCount ?? 0
}

/**
 * Forgets what is no longer needed and may name people: the cells of rows that have lain in quarantine
 * for so many days (their reasons and numbers stay), sessions that are over, links that were used
 * or ran out, shared pages whose link has ended, and photos whose record is gone. Facts, imports and the
 * audit log stay.
 */
export async function forgetOld(
  database: Database,
  at: { now: Date; quarantineDays: number },
): Promise<Forgotten> {
  const { pool, prisma } = database
  const before = (days: number): Date => new Date(at.now.getTime() - days * day)
  const cells = await pool.query(
    `UPDATE "QuarantinedRow" q SET "raw" = '[]'::jsonb, "value" = NULL FROM "ImportBatch" b
      WHERE b."centreId" = q."centreId" AND b."id" = q."batchId" AND b."committedAt" < $1
        AND q."raw" <> '[]'::jsonb`,
    [before(at.quarantineDays)],
  )
  const sessions = await prisma.session.deleteMany({ where: { expiresAt: { lt: at.now } } })
  await prisma.verification.deleteMany({ where: { expiresAt: { lt: at.now } } })
  const links = await prisma.invitation.deleteMany({
    where: { OR: [{ expiresAt: { lt: before(signInDays) } }, { usedAt: { lt: before(signInDays) } }] },
  })
  const photos = await pool.query(photosSql, [new Date(at.now.getTime() - photoHours * 3_600_000)])
  const shares = await forgetShares(database, { now: at.now, before: before(signInDays) })
  return {
    quarantinedCells: cells.rowCount ?? 0,
    sessions: sessions.count,
    links: links.count,
    photos: photos.rowCount ?? 0,
    shares,
  }
}
