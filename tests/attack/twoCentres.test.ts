import type { AccountRows } from '../../server/access/viewer.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureOf, measures, unpackAnswer } from '#measures'
import { migrationSql } from '../../prisma/migrate.ts'
import { rowsOf } from '../../server/access/viewer.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load } from '../support/load.ts'

// Two centres with a unit AJ and a window AJ each: what is seen of one says nothing about the other.

const database = useDatabase('empty')

beforeAll(async () => {
  for (const [centre, cases] of [
    ['east', 3],
    ['west', 5],
  ] as const) {
    await addCentre(database(), centre)
    const files = {
      units: 'code,name,validFrom\nAJ,安监局,2012-01-01\nGS,工商局,2012-01-01\n',
      windows: 'code,name,unit,validFrom\nAJ,安监窗口,AJ,2012-01-01\nGS,工商窗口,GS,2012-01-01\n',
      staff: `code,name,unit,window,management,validFrom\nS1,${centre}某,AJ,AJ,0,2012-01-01\n`,
      cases: [
        'caseNumber,unit,window,receivedAt,acceptedAt',
        ...Array.from(
          { length: cases },
          (_, place) => `${centre}-${place},AJ,AJ,2012-09-03 09:00,2012-09-03 09:00`,
        ),
        `${centre}-GS,GS,GS,2012-09-04 09:00,2012-09-04 09:00`,
      ].join('\n'),
      targets: 'measure,value,unit,validFrom,validTo\nonTimeRate,99,AJ,2012-01-01,2012-12-31\n',
    }
    for (const target of ['units', 'windows', 'staff', 'cases', 'targets'] as const)
      expect((await load(database(), { centre, target }, files[target])).problems).toEqual([])
  }
})

const chiefOf = (rows: Partial<AccountRows>) =>
  viewerIn('windowChief', { centres: ['east', 'west'], ...rows })
const callerOf = async (rows: Partial<AccountRows>) =>
  createCaller(await testContext(database(), chiefOf(rows)))

/** The cases that a chief is told of, by asking for some centres. */
async function countedBy(rows: Partial<AccountRows>, centres: string[], groupBy: string[] = []) {
  const caller = await callerOf(rows)
  const answer = unpackAnswer(
    await caller.measures.ask({ measures: ['casesReceived'], centres, period: '2012', groupBy }),
  )
  const listed = await caller.measures.rows({ measure: 'casesReceived', centres, period: '2012' })
  const figure = figureOf(measures.casesReceived, answer.current.overall)
  expect(listed.total).toBe(figure.value)
  return { value: figure.value, members: answer.members[0]?.map(({ code }) => code) ?? [] }
}

describe.each(['units', 'windows'] as const)('the %s AJ of one centre', kind => {
  const east = { [kind]: ['east/AJ'] }

  it('opens its own rows alone', async () => {
    expect((await countedBy(east, ['east'])).value).toBe(3)
    await expect(countedBy(east, ['west'])).rejects.toThrow('out-of-scope')
    await expect(countedBy(east, ['east', 'west'])).rejects.toThrow('out-of-scope')
  })

  it('opens no list, no name, no goal and no freshness of the other', async () => {
    const caller = await callerOf(east)
    const west = { centre: 'west', period: '2012' }
    await expect(caller.measures.due({ centre: 'west' })).rejects.toThrow('out-of-scope')
    await expect(caller.measures.joint(west)).rejects.toThrow('out-of-scope')
    await expect(caller.centres.members({ centres: ['west'], dimension: 'unit' })).rejects.toThrow(
      'out-of-scope',
    )
    await expect(
      caller.centres.targets({ centre: 'west', from: '2012-01-01', to: '2012-12-31' }),
    ).rejects.toThrow('out-of-scope')
    await expect(caller.centres.freshness({ centre: 'west' })).rejects.toThrow('out-of-scope')
    await expect(caller.notes.list({ centre: 'west', from: '2012-01-01', to: '2012-12-31' })).rejects.toThrow(
      'out-of-scope',
    )
    await expect(caller.entries.list({ centre: 'west' })).rejects.toThrow('out-of-scope')
    expect((await caller.centres.list()).map(({ code }) => code)).toEqual(['east'])
  })

  it('of both, named for each, is one question over both centres', async () => {
    const both = { [kind]: ['east/AJ', 'west/AJ'] }
    expect(await countedBy(both, ['east', 'west'])).toMatchObject({ value: 8 })
    expect(await countedBy(both, ['east', 'west'], ['centre'])).toMatchObject({ members: ['east', 'west'] })
    expect((await countedBy(both, ['east', 'west'], ['window'])).members).toEqual(['east/AJ', 'west/AJ'])
  })

  it('and another one of the other are not mixed up', async () => {
    const mixed = { [kind]: ['east/AJ', 'west/GS'] }
    expect(await countedBy(mixed, ['east', 'west'], ['window'])).toEqual({
      value: 4,
      members: ['east/AJ', 'west/GS'],
    })
  })
})

describe('a scope', () => {
  it('with a bare code, as it was stored before, opens no row', async () => {
    await expect(countedBy({ units: ['AJ'] }, ['east'])).rejects.toThrow('out-of-scope')
    expect(await (await callerOf({ units: ['AJ'] })).centres.list()).toEqual([])
  })

  it('with a unit that is no longer in the catalogue opens what is left', async () => {
    expect((await countedBy({ units: ['east/AJ', 'east/GONE'] }, ['east'])).value).toBe(3)
    expect((await countedBy({ units: ['east/GONE'] }, ['east'])).value).toBe(0)
  })

  it('of unit and window in different centres opens neither', async () => {
    const crossed = { units: ['east/AJ'], windows: ['west/AJ'] }
    await expect(countedBy(crossed, ['east'])).rejects.toThrow('out-of-scope')
    await expect(countedBy(crossed, ['west'])).rejects.toThrow('out-of-scope')
  })

  it('cannot be widened by a filter that names the other centre', async () => {
    const caller = await callerOf({ units: ['east/AJ', 'west/GS'] })
    const answer = unpackAnswer(
      await caller.measures.ask({
        measures: ['casesReceived'],
        centres: ['east', 'west'],
        period: '2012',
        filters: [{ dimension: 'unit', in: ['west/AJ'] }],
      }),
    )
    expect(figureOf(measures.casesReceived, answer.current.overall).value).toBe(0)
  })
})

describe('the migration of stored scopes', () => {
  const stored = async (rows: object) => {
    const id = randomUUID()
    await database().prisma.user.create({
      data: { id, name: id, username: id, email: `${id}@example.invalid`, roles: [], scope: rows },
    })
    return id
  }

  it('names each unit by the centres of the account that have it', async () => {
    await load(database(), { centre: 'west', target: 'units' }, 'code,name,validFrom\nWS,卫生局,2012-01-01\n')
    const ids = await Promise.all(
      [
        { centres: ['east'], units: ['AJ'], windows: 'all' },
        { centres: 'all', units: ['AJ', 'WS'], windows: ['GS'] },
        { centres: ['east', 'west'], units: ['NONE'], windows: 'all' },
        { centres: 'all', units: 'all', windows: 'all' },
        { centres: ['east'], units: [], windows: 'all' },
      ].map(stored),
    )
    await database().pool.query(await migrationSql('20261129151500_places_by_centre'))
    const after = await Promise.all(
      ids.map(async id => rowsOf((await database().prisma.user.findUnique({ where: { id } }))?.scope)),
    )
    expect(after).toEqual([
      { centres: ['east'], units: ['east/AJ'], windows: 'all' },
      { centres: 'all', units: ['east/AJ', 'west/AJ', 'west/WS'], windows: ['east/GS', 'west/GS'] },
      { centres: ['east', 'west'], units: ['east/NONE', 'west/NONE'], windows: 'all' },
      { centres: 'all', units: 'all', windows: 'all' },
      { centres: ['east'], units: [], windows: 'all' },
    ])
  })
})
