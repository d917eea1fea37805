import type { Database } from '../storage/database.ts'

const day = 86_400_000
const signInDays = 30

/** The numbers of deleted records. */
interface Forgotten {
  quarantinedCells: number
  sessions: number
  links: number
  photos: number
  /** Shared pages whose content was deleted after their link had ended. */
  shares: number
}

const photoHours = 24

/**
 * Deletes photos to which no record, pending row, earlier state of a record or briefing refers. Recently
 * uploaded photos are kept, because their row is still being written.
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

/** Deletes the content of shared pages whose link has ended, and later the links themselves. */
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
 * Deletes data that may identify people and are no longer needed: cells of rows that were in quarantine for
 * `quarantineDays` (their reasons and numbers stay), expired sessions, used or expired links, shared pages
 * whose link has ended, and photos without a record. Facts, imports and the audit log stay.
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
