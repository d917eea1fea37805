import type pg from 'pg'
import type { Database } from '../storage/database.ts'
import type { TargetName } from './mapping.ts'
import type { Target } from './target.ts'
import { NamedError } from '#measures'
import { appendAudit } from '../access/audit.ts'
import { inTransaction } from '../storage/transaction.ts'
import { restoreDerivedTables } from './afterMerge.ts'
import { undoCalendar } from './calendar.ts'
import { lockCentre, noteChange } from './loadBatch.ts'
import { targets } from './targets/index.ts'
import { keepTiers } from './tiers/keep.ts'

interface BatchRow {
  id: number
  centreId: number
  target: TargetName | 'calendar'
  undoneAt: Date | null
}

const placed = ['Attendance', 'PostCheck', 'Exam', 'ServiceEvent', 'Target']

// Who refers to catalogue rows that a batch may have added.
const references: Record<'StaffMember' | 'ItemVersion' | 'Unit' | 'Window' | 'Item', { key: string, column: string, tables: string[] }> = {
  StaffMember: { key: 'code', column: 'staffId', tables: ['Attendance', 'PostCheck', 'Exam'] },
  // A case was judged by the version it was accepted under; that version cannot go before the case.
  ItemVersion: { key: 'versionCode', column: 'itemVersionId', tables: ['Case'] },
  Item: { key: 'code', column: 'itemId', tables: ['Case', 'ItemVersion'] },
  Window: { key: 'code', column: 'windowId', tables: ['Case', 'Feedback', 'StaffMember', 'ItemVersion', 'Item', ...placed] },
  Unit: { key: 'code', column: 'unitId', tables: ['Case', 'Feedback', 'StaffMember', 'ItemVersion', 'Item', 'Window', ...placed] },
}

async function findBatch(client: pg.ClientBase, batchId: number): Promise<BatchRow> {
  const found = await client.query<BatchRow>('SELECT * FROM "ImportBatch" WHERE "id" = $1', [batchId])
  const batch = found.rows[0]
  if (!batch)
    throw new NamedError('batch-not-found', { batch: batchId })
  if (batch.undoneAt)
    throw new NamedError('batch-already-undone', { batch: batchId })
  await lockCentre(client, batch.centreId)
  return batch
}

/** Undo is last in, first out per key: a record that a later batch changed again cannot go back past that batch. */
async function refuseIfChangedLater(client: pg.ClientBase, batch: BatchRow, target: Target): Promise<void> {
  const found = await client.query<{ key: string, later: number, count: string }>(
    `SELECT min(c."key") AS key, min(c."batchId") AS later, count(*) AS count FROM "FactChange" c
     WHERE c."centreId" = $1 AND c."fact" = $2::"FactName" AND c."batchId" <> $3 AND (c."before"->>'batchId')::int = $3`,
    [batch.centreId, target.fact, batch.id],
  )
  const first = found.rows[0]
  if (first && Number(first.count) > 0)
    throw new NamedError('undo-not-exact', { batch: batch.id, count: Number(first.count), key: first.key, later: first.later })
}

async function restoreCorrected(client: pg.ClientBase, batch: BatchRow, target: Target): Promise<void> {
  const mine = `SELECT "before" FROM "FactChange" WHERE "centreId" = $1 AND "fact" = $2::"FactName" AND "batchId" = $3`
  const values = [batch.centreId, target.fact, batch.id]
  await client.query(`DELETE FROM "${target.table}" t USING (${mine}) AS c WHERE t."centreId" = $1 AND t."${target.key}" = c."before"->>'${target.key}'`, values)
  await client.query(`INSERT INTO "${target.table}" SELECT r.* FROM (${mine}) AS c, jsonb_populate_record(NULL::"${target.table}", c."before") AS r`, values)
  await client.query('DELETE FROM "FactChange" WHERE "centreId" = $1 AND "fact" = $2::"FactName" AND "batchId" = $3', values)
}

/** Catalogue rows that the batch added go with it, unless something else has come to refer to them. */
async function removeAddedMembers(client: pg.ClientBase, batch: BatchRow): Promise<void> {
  for (const [table, { key, column, tables }] of Object.entries(references)) {
    for (const referring of tables) {
      const found = await client.query<{ key: string, later: number, count: string }>(
        `SELECT min(m."${key}") AS key, min(r."batchId") AS later, count(*) AS count FROM "${table}" m JOIN "${referring}" r ON r."centreId" = m."centreId" AND r."${column}" = m."id" WHERE m."centreId" = $1 AND m."batchId" = $2 AND r."batchId" <> $2`,
        [batch.centreId, batch.id],
      )
      const first = found.rows[0]
      if (first && Number(first.count) > 0)
        throw new NamedError('undo-not-exact', { batch: batch.id, count: Number(first.count), key: first.key, later: first.later })
    }
    await client.query(`DELETE FROM "${table}" WHERE "centreId" = $1 AND "batchId" = $2`, [batch.centreId, batch.id])
  }
}

/** When it is undone, and by whom. */
export interface UndoRequest { now: Date, byUser: string }

async function undoIn(client: pg.ClientBase, batchId: number, { now, byUser }: UndoRequest): Promise<void> {
  const batch = await findBatch(client, batchId)
  if (batch.target === 'calendar')
    await undoCalendar(client, batch)
  else
    await undoFacts(client, batch, targets[batch.target])
  await client.query('UPDATE "QuarantinedRow" SET "repairedIn" = NULL WHERE "centreId" = $1 AND "repairedIn" = $2', [batch.centreId, batch.id])
  await client.query('UPDATE "ImportBatch" SET "undoneAt" = $3 WHERE "centreId" = $1 AND "id" = $2', [batch.centreId, batch.id, now])
  await noteChange(client, batch.centreId)
  const centre = await client.query<{ code: string }>('SELECT "code" FROM "Centre" WHERE "id" = $1', [batch.centreId])
  await appendAudit(client, { at: now, actor: byUser, action: 'undo', outcome: 'done', centre: centre.rows[0]?.code ?? null, subject: String(batch.id), details: { target: batch.target } })
}

async function undoFacts(client: pg.ClientBase, batch: BatchRow, target: Target): Promise<void> {
  await refuseIfChangedLater(client, batch, target)
  await keepTiers(client, { fact: target.fact, centreId: batch.centreId, batchId: batch.id, sign: -1 })
  const touched = await client.query<{ key: string }>(`SELECT "${target.key}" AS key FROM "${target.table}" WHERE "centreId" = $1 AND "batchId" = $2`, [batch.centreId, batch.id])
  await restoreCorrected(client, batch, target)
  if (!(target.table in references))
    await client.query(`DELETE FROM "${target.table}" WHERE "centreId" = $1 AND "batchId" = $2`, [batch.centreId, batch.id])
  await removeAddedMembers(client, batch)
  await restoreDerivedTables(client, target.name, { centreId: batch.centreId, keys: touched.rows.map(row => row.key) })
}

/** Restores the state before a batch, exactly or not at all. Errors: batch-not-found, batch-already-undone, undo-not-exact. */
export async function undoBatch(database: Database, batchId: number, request: UndoRequest): Promise<void> {
  await inTransaction(database, async client => undoIn(client, batchId, request))
}
