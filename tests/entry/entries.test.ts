import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { measures, valueOf } from '#measures'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { pushRows } from '../../server/intake/jobs/push.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const centre = 'here'
const chief = viewerIn('windowChief', { units: ['here/U1'] })
const clerk = viewerIn('clerk')
const leader = viewerIn('leader')
const as = async (viewer: Viewer) => createCaller(await testContext(database(), viewer))
const banner = { kind: 'banner', window: 'W1', givenDay: '2013-06-03', summary: '服务热情', giver: '林某' }

async function banners(): Promise<number | null> {
  const answer = await ask(
    { measures: ['banners'], centres: [centre], period: '2013-06' },
    { database: database(), scope: wholeScope, now },
  )
  return valueOf(measures.banners, answer.current.overall)
}

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  await load(
    database(),
    { centre, target: 'staff' },
    'code,name,unit,window,management,validFrom\nS1,林某,U1,W1,0,2012-01-01\n',
  )
})

describe('a row entered by hand', () => {
  it('has the fields of its import, without the number and what follows from a field', async () => {
    const forms = await (await as(chief)).entries.forms({ centre })
    const names = (target: string) =>
      forms.find(form => form.target === target)!.fields.map(field => field.name)
    expect(names('meetings')).toEqual(['kind', 'day', 'duePeople', 'attendedPeople', 'summary'])
    expect(names('attendance')).toEqual(['staff', 'day', 'attended', 'due', 'excused', 'leave', 'reason'])
    expect(names('feedback')).not.toContain('unit')
    // A window is chosen by its name: only files give its code.
    const window = forms
      .find(form => form.target === 'feedback')!
      .fields.find(({ name }) => name === 'window')
    expect(window).toMatchObject({ names: { zh: '窗口' }, inFiles: { zh: '窗口编码' } })
  })

  it('counts only once somebody else has approved it, and stands there with who and when', async () => {
    const { id } = await (await as(chief)).entries.save({ centre, target: 'feedback', values: banner })
    expect(await banners()).not.toBe(1)
    const waiting = await (await as(clerk)).entries.waiting({ centre, state: 'submitted' })
    expect(waiting.entries).toMatchObject([
      { id, state: 'submitted', enteredBy: 'windowChief', enteredAt: '2013-06-30 08:00', own: false },
    ])
    const { batch } = await (await as(clerk)).entries.approve({ centre, id: id! })
    expect(await banners()).toBe(1)
    const done = await (await as(chief)).entries.list({ centre })
    expect(done.entries[0]).toMatchObject({ state: 'approved', decidedBy: 'clerk', batch })
    await expect((await as(clerk)).entries.approve({ centre, id: id! })).rejects.toThrow('entry-not-open')
    await undoBatch(database(), batch, { now, byUser: 'test' })
    expect(await banners()).not.toBe(1)
  })

  it('goes back with a reason, is corrected and comes again', async () => {
    const { id } = await (await as(chief)).entries.save({ centre, target: 'feedback', values: banner })
    await (await as(leader)).entries.sendBack({ centre, id: id!, reason: '日期有误' })
    const mine = await (await as(chief)).entries.list({ centre, state: 'returned' })
    expect(mine.entries[0]).toMatchObject({ id, reason: '日期有误', decidedBy: 'leader' })
    await (
      await as(chief)
    ).entries.save({
      centre,
      id: id!,
      target: 'feedback',
      values: { ...banner, givenDay: '2013-06-04' },
    })
    expect((await (await as(clerk)).entries.waiting({ centre, state: 'submitted' })).total).toBe(1)
    await (await as(chief)).entries.remove({ centre, id: id! })
    expect((await (await as(clerk)).entries.waiting({ centre, state: 'submitted' })).total).toBe(0)
  })

  it('is not approved by who entered it', async () => {
    const { id } = await (await as(clerk)).entries.save({ centre, target: 'feedback', values: banner })
    await expect((await as(clerk)).entries.approve({ centre, id: id! })).rejects.toThrow('entry-own')
    await (await as(clerk)).entries.remove({ centre, id: id! })
  })

  it('says at which field it cannot be read', async () => {
    const save = async (values: Record<string, string>) =>
      (await as(clerk)).entries.save({ centre, target: 'feedback', values })
    expect((await save({ ...banner, window: 'W99' })).problem).toMatchObject({
      field: 'window',
      words: { zh: '在目录中找不到' },
    })
    expect((await save({ ...banner, givenDay: '' })).problem?.field).toBe('givenDay')
    expect((await save({ ...banner, repliedDay: '2013-06-01' })).problem?.field).toBe('repliedDay')
    expect((await (await as(clerk)).entries.list({ centre, state: 'submitted' })).total).toBe(0)
  })

  it('asks about a number far from the usual before it is kept', async () => {
    const days = Array.from(
      { length: 12 },
      (_, index) => `E${index},banking,W1,${40 + index},2013-05-${index + 10}`,
    )
    await load(
      database(),
      { centre, target: 'serviceEvents' },
      `eventCode,kind,window,people,day\n${days.join('\n')}\n`,
    )
    const values = { kind: 'banking', window: 'W1', people: '900', day: '2013-06-03' }
    const caller = await as(chief)
    const asked = await caller.entries.save({ centre, target: 'serviceEvents', values })
    expect(asked).toMatchObject({ id: null, unusual: [{ field: 'people' }] })
    expect(asked.unusual[0]!.words.zh).toBe('平时为 40–51，确认 900？')
    const kept = await caller.entries.save({ centre, target: 'serviceEvents', values, confirmed: true })
    const [entry] = (await (await as(clerk)).entries.waiting({ centre, state: 'submitted' })).entries
    expect(entry).toMatchObject({ id: kept.id, unusual: ['people'] })
    await caller.entries.remove({ centre, id: kept.id! })
  })
})

describe('rows of others', () => {
  it('are neither entered, seen nor taken back by a chief of another unit', async () => {
    const other = viewerIn('windowChief', { units: ['here/U2'] })
    await expect(
      (await as(other)).entries.save({ centre, target: 'feedback', values: banner }),
    ).rejects.toThrow('out-of-scope')
    const { id } = await (await as(chief)).entries.save({ centre, target: 'feedback', values: banner })
    expect((await (await as(other)).entries.list({ centre })).total).toBe(0)
    await expect((await as(other)).entries.remove({ centre, id: id! })).rejects.toThrow('entry-not-found')
    await (await as(chief)).entries.remove({ centre, id: id! })
  })

  it('show a person only to those who may know the person', async () => {
    const values = { staff: 'S1', day: '2013-06-03', attended: '2', due: '2', excused: '0', reason: '' }
    const { id } = await (await as(chief)).entries.save({ centre, target: 'attendance', values })
    const seen = async (viewer: Viewer) =>
      (await (await as(viewer)).entries.waiting({ centre, state: 'submitted' })).entries[0]!.values
    expect(await seen(leader)).not.toHaveProperty('staff')
    expect(await seen(clerk)).not.toHaveProperty('staff')
    expect((await (await as(chief)).entries.list({ centre })).entries[0]!.values.staff).toBe('S1')
    await (await as(chief)).entries.remove({ centre, id: id! })
  })
})

describe('a locked month', () => {
  const refusal = { name: 'period-locked' }

  it('refuses form, approval, import, push and undo, and is open again once unlocked', async () => {
    const loaded = await load(
      database(),
      { centre, target: 'feedback' },
      'feedbackCode,kind,window,givenDay\nM1,letter,W1,2013-04-08\n',
    )
    const late = { ...banner, givenDay: '2013-04-09' }
    const waiting = await (await as(chief)).entries.save({ centre, target: 'feedback', values: late })
    const caller = await as(leader)
    const { id } = await caller.periods.lock({
      centre,
      fact: 'feedback',
      from: '2013-04-01',
      to: '2013-04-30',
      reason: '四月已结算',
    })
    await expect(
      (await as(chief)).entries.save({ centre, target: 'feedback', values: late }),
    ).rejects.toThrow('period-locked')
    await expect((await as(clerk)).entries.approve({ centre, id: waiting.id! })).rejects.toThrow(
      'period-locked',
    )
    const more = 'feedbackCode,kind,window,givenDay\nM2,letter,W1,2013-04-10\n'
    await expect(load(database(), { centre, target: 'feedback' }, more)).rejects.toMatchObject(refusal)
    // A correction that takes a record out of the month is refused as well.
    const moved = 'feedbackCode,kind,window,givenDay\nM1,letter,W1,2013-05-08\n'
    await expect(load(database(), { centre, target: 'feedback' }, moved)).rejects.toMatchObject(refusal)
    const at = await centresOf(database()).find(centre)
    const token = await addSystem(database(), at, {
      name: 'pusher',
      may: ['push'],
      targets: ['feedback'],
      days: 1,
      createdBy: 'test',
      now,
    })
    const body = { rows: [{ feedbackCode: 'M3', kind: 'letter', window: 'W1', givenDay: '2013-04-11' }] }
    const push = { centre, target: 'feedback', token, key: 'k1', body, now, limits: defaultLimits }
    await expect(pushRows(database(), push)).rejects.toMatchObject(refusal)
    const undo = { now, byUser: 'test' }
    await expect(undoBatch(database(), loaded.batchId, undo)).rejects.toMatchObject(refusal)
    // Other months and other facts are open.
    await load(
      database(),
      { centre, target: 'feedback' },
      'feedbackCode,kind,window,givenDay\nM4,letter,W1,2013-05-02\n',
    )
    await caller.periods.unlock({ centre, id, reason: '补报' })
    await undoBatch(database(), loaded.batchId, undo)
    const { locks } = await caller.periods.list({ centre })
    expect(locks[0]).toMatchObject({ reason: '四月已结算', unlockedBy: 'leader', unlockWhy: '补报' })
    await expect(caller.periods.unlock({ centre, id, reason: 'x' })).rejects.toThrow('lock-not-open')
    const log = await database().prisma.auditEntry.findMany({ orderBy: { number: 'asc' } })
    expect(log.map(entry => entry.action)).toEqual(
      expect.arrayContaining(['period-locked', 'period-unlocked']),
    )
  })
})
