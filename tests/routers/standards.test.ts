import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { weightsOn } from '#measures'
import { redFlagWeights } from '../../server/centres/standards.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre } from '../support/load.ts'

const database = useDatabase('empty')
const centre = 'here'
const leader = viewerIn('leader')
const as = async (viewer: Viewer, at: string) =>
  createCaller(await testContext(database(), viewer, { clock: () => new Date(at) }))
const { weights: usual } = redFlagWeights.usual[0]!
const others = { ...usual, onTimeRate: 50, postCoverage: 0 }

beforeAll(async () => {
  await addCentre(database(), centre)
})

describe('the weights of the monthly score', () => {
  it('begin with a month, and leave the months before as they were', async () => {
    const caller = await as(leader, '2013-06-15T04:00:00Z')
    const on = async (day: string) => weightsOn((await caller.standards.read({ centre })).weights, day)
    expect(await on('2013-06-30')).toMatchObject({ from: null, weights: usual })
    await caller.standards.setWeights({ centre, from: '2013-07-01', weights: others })
    expect(await on('2013-06-30')).toMatchObject({ from: null, weights: usual, by: null })
    expect(await on('2013-07-01')).toMatchObject({ from: '2013-07-01', weights: others, by: 'leader' })
    // A decision for an earlier month takes the place of one for a later month.
    await caller.standards.setWeights({ centre, from: '2013-06-01', weights: { ...usual, examPassRate: 0 } })
    const { weights: all } = await caller.standards.read({ centre })
    expect(all.map(({ from }) => from)).toEqual([null, '2013-06-01'])
    const later = await as(leader, '2013-09-02T04:00:00Z')
    await later.standards.setWeights({ centre, from: '2013-09-01', weights: others })
    expect(await on('2013-08-31')).toMatchObject({ from: '2013-06-01' })
    expect(await on('2013-05-31')).toMatchObject({ weights: usual })
    const log = await database().prisma.auditEntry.findMany({ where: { action: 'standards-set' } })
    expect(log.map(({ details }) => (details as { from: string }).from)).toContain('2013-09-01')
  })

  it('are refused for a past month, and for a day within one', async () => {
    const caller = await as(leader, '2013-09-15T04:00:00Z')
    for (const from of ['2013-08-01', '2013-09-15'])
      await expect(caller.standards.setWeights({ centre, from, weights: others })).rejects.toThrow(
        'weights-past',
      )
  })

  it('are read where they were set before they had a month', async () => {
    const { id } = await database().prisma.centre.findFirstOrThrow({ where: { code: centre } })
    const key = { centreId_name: { centreId: id, name: redFlagWeights.name } }
    await database().prisma.centreSetting.update({ where: key, data: { value: others } })
    const { weights } = await (await as(leader, '2013-09-15T04:00:00Z')).standards.read({ centre })
    expect(weights).toEqual([{ from: null, weights: others, by: null }])
  })
})
