import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { newsOf } from '../../server/briefing/alerts.ts'
import { notify } from '../../server/briefing/notices.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const centre = 'here'
const chief = viewerIn('windowChief', { units: ['here/U1', 'here/U2'] })
const clerk = viewerIn('clerk')
const leader = viewerIn('leader')
/** Noon of Friday 28 June 2013, by the hall's clock. */
const friday = '2013-06-28T04:00:00Z'
const as = async (viewer: Viewer, at = friday) =>
  createCaller(await testContext(database(), viewer, { clock: () => new Date(at) }))

async function report(window: string, day: string, at: string): Promise<number> {
  const values = { window, day, received: '3', completed: '0', note: '' }
  const caller = await as(chief, at)
  const { id, problem } = await caller.entries.save({ centre, target: 'dailyReports', values })
  expect(problem).toBeNull()
  return id ?? 0
}

const daily = async (viewer: Viewer) => {
  const { standings } = await (await as(viewer)).reporting.standing({ centre })
  return standings.find(({ duty }) => duty.target === 'dailyReports')
}

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  const days = ['24', '25', '26', '27']
  const lines = days.flatMap(day =>
    ['A', 'B'].map(letter => `${letter}${day},NOW,2013-06-${day} 09:00,2013-06-${day} 09:00,`),
  )
  const csv = `caseNumber,item,receivedAt,acceptedAt,completedAt\n${lines.join('\n')}\n`
  await load(database(), { centre, target: 'cases', now: new Date(friday) }, csv)
})

describe('what is to be reported each working day', () => {
  it('has come in time, late, back, or not at all', async () => {
    await report('W1', '2013-06-26', '2013-06-27T02:00:00Z')
    await report('W2', '2013-06-25', friday)
    const returned = await report('W3', '2013-06-26', '2013-06-27T02:00:00Z')
    await (await as(clerk)).entries.sendBack({ centre, id: returned, reason: '请核对' })
    const found = await daily(leader)
    const stateOf = (code: string, day: string) => {
      const place = found!.periods.findIndex(({ to }) => to === day)
      return found!.reporters.find(reporter => reporter.code === code)!.reports[place]
    }
    expect(stateOf('W1', '2013-06-26')).toMatchObject({
      state: 'inTime',
      cameOn: '2013-06-27',
      waiting: true,
    })
    expect(stateOf('W2', '2013-06-25')).toMatchObject({ state: 'late', cameOn: '2013-06-28' })
    expect(stateOf('W3', '2013-06-26')?.state).toBe('returned')
    expect(stateOf('W2', '2013-06-26')?.state).toBe('missing')
    // Thursday's reports may come until the end of Friday.
    expect(stateOf('W1', '2013-06-27')?.state).toBe('toCome')
    expect(found!.due).toMatchObject({ period: { to: '2013-06-26', dueBy: '2013-06-27' }, came: 1 })
    expect(found!.due!.missing.map(({ code }) => code)).toEqual(['W2', 'W3'])
    // What is owed longest stands last; a period that may still be reported in time is not owed.
    const owed = found!.unreported.map(({ code, day }) => `${code} ${day}`)
    expect(owed.slice(0, 3)).toEqual(['W3 2013-06-26', 'W2 2013-06-26', 'W3 2013-06-25'])
    expect(owed).not.toContain('W2 2013-06-25')
    expect(owed.filter(text => text.endsWith('2013-06-27'))).toEqual([])
    const values = { window: 'W3', day: '2013-06-26', received: '2', completed: '0' }
    await (await as(chief)).entries.save({ centre, id: returned, target: 'dailyReports', values })
    const again = (await daily(leader))!.reporters.find(reporter => reporter.code === 'W3')!.reports
    expect(again.some(({ state, resent }) => state === 'late' && resent)).toBe(true)
  })

  it('is seen by a chief for their own windows', async () => {
    const own = await daily(viewerIn('windowChief', { units: ['here/U1'] }))
    expect(own!.reporters.map(({ code }) => code)).toEqual(['W1'])
  })

  it('is told once a day', async () => {
    const at = await centresOf(database()).find(centre)
    const now = new Date(friday)
    const news = await newsOf(at, { database: database(), scope: leaderScope, now })
    const told = news.find(({ kind }) => kind === 'reports')!
    expect(told.words.zh).toContain('日报（6月26日）1份')
    const tell = async (words = told.words) =>
      notify(database(), { ...told, words }, { centreId: at.id, day: '2013-06-28', now })
    expect(await tell()).toBe(true)
    expect(await tell({ zh: '另一句', en: 'another' })).toBe(false)
  })

  it('follows what the centre has decided, which stands in the audit log', async () => {
    const duties = [{ target: 'dailyReports', by: 'window', rhythm: 'daily', within: 3 } as const]
    await expect((await as(chief)).reporting.setDuties({ centre, duties })).rejects.toThrow('not-permitted')
    await (await as(leader)).reporting.setDuties({ centre, duties })
    const { standings, setBy } = await (await as(leader)).reporting.standing({ centre })
    expect(setBy).toBe('leader')
    expect(standings).toHaveLength(1)
    // 24 June plus three working days.
    expect(standings[0]!.due!.period).toMatchObject({ to: '2013-06-24', dueBy: '2013-06-27' })
    const log = await database().prisma.auditEntry.findMany({ where: { action: 'reporting-duties-set' } })
    expect(log).toHaveLength(1)
  })
})

describe('a daily report', () => {
  it('is held against the cases of its day once it is approved', async () => {
    const difference = async () => (await as(leader)).reporting.differences({ centre })
    expect((await difference()).compared).toBe(0)
    const waiting = await (await as(clerk)).entries.waiting({ centre, state: 'submitted' })
    const entry = waiting.entries.find(({ values }) => values.window === 'W1')!
    const { batch } = await (await as(clerk)).entries.approve({ centre, id: entry.id })
    expect(await difference()).toMatchObject({
      compared: 1,
      differences: [{ day: '2013-06-26', window: { code: 'W1' }, of: 'received', reported: 3, recorded: 2 }],
    })
    await undoBatch(database(), batch, { now: new Date(friday), byUser: 'test' })
    expect((await difference()).compared).toBe(0)
  })
})

describe('a sheet', () => {
  const row = (day: string, received: string) => ({ values: { window: 'W1', day, received, completed: '0' } })

  it('submits the rows that are in order and says what is wrong with the others', async () => {
    const rows = [row('2013-06-24', '2'), row('2013-13-01', '2'), row('2013-06-25', '2')]
    const saved = await (await as(chief)).entries.saveMany({ centre, target: 'dailyReports', rows })
    expect(saved.map(({ id }) => id !== null)).toEqual([true, false, true])
    expect(saved[1]!.problem).toMatchObject({ field: 'day' })
  })

  it('is approved as a list, where one refused row does not hold up the others', async () => {
    const caller = await as(clerk)
    const { entries } = await caller.entries.waiting({ centre, state: 'submitted', limit: 100 })
    const ids = entries.filter(({ values }) => values.window === 'W1').map(({ id }) => id)
    const results = await caller.entries.approveMany({ centre, ids: [...ids, 999_999] })
    expect(results.filter(({ error }) => error === null)).toHaveLength(ids.length)
    expect(results.at(-1)?.error?.zh).toContain('999999')
  })
})
