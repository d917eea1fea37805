import { beforeAll, describe, expect, it } from 'vitest'
import { measures, valueOf } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { setDay } from '../../server/centres/settings.ts'
import { recomputeCases, recomputeTrades } from '../../server/intake/batch/recompute.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { raiseDataVersion } from '../../server/storage/dataVersion.ts'
import { useDatabase } from '../support/database.ts'
import { sixCases, tradeCycles } from '../support/exampleRows.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const here = async () => centresOf(database()).find('here')
const verdicts = async () =>
  Object.fromEntries(
    (
      await database().pool.query<{ caseNumber: string; committedVerdict: string | null }>(
        'SELECT "caseNumber", "committedVerdict" FROM "Case" ORDER BY "caseNumber"',
      )
    ).rows.map(row => [row.caseNumber, row.committedVerdict]),
  )
const overdue = async () =>
  valueOf(
    measures.overdueRate,
    (
      await ask(
        { measures: ['overdueRate'], centres: ['here'], period: '2012-09' },
        { database: database(), scope: wholeScope, now: testNow },
      )
    ).current.overall,
  )

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(database(), { centre: 'here', target: 'cases' }, sixCases.trim())
})

describe('a typhoon closes the hall on 5 September', () => {
  const before = { A: 'onTime', B: 'overdue', C: 'early', D: 'onTime', E: 'overdue', F: null }
  // Six working days after the 3rd now end on the 12th: D is a day early, E just in time. C stays
  // early, with a later due day.
  const after = { ...before, D: 'early', E: 'onTime' }

  it('is foretold: how many cases and how many verdicts would change', async () => {
    expect(await verdicts()).toEqual(before)
    const { id } = await here()
    await database().prisma.calendarOverride.create({
      data: { centreId: id, day: new Date('2012-09-05'), working: false, reason: '台风' },
    })
    await raiseDataVersion(database().pool, id)
    expect(
      await recomputeCases(database(), { centre: await here(), now: testNow, byUser: 'test', dryRun: true }),
    ).toEqual({ batchId: null, cases: 6, changed: 3, changedVerdicts: 2 })
    expect(await verdicts()).toEqual(before)
  })

  it('changes verdicts and figures in one batch, once', async () => {
    expect(await overdue()).toBe(0.4)
    const done = await recomputeCases(database(), { centre: await here(), now: testNow, byUser: 'test' })
    expect(done).toMatchObject({ changed: 3, changedVerdicts: 2 })
    expect(await verdicts()).toEqual(after)
    expect(await overdue()).toBe(0.2)
    expect((await verifyCentre(database(), await here())).differences).toEqual([])
    expect(await recomputeCases(database(), { centre: await here(), now: testNow, byUser: 'test' })).toEqual({
      batchId: null,
      cases: 6,
      changed: 0,
      changedVerdicts: 0,
    })
    await undoBatch(database(), done.batchId ?? 0, { now: testNow, byUser: 'test' })
    expect(await verdicts()).toEqual(before)
    expect(await overdue()).toBe(0.4)
  })

  it('takes a working day from the trades that ran over it, and gives it back when undone', async () => {
    const cycles = async () =>
      (await database().prisma.trade.findMany({ orderBy: { tradeCode: 'asc' } })).map(
        trade => trade.cycleDays,
      )
    const median = async () =>
      valueOf(
        measures.medianTradeCycle,
        (
          await ask(
            { measures: ['medianTradeCycle'], centres: ['here'], period: '2012-09' },
            { database: database(), scope: wholeScope, now: testNow },
          )
        ).current.overall,
      )
    await load(database(), { centre: 'here', target: 'trades' }, tradeCycles.trim())
    expect(await cycles()).toEqual([3, 4, 9, null])
    await setDay(database(), await here(), { day: '2012-09-05', working: null, reason: '' })
    expect(
      await recomputeTrades(database(), { centre: await here(), now: testNow, byUser: 'test', dryRun: true }),
    ).toEqual({ batchId: null, trades: 4, changed: 3 })
    const done = await recomputeTrades(database(), { centre: await here(), now: testNow, byUser: 'test' })
    expect(done).toMatchObject({ trades: 4, changed: 3 })
    expect([await cycles(), await median()]).toEqual([[4, 5, 10, null], 5])
    expect(await recomputeTrades(database(), { centre: await here(), now: testNow, byUser: 'test' })).toEqual(
      { batchId: null, trades: 4, changed: 0 },
    )
    await undoBatch(database(), done.batchId ?? 0, { now: testNow, byUser: 'test' })
    expect([await cycles(), await median()]).toEqual([[3, 4, 9, null], 4])
  })
})
