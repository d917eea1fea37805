import type pg from 'pg'
import type { TargetName } from '../rows/targetNames.ts'

// An item's name and place are those of its latest version.
const renewItems = `UPDATE "Item" i
  SET "name" = v."name", "nameEn" = v."nameEn", "unitId" = v."unitId", "windowId" = v."windowId"
  FROM (SELECT DISTINCT ON ("itemId") "itemId", "name", "nameEn", "unitId", "windowId"
  FROM "ItemVersion" WHERE "centreId" = $1 ORDER BY "itemId", "validFrom" DESC) v
  WHERE i."centreId" = $1 AND i."id" = v."itemId"
  AND (i."name", i."nameEn", i."unitId", i."windowId") IS DISTINCT FROM (v."name", v."nameEn",
    v."unitId", v."windowId")`

const pieces = `SELECT c."centreId", c."caseNumber", piece
  FROM "Case" c, regexp_split_to_table(c."suspensions", '\\s*;\\s*') AS piece WHERE c."centreId" = $1
  AND c."suspensions" IS NOT NULL`

function suspensionsFrom(rows: string): string {
  return `INSERT INTO "CaseSuspension" ("centreId", "caseNumber", "startedOn", "resumedOn", "kind")
  SELECT
      "centreId", "caseNumber", substring(piece from '(\\d{4}-\\d{2}-\\d{2})/')::date, substring(piece
      from '/(\\d{4}-\\d{2}-\\d{2})')::date, split_part(trim(piece), ' ', 1)::"SuspensionKind"
  FROM (${rows}) AS pieces ON CONFLICT DO NOTHING`
}

/**
 * Updates the tables that are derived from a target after a batch was written, in the batch's transaction.
 */
export async function renewDerivedTables(
  client: pg.ClientBase,
  target: TargetName,
  at: { centreId: number; batchId: number },
): Promise<void> {
  if (target === 'items') await client.query(renewItems, [at.centreId])
  if (target !== 'cases') return
  const own = [at.centreId, at.batchId]
  // New cases have no suspensions yet; those of corrected cases, which have an earlier image, are rewritten.
  await client.query(
    `DELETE FROM "CaseSuspension" s USING "FactChange" c WHERE s."centreId" = $1
      AND c."centreId" = $1 AND c."batchId" = $2 AND c."fact" = 'cases' AND s."caseNumber" = c."key"`,
    own,
  )
  await client.query(suspensionsFrom(`${pieces} AND c."batchId" = $2`), own)
}

/** The same for cases that an undo has restored or removed. */
export async function restoreDerivedTables(
  client: pg.ClientBase,
  target: TargetName,
  at: { centreId: number; keys: readonly string[] },
): Promise<void> {
  if (target === 'items') await client.query(renewItems, [at.centreId])
  if (target !== 'cases' || at.keys.length === 0) return
  await client.query(
    'DELETE FROM "CaseSuspension" WHERE "centreId" = $1 AND "caseNumber" = ANY($2::text[])',
    [at.centreId, at.keys],
  )
  await client.query(suspensionsFrom(`${pieces} AND c."caseNumber" = ANY($2::text[])`), [
    at.centreId,
    at.keys,
  ])
}
