import type pg from 'pg'
import type { TargetName } from './mapping.ts'

// An item's name and place are those of its latest version.
const renewItems = `UPDATE "Item" i SET "name" = v."name", "nameEn" = v."nameEn", "unitId" = v."unitId", "windowId" = v."windowId"
  FROM (SELECT DISTINCT ON ("itemId") "itemId", "name", "nameEn", "unitId", "windowId" FROM "ItemVersion" WHERE "centreId" = $1 ORDER BY "itemId", "validFrom" DESC) v
  WHERE i."centreId" = $1 AND i."id" = v."itemId"
    AND (i."name", i."nameEn", i."unitId", i."windowId") IS DISTINCT FROM (v."name", v."nameEn", v."unitId", v."windowId")`

const suspended = `SELECT c."centreId", c."caseNumber", piece FROM "Case" c, regexp_split_to_table(c."suspensions", '\\s*;\\s*') AS piece WHERE c."centreId" = $1 AND c."caseNumber" = ANY($2::text[]) AND c."suspensions" IS NOT NULL`

const renewSuspensions = `INSERT INTO "CaseSuspension" ("centreId", "caseNumber", "startedOn", "resumedOn", "kind")
  SELECT "centreId", "caseNumber", substring(piece from '(\\d{4}-\\d{2}-\\d{2})/')::date, substring(piece from '/(\\d{4}-\\d{2}-\\d{2})')::date, split_part(trim(piece), ' ', 1)::"SuspensionKind"
  FROM (${suspended}) AS pieces ON CONFLICT DO NOTHING`

/** Brings the tables that are derived from a target in step with it, inside the batch's transaction. */
export async function renewDerivedTables(client: pg.ClientBase, target: TargetName, at: { centreId: number, keysSql: string }): Promise<void> {
  if (target === 'items')
    await client.query(renewItems, [at.centreId])
  if (target !== 'cases')
    return
  const touched = await client.query<{ key: string }>(`SELECT DISTINCT k.key FROM (${at.keysSql}) AS k(key)`)
  const keys = touched.rows.map(row => row.key)
  if (keys.length === 0)
    return
  await client.query('DELETE FROM "CaseSuspension" WHERE "centreId" = $1 AND "caseNumber" = ANY($2::text[])', [at.centreId, keys])
  await client.query(renewSuspensions, [at.centreId, keys])
}

/** Keys of staged cases whose suspensions may differ from what is stored. */
export const stagedSuspensionKeys = 'SELECT "caseNumber" FROM staging WHERE "suspensions" IS NOT NULL OR "action" = \'corrected\''
