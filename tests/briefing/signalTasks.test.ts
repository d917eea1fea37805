import type { News } from '../../server/briefing/notices.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { tellPeople } from '../../server/briefing/schedule.ts'
import {
  dismissSignal,
  followSignals,
  reopenSignal,
  signalTasks,
  takeSignal,
} from '../../server/briefing/signalTasks.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { Daily } from '../../server/operations/daily.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'

const database = useDatabase('launch')
const logger = pino({ level: 'silent' })
const centre = async () => centresOf(database()).find('pinghe')
const day = (index: number): string => textOfDay(15_645 + index)
const by = { name: 'li', shownName: '李主任' }

const behind: News = { kind: 'target', subject: 'target x', link: '/', words: { zh: '落后', en: 'behind' } }
const morning = async (index: number, news: News[]): Promise<string[]> =>
  (
    await followSignals(
      database(),
      { centre: await centre(), day: day(index), now: new Date(`${day(index)}T01:00:00Z`) },
      news,
    )
  ).map(({ words }) => words.zh)
const taskOf = async (subject: string, index: number) =>
  (await signalTasks(database(), { centreId: (await centre()).id, day: day(index) })).find(
    task => task.subject === subject && task.state !== 'stable',
  )
const audited = async (subject: string): Promise<string[]> =>
  (
    await database().pool.query<{ action: string }>(
      'SELECT "action" FROM "AuditEntry" WHERE "subject" = $1 ORDER BY "number"',
      [subject],
    )
  ).rows.map(({ action }) => action)

describe('a signal that nobody sees to', () => {
  it('is told once and reminded of after 7 and 21 days, however long it stays', async () => {
    const told: [number, string][] = []
    for (let index = 0; index < 30; index++)
      for (const text of await morning(index, [behind])) told.push([index, text])
    expect(told.map(([index]) => index)).toEqual([0, 7, 21])
    expect(told[1]![1]).toMatch(/^第1次提醒（尚未指定负责人，应于\d+月\d+日前处理）：落后$/)
    expect(await audited('target x')).toEqual(['signal-opened', 'signal-reminded', 'signal-reminded'])
    expect(await taskOf('target x', 29)).toMatchObject({ state: 'open', reminders: 2, isOverdue: true })
  })

  it('is over when it was not found for three mornings, and a new one when it comes back', async () => {
    const followed = { ...behind, subject: 'target y' }
    expect(await morning(0, [followed])).toHaveLength(1)
    expect(await morning(1, [])).toEqual([])
    expect((await taskOf('target y', 1))!.state).toBe('open')
    await morning(2, [])
    await morning(3, [])
    expect(await taskOf('target y', 3)).toBeUndefined()
    expect(await audited('target y')).toEqual(['signal-opened', 'signal-stable'])
    expect(await morning(9, [followed])).toHaveLength(1)
  })
})

describe('a signal that somebody handles', () => {
  it('has an owner and a due day, and is reminded of after that day alone', async () => {
    const followed = { ...behind, subject: 'target z' }
    await morning(0, [followed])
    const task = (await taskOf('target z', 0))!
    const { id: centreId } = await centre()
    await takeSignal(database(), centreId, {
      id: task.id,
      by,
      now: new Date(),
      dueOn: day(12),
      reason: '约谈窗口',
    })
    expect(await taskOf('target z', 1)).toMatchObject({
      state: 'acknowledged',
      owner: '李主任',
      reason: '约谈窗口',
    })
    const told: number[] = []
    for (let index = 1; index < 25; index++)
      if ((await morning(index, [followed])).length > 0) told.push(index)
    expect(told).toEqual([13, 21])
  })

  it('stays quiet once dismissed with a reason, until it was over and came back', async () => {
    const followed = { ...behind, subject: 'target d' }
    await morning(0, [followed])
    const { id: centreId } = await centre()
    const { id } = (await taskOf('target d', 0))!
    await dismissSignal(database(), centreId, { id, by, now: new Date(), reason: '已核实，系统割接' })
    for (let index = 1; index < 25; index++) expect(await morning(index, [followed])).toEqual([])
    for (let index = 25; index < 29; index++) await morning(index, [])
    expect(await morning(30, [followed])).toEqual(['落后'])
    const back = (await taskOf('target d', 30))!
    expect(back).toMatchObject({ state: 'open', reason: null })
    await dismissSignal(database(), centreId, { id: back.id, by, now: new Date(), reason: '误报' })
    await reopenSignal(database(), centreId, { id: back.id, by, now: new Date() })
    expect(await taskOf('target d', 30)).toMatchObject({ state: 'open', owner: null })
    await expect(reopenSignal(database(), centreId, { id, by, now: new Date() })).rejects.toThrow('not-found')
  })
})

describe('the list of signals', () => {
  it('keeps an open signal however many later ones are dismissed', async () => {
    await morning(0, [{ ...behind, subject: 'target old' }])
    const { id: centreId } = await centre()
    const at = new Date(day(1))
    await database().prisma.signalTask.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        ...{ centreId, kind: 'target', subject: `target dismissed ${index}`, state: 'dismissed' as const },
        ...{ zh: '落后', en: 'behind', link: '/', openedOn: at, seenOn: at, dueOn: at, toldOn: at },
      })),
    })
    const listed = await signalTasks(database(), { centreId, day: day(1) })
    expect(listed).toHaveLength(60)
    expect(listed.map(({ subject }) => subject)).toContain('target old')
    await database().prisma.signalTask.deleteMany({ where: { subject: { startsWith: 'target dismissed' } } })
  })
})

describe('thirty mornings at the centre’s own time', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone
  })

  it.each(['UTC', 'America/Los_Angeles'])('on a machine whose zone is %s', async machine => {
    process.env.TZ = machine
    const dataFolder = mkdtempSync(join(tmpdir(), 'bw-mornings-'))
    if (machine === 'UTC') {
      await load(
        database(),
        { centre: 'pinghe', target: 'targets' },
        'measure,value,validFrom,validTo\nsavings,99000000,2012-08-08,2012-12-31\n',
      )
    }
    let now = new Date('2012-11-01T00:00:00Z')
    const looked: string[] = []
    const daily = new Daily({
      database: database(),
      dataFolder,
      clock: () => now,
      logger,
      settings: { backupAt: null, briefingsAt: 390, backupsKept: 1, quarantineDays: 180 },
      backupKeys: {} as never,
      deliver: async () => undefined,
      tell: async centres => {
        looked.push(now.toISOString())
        if (machine === 'UTC')
          await tellPeople(database(), centres, { now, logger, mail: null, address: null })
      },
    })
    for (let index = 0; index < 30; index++) {
      // 06:29, 06:30 and noon in Shanghai.
      for (const time of ['22:29', '22:30', '28:00']) {
        const [hours = 0, minutes = 0] = time.split(':').map(Number)
        now = new Date(Date.UTC(2012, 10, 1 + index, hours, minutes))
        await daily.look()
      }
    }
    await daily.stop()
    rmSync(dataFolder, { recursive: true, force: true })
    const mornings = looked.filter(at => at >= '2012-11-01T22')
    expect(new Set(mornings.map(at => at.slice(11, 16)))).toEqual(new Set(['22:30']))
    expect(mornings).toHaveLength(30)
    if (machine === 'UTC') {
      const notices = await database().prisma.notice.findMany({ where: { subject: 'target savings' } })
      expect(notices.length).toBeGreaterThan(0)
      expect(notices.length).toBeLessThanOrEqual(3)
      expect((await audited('target savings'))[0]).toBe('signal-opened')
    }
  })
})
