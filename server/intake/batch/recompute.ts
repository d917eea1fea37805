import type pg from 'pg'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Row, Target } from '../targets/target.ts'
import type { StagedRow } from '../write/staging.ts'
import { appendAudit } from '../../access/audit.ts'
import { updateRollups } from '../../rollups/maintain/update.ts'
import { raiseDataVersion } from '../../storage/dataVersion.ts'
import { inTransaction, lockCentre } from '../../storage/transaction.ts'
import { Catalogue } from '../targets/catalogueRecords.ts'
import { targets } from '../targets/index.ts'
import { decode } from '../write/codec.ts'
import { columnTypes } from '../write/rowLines.ts'
import { Staging } from '../write/staging.ts'

/** The centre whose records are recomputed, and by whom. */
interface RecomputeRequest {
  centre: Centre
  now: Date
  byUser: string
  /** Counts the changes without making them. */
  dryRun?: boolean
}

/** The result of a recomputation. The batch is null where nothing changed. */
interface RecomputeResult {
  batchId: number | null
  cases: number
  changed: number
  /** The number of cases whose verdict against the committed or the statutory limit changed. */
  changedVerdicts: number
}

/** The result of recomputing the working days of trades. */
interface TradesRecomputed {
  batchId: number | null
  trades: number
  changed: number
}

/** The numbers of checked and changed records of one target. */
interface Recomputed {
  batchId: number | null
  rows: number
  changed: number
  changedVerdicts: number
}

const pageSize = 5000
const verdicts = ['committedVerdict', 'statutoryVerdict']

async function readPage(
  client: pg.ClientBase,
  { centre, target }: { centre: Centre; target: Target },
  after: string,
): Promise<{ last: string; rows: Row[] } | null> {
  const types = columnTypes(target)
  const columns = Object.keys(types)
    .map(column => `"${column}"`)
    .join(', ')
  const page = await client.query<Record<string, unknown>>(
    `SELECT "id", ${columns} FROM "${target.table}" WHERE "centreId" = $1 AND "id" > $2 ORDER BY "id"
      LIMIT ${pageSize}`,
    [centre.id, after],
  )
  const last = page.rows.at(-1)?.id
  return last === undefined
    ? null
    : {
        last: String(last),
        rows: page.rows.map(raw =>
          Object.fromEntries(
            Object.entries(types).map(([column, type]) => [column, decode(raw[column], type)]),
          ),
        ),
      }
}

async function stageChanged(
  work: { client: pg.PoolClient; staging: Staging; centre: Centre; target: Target; catalogue: Catalogue },
  result: Recomputed,
): Promise<void> {
  for (
    let page = await readPage(work.client, work, '-1');
    page;
    page = await readPage(work.client, work, page.last)
  ) {
    const staged: StagedRow[] = []
    for (const stored of page.rows) {
      result.rows++
      const values = { ...stored }
      work.target.derive(values, work)
      if (Object.keys(work.target.derived).every(column => values[column] === stored[column])) continue
      result.changed++
      result.changedVerdicts += verdicts.some(column => values[column] !== stored[column]) ? 1 : 0
      staged.push({ row: result.changed, values })
    }
    await work.staging.copyCorrected(staged)
  }
}

async function openBatch(
  client: pg.PoolClient,
  target: Target,
  { centre, now, byUser }: RecomputeRequest,
): Promise<number> {
  await lockCentre(client, centre.id)
  const made = await client.query<{ id: number }>(
    `INSERT INTO "ImportBatch" ("centreId", "target", "fileName", "fileHash", "mapping", "startedAt",
        "byUser", "headers") VALUES ($1, $4, 'recompute', '', '{}', $2, $3, '{}') RETURNING "id"`,
    [centre.id, now, byUser, target.name],
  )
  return made.rows[0]?.id ?? 0
}

async function recomputeIn(
  client: pg.PoolClient,
  target: Target,
  request: RecomputeRequest,
): Promise<Recomputed> {
  const { centre } = request
  const batchId = await openBatch(client, target, request)
  const at = { centreId: centre.id, batchId }
  const staging = new Staging(client, target, at)
  await staging.open()
  const result: Recomputed = { batchId, rows: 0, changed: 0, changedVerdicts: 0 }
  await stageChanged({ client, staging, centre, target, catalogue: await Catalogue.read(client, at) }, result)
  if (request.dryRun || result.changed === 0) {
    await client.query('DELETE FROM "ImportBatch" WHERE "centreId" = $1 AND "id" = $2', [centre.id, batchId])
    return { ...result, batchId: null }
  }
  await client.query('ANALYZE staging')
  await staging.merge()
  await updateRollups(client, { ...at, fact: target.fact, sign: 1 })
  await client.query(
    `UPDATE "ImportBatch" SET "rows" = $3, "corrected" = $3, "committedAt" = $4 WHERE "centreId" = $1
      AND "id" = $2`,
    [centre.id, batchId, result.changed, request.now],
  )
  await raiseDataVersion(client, centre.id)
  await appendAudit(client, {
    at: request.now,
    actor: request.byUser,
    action: 'recompute',
    outcome: 'done',
    centre: centre.code,
    subject: String(batchId),
    details: { [target.name]: result.rows, changed: result.changed, changedVerdicts: result.changedVerdicts },
  })
  return result
}

/**
 * Recomputes the working time, due times and verdicts of every case, after a change of calendar, opening
 * hours or limits. It is a batch like any other: atomic, and can be undone. Errors: database-unreachable.
 */
export async function recomputeCases(
  database: Database,
  request: RecomputeRequest,
): Promise<RecomputeResult> {
  const { rows: cases, ...result } = await inTransaction(database, async client =>
    recomputeIn(client, targets.cases, request),
  )
  return { ...result, cases }
}

/**
 * Recomputes the working days of every trade after a change of calendar, as a batch of its own that can be
 * undone. Errors: database-unreachable.
 */
export async function recomputeTrades(
  database: Database,
  request: RecomputeRequest,
): Promise<TradesRecomputed> {
  const {
    rows: trades,
    batchId,
    changed,
  } = await inTransaction(database, async client => recomputeIn(client, targets.trades, request))
  return { batchId, trades, changed }
}
