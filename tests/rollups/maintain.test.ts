import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { measures, valueOf } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { buildMissingRollups, buildRollups, unbuilt } from '../../server/rollups/maintain/build.ts'
import { prepareRollups } from '../../server/rollups/maintain/structure.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const sql = async (text: string) => database().pool.query<Record<string, unknown>>(text)
/**
 * As a process of another version would leave the rollups: whoever changes them changes the data
 * version too.
 */
async function leave(text: string): Promise<void> {
  await sql(text)
  await sql('UPDATE "CentreVersion" SET "version" = "version" + 1')
}
const differences = async () =>
  (await verifyCentre(database(), await centresOf(database()).find('here'))).differences
const asked = async () =>
  ask(
    { measures: ['casesCompleted'], centres: ['here'], period: '2012-09', groupBy: ['window'] },
    { database: database(), scope: wholeScope, now: testNow },
  )
async function sourcesAndValue() {
  const answer = await asked()
  return [answer.sources, valueOf(measures.casesCompleted, answer.current.overall)]
}

let here = 0
beforeAll(async () => {
  await addCentre(database(), 'here')
  await addCentre(database(), 'elsewhere')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    'caseNumber,item,receivedAt,acceptedAt,completedAt\nA,TEN,2012-09-03 09:00,' +
      '2012-09-03 09:00,2012-09-05 10:00\nB,NOW,2012-09-04 09:00,2012-09-04 09:00,' +
      '2012-09-04 10:00\n',
  )
  here = (await centresOf(database()).find('here')).id
})
afterEach(async () => buildRollups(database(), { centreId: here, fact: 'cases' }))

describe('verify', () => {
  it('finds the first cell of a rollup that a recount does not confirm', async () => {
    expect(await differences()).toEqual([])
    await sql(
      `UPDATE "rollup_cases_window_month" SET "completed.count" = "completed.count" + 7
        WHERE "completed.count" > 0`,
    )
    const differing = await differences()
    expect(differing).toHaveLength(1)
    expect(differing[0]).toMatchObject({
      table: 'rollup_cases_window_month',
      column: 'completed.count',
      stored: '8',
      computed: '1',
    })
    expect(differing[0]?.key).toMatch(/^day=2012-09-01 unitId=\d+ windowId=\d+$/)
  })

  it('finds a cell too many, a cell too few and a changed bin', async () => {
    await sql(
      `INSERT INTO "rollup_cases_hall_day" ("centreId", "day", "completed.count") SELECT "centreId",
          date '2012-09-29', 1 FROM "rollup_cases_hall_day" LIMIT 1`,
    )
    await sql('DELETE FROM "rollup_cases_kind_month"')
    await sql('UPDATE "rollup_cases_window_day_bins" SET "counts"[1] = 99')
    expect((await differences()).map(difference => difference.table)).toEqual([
      'rollup_cases_hall_day',
      'rollup_cases_kind_month',
      'rollup_cases_window_day_bins',
    ])
  })
})

describe('a part whose meaning has changed', () => {
  it('is read from facts until it is built in the background', async () => {
    expect(await sourcesAndValue()).toEqual([['rollup_cases_window'], 2])
    // As an older version would have left it: another condition behind the name, a column that nothing
    // needs, one that is not there.
    await leave(
      `UPDATE "Rollup"
        SET "fingerprint" = 'older', "columns" = jsonb_set("columns", '{completed.count}',
          '"something else"')`,
    )
    await sql(
      'ALTER TABLE "rollup_cases_window_day" DROP COLUMN "received.count", ADD COLUMN "of no use" int',
    )
    await sql(`UPDATE "Setting" SET "value" = 'older' WHERE "key" = 'rollups'`)
    expect(await sourcesAndValue()).toEqual([['Case'], 2])
    await prepareRollups(database())
    expect(await sourcesAndValue()).toEqual([['Case'], 2])
    expect((await sql(`SELECT "missing" FROM "Rollup" WHERE "name" = 'cases_window'`)).rows[0]).toEqual({
      missing: ['completed.count'],
    })
    expect(await unbuilt(database())).toEqual([{ centreId: here, fact: 'cases' }])
    expect(await buildMissingRollups(database())).toBe(1)
    expect(await sourcesAndValue()).toEqual([['rollup_cases_window'], 2])
    expect(await differences()).toEqual([])
    expect(await buildMissingRollups(database())).toBe(0)
  })

  it('is built again where its table has other dimensions', async () => {
    // As a version without a dimension would have left it: the same columns, one row for all channels.
    await sql('ALTER TABLE "rollup_cases_outcome_month" DROP COLUMN "channel"')
    await sql(`UPDATE "Setting" SET "value" = 'older' WHERE "key" = 'rollups'`)
    await prepareRollups(database())
    expect(await unbuilt(database())).toEqual([{ centreId: here, fact: 'cases' }])
    expect(await buildMissingRollups(database())).toBe(1)
    const rows = await sql('SELECT sum("completed.count")::int AS n FROM "rollup_cases_outcome_month"')
    expect(rows.rows[0]).toEqual({ n: 2 })
    expect(await differences()).toEqual([])
  })

  it('written by another version at work is given up rather than trusted', async () => {
    await leave(`UPDATE "Rollup" SET "fingerprint" = 'newer' WHERE "name" = 'cases_hall'`)
    const { batchId } = await load(
      database(),
      { centre: 'here', target: 'cases' },
      'caseNumber,receivedAt\nZ,2012-09-03 09:00\n',
    )
    const row = (await sql(`SELECT "missing" FROM "Rollup" WHERE "name" = 'cases_hall'`)).rows[0]
    expect(row?.missing).toContain('completed.count')
    await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
  })
})

it('preparing twice changes nothing, and tables that no grain needs go', async () => {
  await sql('CREATE TABLE "tier_of_old" (x int)')
  await prepareRollups(database())
  expect((await sql(`SELECT to_regclass('tier_of_old') AS found`)).rows[0]).toEqual({
    found: 'tier_of_old',
  })
  await sql(`UPDATE "Setting" SET "value" = 'older' WHERE "key" = 'rollups'`)
  await prepareRollups(database())
  expect((await sql(`SELECT to_regclass('tier_of_old') AS found`)).rows[0]).toEqual({ found: null })
  expect(await sourcesAndValue()).toEqual([['rollup_cases_window'], 2])
})

describe('where nothing was counted', () => {
  const zeros = async () =>
    (await sql(`SELECT count(*)::int AS n FROM "rollup_cases_item_day" WHERE "completed.count" = 0`)).rows[0]
      ?.n

  it('a column is null, after a load, a correction and an undo', async () => {
    const file = 'caseNumber,item,receivedAt,acceptedAt,completedAt\n'
    const at = { centre: 'here', target: 'cases' } as const
    await load(database(), at, `${file}N,TEN,2012-10-08 09:00,2012-10-08 10:00,2012-10-09 10:00\n`)
    const moved = await load(
      database(),
      at,
      `${file}N,TEN,2012-10-08 09:00,2012-10-08 10:00,2012-10-10 10:00\n`,
    )
    expect(await zeros()).toBe(0)
    await undoBatch(database(), moved.batchId, { now: testNow, byUser: 'test' })
    expect(await zeros()).toBe(0)
    expect(await differences()).toEqual([])
  })

  it('zeros of an earlier version stay true, and nulls come beside them', async () => {
    const before = await sourcesAndValue()
    await sql(`UPDATE "rollup_cases_item_day" SET "completed.count" = coalesce("completed.count", 0)`)
    await sql(
      `ALTER TABLE "rollup_cases_item_day" ALTER COLUMN "completed.count" SET DEFAULT 0,
        ALTER COLUMN "completed.count" SET NOT NULL`,
    )
    await leave(`UPDATE "Rollup" SET "fingerprint" = 'older'`)
    await sql(`UPDATE "Setting" SET "value" = 'older' WHERE "key" = 'rollups'`)
    await prepareRollups(database())
    expect(await zeros()).toBeGreaterThan(0)
    expect(await unbuilt(database())).toEqual([])
    const { batchId } = await load(
      database(),
      { centre: 'here', target: 'cases' },
      'caseNumber,item,receivedAt\nO,TEN,2012-09-03 09:00\nP,TEN,2012-11-05 09:00\n',
    )
    expect(await differences()).toEqual([])
    await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
    expect(await differences()).toEqual([])
    expect(await sourcesAndValue()).toEqual(before)
  })
})

it("a centre's rollups end where its rows end: the others keep theirs", async () => {
  await loadSmallHall(database(), 'elsewhere')
  const { batchId } = await load(
    database(),
    { centre: 'elsewhere', target: 'cases' },
    'caseNumber,item,receivedAt,acceptedAt,completedAt\nA,TEN,2012-09-03 09:00,' +
      '2012-09-03 09:00,2012-09-05 10:00\n',
  )
  await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
  const left = await sql(
    `SELECT DISTINCT "centreId" FROM (SELECT "centreId" FROM "rollup_cases_item_day"
      UNION ALL SELECT "centreId" FROM "rollup_cases_hall_month" UNION ALL SELECT "centreId"
      FROM "rollup_cases_window_day_bins") AS rows`,
  )
  expect(left.rows).toEqual([{ centreId: here }])
  expect(await differences()).toEqual([])
})
