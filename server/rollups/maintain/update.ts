import type pg from 'pg'
import type { FactName } from '../../model/index.ts'
import type { RowCounter } from '../count/counter.ts'
import type { Grain } from '../grains.ts'
import { factNamed } from '../../model/index.ts'
import { definitionsOf, fingerprintOf } from '../columns.ts'
import { grainsOf } from '../grains.ts'
import { addCounted, applyToRollups } from './apply.ts'

/** A batch whose rows are added (1) or removed (−1). */
interface BatchChange {
  fact: FactName | 'claims' | 'targets'
  centreId: number
  batchId: number
  sign: 1 | -1
}

/** A change of a batch whose fact has rollups. */
type FactBatch = BatchChange & { fact: FactName }

/** Records that grains of a centre are complete, with the definitions of this version. */
export async function noteWhole(
  client: pg.ClientBase,
  centreId: number,
  whole: readonly Grain[],
): Promise<void> {
  await client.query(
    `INSERT INTO "Rollup" ("centreId", "name", "fingerprint", "columns", "missing") SELECT $1, one.*,
        '{}' FROM unnest($2::text[], $3::text[], $4::jsonb[]) AS one
     ON CONFLICT ("centreId", "name") DO UPDATE
      SET "fingerprint" = EXCLUDED."fingerprint", "columns" = EXCLUDED."columns", "missing" = '{}'`,
    [
      centreId,
      whole.map(grain => grain.name),
      whole.map(fingerprintOf),
      whole.map(grain => JSON.stringify(definitionsOf(grain))),
    ],
  )
}

/**
 * The grains that this process may update. The first rows of a centre make its rollups complete. Incomplete
 * grains are left to `buildRollups`, which starts from the facts. Grains of another version of the product
 * are marked as missing, for that version to rebuild.
 */
async function updatableGrains(
  client: pg.ClientBase,
  change: FactBatch,
): Promise<{ updatable: Grain[]; fresh: boolean }> {
  const all = grainsOf(change.fact)
  const rows = await client.query<{ name: string; fingerprint: string }>(
    'SELECT "name", "fingerprint" FROM "Rollup" WHERE "centreId" = $1 AND "name" = ANY($2::text[])',
    [change.centreId, all.map(grain => grain.name)],
  )
  const fingerprints = new Map(rows.rows.map(row => [row.name, row.fingerprint]))
  const foreign = all.filter(
    grain => fingerprints.has(grain.name) && fingerprints.get(grain.name) !== fingerprintOf(grain),
  )
  if (foreign.length > 0)
    await client.query(
      `UPDATE "Rollup" SET "missing" = ARRAY(SELECT jsonb_object_keys("columns"))
        WHERE "centreId" = $1 AND "name" = ANY($2::text[])`,
      [change.centreId, foreign.map(grain => grain.name)],
    )
  const absent = all.filter(grain => !fingerprints.has(grain.name))
  const fresh = absent.length > 0 && change.sign === 1 && (await isFirstBatch(client, change)) ? absent : []
  await noteWhole(client, change.centreId, fresh)
  return {
    updatable: all.filter(
      grain => fresh.includes(grain) || fingerprints.get(grain.name) === fingerprintOf(grain),
    ),
    fresh: fresh.length === all.length,
  }
}

async function isFirstBatch(client: pg.ClientBase, { fact, centreId, batchId }: FactBatch): Promise<boolean> {
  const result = await client.query(
    `SELECT 1 FROM "${factNamed(fact).table}" WHERE "centreId" = $1 AND "batchId" <> $2 LIMIT 1`,
    [centreId, batchId],
  )
  return result.rowCount === 0
}

const imagesOf = ({ fact, centreId, batchId }: FactBatch): string =>
  `FROM "FactChange" AS c WHERE c."centreId" = ${Number(centreId)} AND c."fact" = ` +
  `'${fact}' AND c."batchId" = ${Number(batchId)}`

async function hasCorrected(client: pg.ClientBase, batch: FactBatch): Promise<boolean> {
  return ((await client.query(`SELECT 1 ${imagesOf(batch)} LIMIT 1`)).rowCount ?? 0) > 0
}

const ownRows = ({ fact, centreId, batchId, sign }: FactBatch): string =>
  `SELECT ${sign} AS sign, t.* FROM "${factNamed(fact).table}" AS t
    WHERE t."centreId" = ${Number(centreId)} AND t."batchId" = ${Number(batchId)}`

/**
 * The rows of a batch are added and the former versions of corrected rows removed; with sign −1 the reverse.
 */
async function correctedRows(
  client: pg.ClientBase,
  batch: FactBatch,
  own: string,
): Promise<{ source: string; removesRows: boolean }> {
  // Unpacking the JSON of a former version takes longer than counting it, so it is done once.
  await client.query(
    `CREATE TEMP TABLE changed ON COMMIT DROP AS ${own} UNION ALL SELECT ${-batch.sign}, r.*
      FROM (SELECT c."before" ${imagesOf(batch)}) AS c,
        jsonb_populate_record(NULL::"${factNamed(batch.fact).table}", c."before") AS r`,
  )
  await client.query('ANALYZE changed')
  return { source: 'changed', removesRows: true }
}

/** The changed rows of a batch, as SQL. */
async function changedRows(
  client: pg.ClientBase,
  batch: FactBatch,
): Promise<{ source: string; removesRows: boolean }> {
  return (await hasCorrected(client, batch))
    ? correctedRows(client, batch, ownRows(batch))
    : { source: `(${ownRows(batch)})`, removesRows: batch.sign === -1 }
}

/** Adds what the counter has counted, then the corrections. */
async function applyCounted(
  client: pg.ClientBase,
  batch: FactBatch,
  { counter, updatable, fresh }: { counter: RowCounter; updatable: Grain[]; fresh: boolean },
): Promise<void> {
  const { centreId } = batch
  await addCounted(
    client,
    await counter.finish({ centreId, fresh, updatable: updatable.map(grain => grain.name) }),
    {
      centreId,
      fresh,
    },
  )
  if (!(await hasCorrected(client, batch))) return
  const own = `${ownRows(batch)} AND t."${factNamed(batch.fact).key}" IN (SELECT c."key" ${imagesOf(batch)})`
  await applyToRollups(client, updatable, {
    centreId,
    fresh: false,
    ...(await correctedRows(client, batch, own)),
  })
}

/**
 * Updates the rollups for one batch, in the batch's transaction: after its rows were written, or before they
 * are removed. New rows that a counter has counted are not read again.
 */
export async function updateRollups(
  client: pg.ClientBase,
  change: BatchChange,
  counter: RowCounter | null = null,
): Promise<void> {
  const fact = grainsOf(change.fact)[0]?.fact
  if (fact === undefined) return
  const batch = { ...change, fact }
  const { updatable, fresh } = await updatableGrains(client, batch)
  if (updatable.length === 0) return
  if (counter) await applyCounted(client, batch, { counter, updatable, fresh })
  else
    await applyToRollups(client, updatable, {
      centreId: batch.centreId,
      fresh,
      ...(await changedRows(client, batch)),
    })
}
