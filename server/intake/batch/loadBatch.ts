import type pg from 'pg'
import type { Database } from '../../storage/database.ts'
import type { LoadRequest, LoadResult } from '../jobs/request.ts'
import { NamedError } from '#measures'
import { appendAudit } from '../../access/audit.ts'
import { analyseRollups } from '../../rollups/maintain/build.ts'
import { raiseDataVersion } from '../../storage/dataVersion.ts'
import { lockCentre } from '../../storage/transaction.ts'
import { pushedBefore } from '../jobs/pushedBefore.ts'
import { defaultLimits } from '../read/limits.ts'
import { withMadeRows } from '../rows/madeRows.ts'
import { withRepeats } from '../rows/repeats.ts'
import { Catalogue } from '../targets/catalogueRecords.ts'
import { targets } from '../targets/index.ts'
import { NewQuarantine, RepairQuarantine } from '../write/quarantine.ts'
import { Staging } from '../write/staging.ts'
import { Batch } from './batch.ts'
import { refuseLocked } from './refuseLocked.ts'

export type { LoadRequest, LoadResult } from '../jobs/request.ts'

/** From this share of a table on, a batch changes the best plans for reading it. */
const muchLarger = 0.1
/** Smaller batches are left to autovacuum. */
const worthAnalysing = 2000

async function insertBatch(client: pg.ClientBase, request: LoadRequest): Promise<number> {
  const made = await client.query<{ id: number }>(
    `INSERT INTO "ImportBatch" ("centreId", "target", "fileName", "fileHash", "mapping", "demo",
        "startedAt", "byUser", "cutAt", "headers", "repairs", "source", "pushKey")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING "id"`,
    [
      request.centre.id,
      request.mapping.target,
      request.fileName,
      request.fileHash,
      JSON.stringify(request.mapping),
      request.demo ?? false,
      request.now,
      request.byUser,
      request.cutAt ?? null,
      request.source.headers,
      request.repairs?.batchId ?? null,
      request.push?.source ?? null,
      request.push?.key ?? null,
    ],
  )
  return made.rows[0]?.id ?? 0
}

async function openBatch(client: pg.PoolClient, request: LoadRequest): Promise<Batch> {
  const { centre, mapping } = request
  const at = { centreId: centre.id, batchId: await insertBatch(client, request) }
  const target = targets[mapping.target]
  const any = await client.query(`SELECT 1 FROM "${target.table}" WHERE "centreId" = $1 LIMIT 1`, [centre.id])
  const place = { client, ...at, longest: (request.limits ?? defaultLimits).cellCharacters }
  const quarantine = request.repairs ? new RepairQuarantine(place, request.repairs) : new NewQuarantine(place)
  return new Batch(request, {
    client,
    batchId: at.batchId,
    catalogue: await Catalogue.read(client, at),
    staging: new Staging(client, target, at),
    quarantine,
    fresh: any.rowCount === 0,
  })
}

async function closeBatch(client: pg.ClientBase, request: LoadRequest, result: LoadResult): Promise<void> {
  const { centre, now } = request
  const { rows, loaded, unchanged, corrected, quarantined, leftOut, warnings } = result
  await client.query(
    `UPDATE "ImportBatch"
      SET "rows" = $3, "loaded" = $4, "unchanged" = $5, "corrected" = $6, "quarantined" = $7,
        "leftOut" = $8, "warnings" = $9, "committedAt" = $10
     WHERE "centreId" = $1 AND "id" = $2`,
    [
      centre.id,
      result.batchId,
      rows,
      loaded,
      unchanged,
      corrected,
      quarantined,
      leftOut,
      JSON.stringify(warnings),
      now,
    ],
  )
  await raiseDataVersion(client, centre.id)
  if (!request.dryRun)
    await appendAudit(client, {
      at: now,
      actor: request.byUser,
      action: 'import',
      outcome: 'done',
      centre: centre.code,
      subject: String(result.batchId),
      details: {
        target: request.mapping.target,
        file: request.fileName,
        rows,
        loaded,
        corrected,
        unchanged,
        quarantined,
        leftOut,
        ...(request.repairs && { repairs: request.repairs.batchId }),
      },
    })
}

/** Runs ANALYZE on tables that a batch has made much larger; small changes are left to autovacuum. */
async function analyse(database: Database, request: LoadRequest, result: LoadResult): Promise<void> {
  const target = targets[request.mapping.target]
  const changed = result.loaded + result.corrected
  if (changed <= worthAnalysing) return
  const earlier = await database.pool.query<{ rows: number }>(
    'SELECT reltuples AS rows FROM pg_class WHERE oid = to_regclass($1)',
    [`"${target.table}"`],
  )
  if (changed < muchLarger * (earlier.rows[0]?.rows ?? 0)) return
  await database.pool.query(`ANALYZE "${target.table}"`)
  await analyseRollups(database, target.fact)
}

/** Runs a load in the caller's transaction. */
async function loadIn(client: pg.PoolClient, given: LoadRequest): Promise<LoadResult> {
  const { source, mapping } = given
  const target = targets[mapping.target]
  const request = { ...given, source: withRepeats(withMadeRows(source, target, mapping), target, mapping) }
  await lockCentre(client, request.centre.id)
  const before = await pushedBefore(client, request)
  if (before) return before
  const batch = await openBatch(client, request)
  try {
    const result = await batch.run()
    await refuseLocked(client, { centreId: request.centre.id, batchId: result.batchId, target })
    if (!request.dryRun) await request.settle?.(client, result.batchId)
    await closeBatch(client, request, result)
    await client.query(request.dryRun ? 'ROLLBACK' : 'COMMIT')
    batch.stopwatch.stop()
    return request.dryRun ? { ...result, batchId: 0 } : result
  } finally {
    await batch.end()
  }
}

/**
 * Loads one file as one batch, atomically. Rows that cannot be loaded are stored in quarantine with the
 * reason. After any error, nothing has changed. Errors: mapping-invalid, column-missing, file-unreadable,
 * file-broken, file-too-large, load-cancelled, push-key-reused, period-locked, database-unreachable.
 */
export async function loadBatch(database: Database, request: LoadRequest): Promise<LoadResult> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  let failed = true
  try {
    await client.query('BEGIN')
    const result = await loadIn(client, request)
    if (result.repeated) await client.query('COMMIT')
    failed = false
    if (!request.dryRun && !result.repeated) await analyse(database, request, result)
    return result
  } finally {
    // A connection that failed during a transaction is closed, which rolls the transaction back.
    client.release(failed)
    await request.source.close()
  }
}
