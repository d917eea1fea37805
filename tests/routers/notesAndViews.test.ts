import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const leader = viewerIn('leader')
const clerk = viewerIn('clerk')
const chief = viewerIn('windowChief', { centres: ['hall'], windows: ['hall/W1'] })
const as = async (viewer: Viewer) => createCaller(await testContext(database(), viewer))
const year = { centre: 'hall', from: '2012-01-01', to: '2012-12-31' }

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
})

describe('notes', () => {
  it('are seen by those whom they concern, in order of day', async () => {
    await (await as(leader)).notes.add({ centre: 'hall', day: '2012-09-29', text: '调休，全天开放' })
    await (await as(clerk)).notes.add({ centre: 'hall', day: '2012-09-10', window: 'W2', text: '系统升级' })
    await (await as(chief)).notes.add({ centre: 'hall', day: '2012-09-03', window: 'W1', text: '新设备到位' })
    const seen = async (viewer: Viewer): Promise<unknown> =>
      (await (await as(viewer)).notes.list(year)).map(({ text, window, own }) => [text, window, own])
    expect(await seen(leader)).toEqual([
      ['新设备到位', 'W1', false],
      ['系统升级', 'W2', false],
      ['调休，全天开放', null, true],
    ])
    expect(await seen(chief)).toEqual([
      ['新设备到位', 'W1', true],
      ['调休，全天开放', null, false],
    ])
  })

  it("are written about one's own windows alone, and removed by their author alone", async () => {
    const { notes } = await as(chief)
    await expect(notes.add({ centre: 'hall', day: '2012-09-03', window: 'W2', text: 'x' })).rejects.toThrow(
      'out-of-scope',
    )
    await expect(notes.add({ centre: 'hall', day: '2012-09-03', text: 'x' })).rejects.toThrow('out-of-scope')
    await expect(notes.add({ centre: 'hall', day: '2012-09-03', window: 'W9', text: 'x' })).rejects.toThrow(
      'unknown-member',
    )
    const [first] = await notes.list(year)
    await expect((await as(leader)).notes.remove({ centre: 'hall', id: first!.id })).rejects.toThrow(
      'not-found',
    )
    await notes.remove({ centre: 'hall', id: first!.id })
    expect((await notes.list(year)).map(note => note.text)).toEqual(['调休，全天开放'])
  })

  it('about the whole hall stand in the regular issue of their period', async () => {
    const { briefings } = await as(clerk)
    const textOf = async (period: string): Promise<string> => {
      const { id } = await briefings.begin({
        centre: 'hall',
        template: 'month',
        period,
        comparison: 'none',
        language: 'zh',
      })
      return JSON.stringify((await briefings.show({ centre: 'hall', id })).document.blocks)
    }
    const september = await textOf('2012-09')
    expect(september).toContain('2012年9月29日：调休，全天开放。')
    expect(september).not.toContain('系统升级')
    expect(await textOf('2012-10')).not.toContain('备注')
  })

  it('stand in the audit log', async () => {
    const entries = await database().prisma.auditEntry.findMany({
      where: { action: { in: ['note-added', 'note-removed'] } },
      orderBy: { at: 'asc' },
    })
    expect(entries.filter(entry => entry.action === 'note-added' && entry.outcome === 'done')).toHaveLength(3)
    expect(entries.filter(entry => entry.action === 'note-removed' && entry.outcome === 'done')).toHaveLength(
      1,
    )
  })
})

describe('named views', () => {
  it('belong to who saved them and are shared with roles; the same name is replaced', async () => {
    const { views } = await as(leader)
    await views.save({ centre: 'hall', name: '晨会', link: '/?period=lastMonth', roles: ['clerk'] })
    await views.save({ centre: 'hall', name: '晨会', link: '/windows?period=lastMonth', roles: ['clerk'] })
    await views.save({ centre: 'hall', name: '私用', link: '/items', roles: [] })
    expect((await views.list({ centre: 'hall' })).map(({ name, link, own }) => [name, link, own])).toEqual([
      ['晨会', '/windows?period=lastMonth', true],
      ['私用', '/items', true],
    ])
    const shared = await (await as(clerk)).views.list({ centre: 'hall' })
    expect(shared.map(({ name, own }) => [name, own])).toEqual([['晨会', false]])
    await expect((await as(clerk)).views.remove({ centre: 'hall', id: shared[0]!.id })).rejects.toThrow(
      'not-found',
    )
  })

  it('lead nowhere but into the product', async () => {
    const { views } = await as(leader)
    for (const link of [
      '//elsewhere.example',
      'https://elsewhere.example',
      'javascript:alert(1)',
      '/\\elsewhere',
    ])
      await expect(views.save({ centre: 'hall', name: 'x', link, roles: [] }), link).rejects.toThrow(
        'bad-question',
      )
  })
})

describe('a target', () => {
  it('is set like a list of one: in force at once, corrected by the next, dates checked', async () => {
    const { centres } = await as(leader)
    const target = {
      centre: 'hall',
      measure: 'onTimeRate' as const,
      value: '98.5',
      validFrom: '2012-01-01',
      validTo: '2012-12-31',
    }
    await centres.setTarget(target)
    await centres.setTarget({ ...target, value: '99' })
    await centres.setTarget({ ...target, window: 'W1', value: '95' })
    expect(
      (await centres.targets({ centre: 'hall', from: '2012-06-01', to: '2012-06-30' })).map(
        ({ value, window }) => [value, window],
      ),
    ).toEqual([
      [0.99, null],
      [0.95, 'W1'],
    ])
    const batches = await database().prisma.importBatch.count()
    await expect(centres.setTarget({ ...target, validFrom: '2013-01-01' })).rejects.toThrow('bad-question')
    expect(await database().prisma.importBatch.count()).toBe(batches)
    await expect((await as(chief)).centres.setTarget(target)).rejects.toThrow('not-permitted')
  })
})
