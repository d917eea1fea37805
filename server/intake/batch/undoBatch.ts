import type pg from 'pg'
import type { Database } from '../../storage/database.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { Reference } from '../targets/references.ts'
import type { Target } from '../targets/target.ts'
import sql from 'sql-template-tag'
import { NamedError } from '#measures'
import { appendAudit } from '../../access/audit.ts'
import { identifier } from '../../model/toSql.ts'
import { updateRollups } from '../../rollups/maintain/update.ts'
import { raiseDataVersion } from '../../storage/dataVersion.ts'
import { inTransaction, lockCentre } from '../../storage/transaction.ts'
import { undoCalendar } from '../targets/calendar.ts'
import { targets } from '../targets/index.ts'
import { references, referredTables } from '../targets/references.ts'
import { restoreDerivedTables } from './afterMerge.ts'
import { refuseLocked } from './refuseLocked.ts'

interface BatchRow {
  id: number
  centreId: number
  target: TargetName | 'calendar'
  undoneAt: Date | null
}

async function findBatch(client: pg.ClientBase, batchId: number): Promise<BatchRow> {
  const result = await client.query<BatchRow>('SELECT * FROM "ImportBatch" WHERE "id" = $1', [batchId])
  const batch = result.rows[0]
  if (!batch) throw new NamedError('batch-not-found', { batch: batchId })
  if (batch.undoneAt) throw new NamedError('batch-already-undone', { batch: batchId })
  await lockCentre(client, batch.centreId)
  return batch
}

/**
 * Batches are undone in reverse order per key: a record that a later batch has changed cannot be restored.
 */
async function refuseIfChangedLater(client: pg.ClientBase, batch: BatchRow, target: Target): Promise<void> {
  const result = await client.query<{ key: string; later: number; count: string }>(
    `SELECT min(c."key") AS key, min(c."batchId") AS later, count(*) AS count FROM "FactChange" c
     WHERE c."centreId" = $1 AND c."fact" = $2::"FactName" AND c."batchId" <> $3
       AND (c."before"->>'batchId')::int = $3`,
    [batch.centreId, target.fact, batch.id],
  )
  const first = result.rows[0]
  if (first && Number(first.count) > 0)
    throw new NamedError('undo-not-exact', {
      batch: batch.id,
      count: Number(first.count),
      key: first.key,
      later: first.later,
    })
}

async function restoreCorrected(client: pg.ClientBase, batch: BatchRow, target: Target): Promise<void> {
  const mine = `SELECT "before" FROM "FactChange" WHERE "centreId" = $1 AND "fact" = $2::"FactName"
    AND "batchId" = $3`
  const values = [batch.centreId, target.fact, batch.id]
  await client.query(
    `DELETE FROM "${target.table}" t USING (${mine}) AS c WHERE t."centreId" = $1
      AND t."${target.key}" = c."before"->>'${target.key}'`,
    values,
  )
  await client.query(
    `INSERT INTO "${target.table}" SELECT r.*
      FROM (${mine}) AS c, jsonb_populate_record(NULL::"${target.table}", c."before") AS r`,
    values,
  )
  await client.query(
    'DELETE FROM "FactChange" WHERE "centreId" = $1 AND "fact" = $2::"FactName" AND "batchId" = $3',
    values,
  )
}

/** Refuses to undo a batch whose new members other batches refer to. Errors: undo-not-exact. */
async function refuseIfReferredTo(
  client: pg.ClientBase,
  batch: BatchRow,
  reference: Reference,
): Promise<void> {
  const member = referredTables[reference.to]
  const { text, values } = sql`
SELECT min(m.${identifier(member.key)}) AS key, min(r."batchId") AS later, count(*) AS count
FROM ${identifier(member.table)} m
JOIN ${identifier(reference.table)} r
  ON r."centreId" = m."centreId" AND r.${identifier(reference.column)} = m."id"
WHERE m."centreId" = ${batch.centreId} AND m."batchId" = ${batch.id} AND r."batchId" <> ${batch.id}`
  const result = await client.query<{ key: string; later: number; count: string }>({ text, values })
  const first = result.rows[0]
  if (first && Number(first.count) > 0)
    throw new NamedError('undo-not-exact', {
      batch: batch.id,
      count: Number(first.count),
      key: first.key,
      later: first.later,
    })
}

const deleteOfBatch = ({ centreId, id }: BatchRow, table: string): { text: string; values: unknown[] } => {
  const { text, values } =
    sql`DELETE FROM ${identifier(table)} WHERE "centreId" = ${centreId} AND "batchId" = ${id}`
  return { text, values }
}

/**
 * Removes the catalogue members that the batch added. Errors: undo-not-exact where one is still referred to.
 */
async function removeAddedMembers(client: pg.ClientBase, batch: BatchRow): Promise<void> {
  const all = references()
  for (const [to, { table }] of Object.entries(referredTables)) {
    for (const reference of all.filter(each => each.to === to))
      await refuseIfReferredTo(client, batch, reference)
    await client.query(deleteOfBatch(batch, table))
  }
}

const isCatalogue = (table: string): boolean =>
  Object.values(referredTables).some(member => member.table === table)

/** The instant of the undo, and the account. */
interface UndoRequest {
  now: Date
  byUser: string
}

async function undoIn(client: pg.ClientBase, batchId: number, { now, byUser }: UndoRequest): Promise<void> {
  const batch = await findBatch(client, batchId)
  if (batch.target === 'calendar') await undoCalendar(client, batch)
  else await undoFacts(client, batch, targets[batch.target])
  await client.query(
    'UPDATE "QuarantinedRow" SET "repairedIn" = NULL WHERE "centreId" = $1 AND "repairedIn" = $2',
    [batch.centreId, batch.id],
  )
  await client.query('UPDATE "ImportBatch" SET "undoneAt" = $3 WHERE "centreId" = $1 AND "id" = $2', [
    batch.centreId,
    batch.id,
    now,
  ])
  await raiseDataVersion(client, batch.centreId)
  const centre = await client.query<{ code: string }>('SELECT "code" FROM "Centre" WHERE "id" = $1', [
    batch.centreId,
  ])
  await appendAudit(client, {
    at: now,
    actor: byUser,
    action: 'undo',
    outcome: 'done',
    centre: centre.rows[0]?.code ?? null,
    subject: String(batch.id),
    details: { target: batch.target },
  })
}

async function undoFacts(client: pg.ClientBase, batch: BatchRow, target: Target): Promise<void> {
  await refuseIfChangedLater(client, batch, target)
  await refuseLocked(client, { centreId: batch.centreId, batchId: batch.id, target })
  await updateRollups(client, { fact: target.fact, centreId: batch.centreId, batchId: batch.id, sign: -1 })
  const touched = await client.query<{ key: string }>(
    `SELECT "${target.key}" AS key FROM "${target.table}" WHERE "centreId" = $1 AND "batchId" = $2`,
    [batch.centreId, batch.id],
  )
  await restoreCorrected(client, batch, target)
  if (!isCatalogue(target.table)) await client.query(deleteOfBatch(batch, target.table))
  await removeAddedMembers(client, batch)
  await restoreDerivedTables(client, target.name, {
    centreId: batch.centreId,
    keys: touched.rows.map(row => row.key),
  })
}

/**
 * Restores the exact state before a batch, or fails without a change. Errors: batch-not-found,
 * batch-already-undone, undo-not-exact, period-locked.
 */
export async function undoBatch(database: Database, batchId: number, request: UndoRequest): Promise<void> {
  await inTransaction(database, async client => undoIn(client, batchId, request))
}
