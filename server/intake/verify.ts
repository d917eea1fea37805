import type pg from 'pg'
import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { Row, Target } from './target.ts'
import { Catalogue } from './catalogue.ts'
import { decode } from './codec.ts'
import { columnTypes } from './rowLines.ts'
import { targets } from './targets/index.ts'
import { checkTiers } from './tiers/check.ts'

/** One stored value that a recomputation does not confirm. */
export interface Difference {
  table: string
  key: string
  column: string
  stored: string
  computed: string
}

/** What was checked, and the first differences of each kind. */
export interface VerifyResult {
  checked: Record<string, number>
  differences: Difference[]
}

const pageSize = 5000
const mostShown = 20

function compareRow(target: Target, stored: Row, computed: Row): Difference[] {
  return Object.keys(target.derived)
    .filter(column => stored[column] !== computed[column])
    .map(column => ({ table: target.table, key: String(stored[target.key]), column, stored: String(stored[column]), computed: String(computed[column]) }))
}

async function verifyTarget(target: Target, at: { client: pg.ClientBase, centre: Centre, catalogue: Catalogue }, result: VerifyResult): Promise<void> {
  const types = columnTypes(target)
  const columns = Object.keys(types).map(column => `"${column}"`).join(', ')
  let last = '-1'
  for (;;) {
    const page = await at.client.query<Record<string, unknown>>(`SELECT "id", ${columns} FROM "${target.table}" WHERE "centreId" = $1 AND "id" > $2 ORDER BY "id" LIMIT ${pageSize}`, [at.centre.id, last])
    for (const raw of page.rows) {
      const stored: Row = Object.fromEntries(Object.entries(types).map(([column, type]) => [column, decode(raw[column], type)]))
      const computed = { ...stored }
      target.derive(computed, at)
      result.differences.push(...compareRow(target, stored, computed).slice(0, mostShown - result.differences.length))
    }
    result.checked[target.table] = (result.checked[target.table] ?? 0) + page.rows.length
    if (page.rows.length < pageSize)
      return
    last = String(page.rows.at(-1)?.id)
  }
}

/** Counts of batches must add up, and no row may name a member of the catalogue that is not there. */
const invariants: [table: string, sql: string][] = [
  ['ImportBatch', 'SELECT "id"::text AS key FROM "ImportBatch" WHERE "centreId" = $1 AND "committedAt" IS NOT NULL AND "rows" <> "loaded" + "unchanged" + "corrected" + "quarantined" + "leftOut"'],
  ['Case.unitId', 'SELECT "caseNumber" AS key FROM "Case" c WHERE "centreId" = $1 AND "unitId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Unit" u WHERE u."centreId" = c."centreId" AND u."id" = c."unitId")'],
  ['Case.windowId', 'SELECT "caseNumber" AS key FROM "Case" c WHERE "centreId" = $1 AND "windowId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Window" w WHERE w."centreId" = c."centreId" AND w."id" = c."windowId")'],
  ['Case.itemId', 'SELECT "caseNumber" AS key FROM "Case" c WHERE "centreId" = $1 AND "itemId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Item" i WHERE i."centreId" = c."centreId" AND i."id" = c."itemId")'],
  ['CaseSuspension', 'SELECT "caseNumber" AS key FROM "Case" c WHERE "centreId" = $1 AND ("suspensions" IS NOT NULL) <> EXISTS (SELECT 1 FROM "CaseSuspension" s WHERE s."centreId" = c."centreId" AND s."caseNumber" = c."caseNumber")'],
]

async function verifyInvariants(client: pg.ClientBase, centre: Centre, result: VerifyResult): Promise<void> {
  for (const [table, sql] of invariants) {
    const found = await client.query<{ key: string }>(`${sql} LIMIT ${mostShown}`, [centre.id])
    result.checked[table] = 1
    result.differences.push(...found.rows.map(row => ({ table, key: row.key, column: '-', stored: 'broken', computed: 'whole' })))
  }
}

/** Recomputes every derived column of a centre from its facts, recounts every tier, and checks what must hold between tables. Changes nothing. */
export async function verifyCentre(database: Database, centre: Centre): Promise<VerifyResult> {
  const client = await database.pool.connect()
  const result: VerifyResult = { checked: {}, differences: [] }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const catalogue = await Catalogue.read(client, { centreId: centre.id, batchId: 0 })
    for (const name of ['cases', 'trades', 'attendance', 'postChecks', 'exams'] as const)
      await verifyTarget(targets[name], { client, centre, catalogue }, result)
    await verifyInvariants(client, centre, result)
    const tiers = await checkTiers(client, centre.id)
    result.checked.tiers = tiers.checked.length
    result.differences.push(...tiers.differences)
    await client.query('COMMIT')
    return result
  }
  finally {
    client.release(true)
  }
}
