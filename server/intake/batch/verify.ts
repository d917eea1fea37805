import type pg from 'pg'
import type { Centre } from '../../centres/centre.ts'
import type { Difference } from '../../rollups/maintain/check.ts'
import type { Database } from '../../storage/database.ts'
import type { Row, Target } from '../targets/target.ts'
import sql from 'sql-template-tag'
import { checkRollups } from '../../rollups/maintain/check.ts'
import { Catalogue } from '../targets/catalogueRecords.ts'
import { targets } from '../targets/index.ts'
import { derivedTargets } from '../targets/references.ts'
import { decode } from '../write/codec.ts'
import { columnTypes } from '../write/rowLines.ts'
import { invariants } from './invariants.ts'

/** What was checked, and the first differences of each kind. */
interface VerifyResult {
  checked: Record<string, number>
  differences: Difference[]
}

const pageSize = 5000
const mostShown = 20

function compareRow(target: Target, stored: Row, computed: Row): Difference[] {
  return Object.keys(target.derived)
    .filter(column => stored[column] !== computed[column])
    .map(column => ({
      table: target.table,
      key: String(stored[target.key]),
      column,
      stored: String(stored[column]),
      computed: String(computed[column]),
    }))
}

async function verifyTarget(
  target: Target,
  at: { client: pg.ClientBase; centre: Centre; catalogue: Catalogue },
  result: VerifyResult,
): Promise<void> {
  const types = columnTypes(target)
  const columns = Object.keys(types)
    .map(column => `"${column}"`)
    .join(', ')
  let last = '-1'
  for (;;) {
    const page = await at.client.query<Record<string, unknown>>(
      `SELECT "id", ${columns} FROM "${target.table}" WHERE "centreId" = $1 AND "id" > $2
        ORDER BY "id" LIMIT ${pageSize}`,
      [at.centre.id, last],
    )
    for (const raw of page.rows) {
      const stored: Row = Object.fromEntries(
        Object.entries(types).map(([column, type]) => [column, decode(raw[column], type)]),
      )
      const computed = { ...stored }
      target.derive(computed, at)
      result.differences.push(
        ...compareRow(target, stored, computed).slice(0, mostShown - result.differences.length),
      )
    }
    result.checked[target.table] = (result.checked[target.table] ?? 0) + page.rows.length
    if (page.rows.length < pageSize) return
    last = String(page.rows.at(-1)?.id)
  }
}

async function verifyInvariants(client: pg.ClientBase, centre: Centre, result: VerifyResult): Promise<void> {
  for (const [table, keysOf] of invariants) {
    const missing = await client.query<{ key: string }>(sql`${keysOf(centre.id)} LIMIT ${mostShown}`)
    result.checked[table] = 1
    result.differences.push(
      ...missing.rows.map(row => ({ table, key: row.key, column: '-', stored: 'broken', computed: 'whole' })),
    )
  }
}

/**
 * Recomputes every derived column of a centre from its facts, recounts every rollup, and checks the
 * invariants between tables. Changes nothing.
 */
export async function verifyCentre(database: Database, centre: Centre): Promise<VerifyResult> {
  const client = await database.pool.connect()
  const result: VerifyResult = { checked: {}, differences: [] }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const catalogue = await Catalogue.read(client, { centreId: centre.id, batchId: 0 })
    for (const name of derivedTargets())
      await verifyTarget(targets[name], { client, centre, catalogue }, result)
    await verifyInvariants(client, centre, result)
    const rollups = await checkRollups(client, centre.id)
    result.checked.rollups = rollups.checked.length
    result.differences.push(...rollups.differences)
    await client.query('COMMIT')
    return result
  } finally {
    client.release(true)
  }
}
