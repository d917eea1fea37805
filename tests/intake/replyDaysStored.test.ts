import { beforeAll, describe, expect, it } from 'vitest'
import { migrationNames, migrationSql } from '../../prisma/migrate.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const centre = 'reply-days'
const head = 'feedbackCode,kind,givenDay,repliedDay'
const from = async (csv: string) => load(database(), { centre, target: 'feedback' }, `${head}\n${csv}`)

interface Stored {
  feedbackCode: string
  replyDays: number | null
  replyBin: number | null
}

/** The stored days and bins, and those of former states. */
async function stored(): Promise<{ now: Stored[]; former: Stored[] }> {
  const now = await database().pool.query<Stored>(
    'SELECT "feedbackCode", "replyDays", "replyBin" FROM "Feedback" ORDER BY 1',
  )
  const former = await database().pool.query<Stored>(
    `SELECT "before"->>'feedbackCode' AS "feedbackCode", ("before"->>'replyDays')::int AS "replyDays",
      ("before"->>'replyBin')::int AS "replyBin" FROM "FactChange" WHERE "fact" = 'feedback' ORDER BY 1`,
  )
  return { now: now.rows, former: former.rows }
}

const differences = async () =>
  (await verifyCentre(database(), await centresOf(database()).find(centre))).differences

/** Messages answered on the same day, after 1, 2, 3, 30, 365 and 1,161 days, and one that waits. */
const messages = [
  '2010-01-04',
  '2010-01-05',
  '2010-01-06',
  '2010-01-07',
  '2010-02-03',
  '2011-01-04',
  '2013-03-10',
  '',
]

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  await from(messages.map((day, at) => `M${at},complaint,2010-01-04,${day}`).join('\n'))
})

describe('the days to reply that are stored', () => {
  it('follow a correction, and go back when it is undone', async () => {
    const before = await stored()
    expect(before.now.map(row => row.replyDays)).toEqual([0, 1, 2, 3, 30, 365, 1161, null])
    expect(before.now.map(row => row.replyBin)).toEqual([0, 1, 18, 29, 87, 151, 180, null])
    const { batchId } = await from('M1,complaint,2010-01-04,2010-01-11\nM7,complaint,2010-01-04,2010-01-05')
    const corrected = await stored()
    expect(corrected.now.map(row => row.replyDays)).toEqual([0, 7, 2, 3, 30, 365, 1161, 1])
    expect(corrected.former.map(row => row.replyDays)).toEqual([1, null])
    expect(await differences()).toEqual([])
    await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
    expect((await stored()).now).toEqual(before.now)
  })

  it('are filled in by the migration as the intake computes them, former states among them', async () => {
    const { batchId } = await from('M4,complaint,2010-01-04,2010-01-04\nM0,complaint,2010-01-04,2010-01-29')
    const derived = await stored()
    await database().pool.query(`UPDATE "Feedback" SET "replyDays" = NULL, "replyBin" = NULL`)
    await database().pool.query(`UPDATE "FactChange" SET "before" = "before" - 'replyDays' - 'replyBin'`)
    expect(await stored()).not.toEqual(derived)
    const name = (await migrationNames()).find(name => name.endsWith('reply_days')) ?? ''
    const statements = (await migrationSql(name)).replaceAll(/^--.*$/gm, '').split(';')
    for (const statement of statements.filter(statement => statement.trim().startsWith('UPDATE')))
      await database().pool.query(statement)
    expect(await stored()).toEqual(derived)
    expect(await differences()).toEqual([])
    await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
    expect(await differences()).toEqual([])
  })
})
