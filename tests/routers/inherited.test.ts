import { beforeAll, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { readCentreSetting, saveCentreSetting } from '../../server/centres/centreSettings.ts'
import { goalsOf, goalsOfCentres } from '../../server/centres/goals.ts'
import { badReviewDeadlines } from '../../server/centres/standards.ts'
import { putDivision } from '../../server/centres/tree.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load } from '../support/load.ts'

const database = useDatabase('empty')
const year = { from: '2013-01-01', to: '2013-12-31' }
const head = 'measure,value,validFrom,validTo'
const target = async (centre: string, line: string): Promise<void> => {
  const { problems } = await load(database(), { centre, target: 'targets' }, `${head}\n${line}`)
  expect(problems).toEqual([])
}

beforeAll(async () => {
  for (const [code, name] of [
    ['35', '福建省'],
    ['3506', '漳州市'],
    ['350628', '平和县'],
  ] as const) {
    await putDivision(database(), { code, name })
    await addCentre(database(), `c${code}`)
    await database().prisma.centre.update({ where: { code: `c${code}` }, data: { divisionCode: code } })
  }
})

describe('what a centre above has set', () => {
  it('holds for rates of which a centre has set no goal itself; sums are nobody else’s', async () => {
    await target('c35', 'onTimeRate,90,2013-01-01,2013-12-31')
    await target('c3506', 'onTimeRate,95,2013-01-01,2013-12-31')
    await target('c3506', 'casesReceived,50000,2013-01-01,2013-12-31')
    await target('c35', 'sameDayRate,60,2013-01-01,2013-12-31')
    const goals = await goalsOf(database(), { centre: 'c350628', ...year })
    expect(goals.map(({ measure, value, inheritedFrom }) => [measure, value, inheritedFrom?.code])).toEqual([
      ['onTimeRate', 0.95, 'c3506'],
      ['sameDayRate', 0.6, 'c35'],
    ])
  })

  it('gives way to what the centre sets itself, and is asked for many centres at once', async () => {
    await target('c350628', 'onTimeRate,98,2013-01-01,2013-12-31')
    const all = await goalsOfCentres(database(), ['c350628', 'c3506'], year)
    const rates = (code: string) =>
      all.get(code)?.map(({ measure, value, inheritedFrom }) => [measure, value, inheritedFrom?.code ?? null])
    expect(rates('c350628')).toEqual([
      ['onTimeRate', 0.98, null],
      ['sameDayRate', 0.6, 'c35'],
    ])
    expect(rates('c3506')).toEqual([
      ['casesReceived', 50000, null],
      ['onTimeRate', 0.95, null],
      ['sameDayRate', 0.6, 'c35'],
    ])
  })

  it('holds for rules as well, and says whose they are', async () => {
    const read = async (code: string) => {
      const { id } = await centresOf(database()).find(code)
      const { value, from } = await readCentreSetting(database(), id, badReviewDeadlines)
      return [value.reply, from?.code ?? null]
    }
    const save = async (code: string, reply: number): Promise<void> => {
      const { id } = await centresOf(database()).find(code)
      const value = { ...badReviewDeadlines.usual, reply }
      await saveCentreSetting(database(), id, {
        setting: badReviewDeadlines,
        value,
        by: 'test',
        at: new Date('2013-06-30T00:00:00Z'),
      })
    }
    expect(await read('c350628')).toEqual([badReviewDeadlines.usual.reply, null])
    await save('c35', 5)
    expect(await read('c350628')).toEqual([5, 'c35'])
    await save('c350628', 2)
    expect([await read('c350628'), await read('c3506')]).toEqual([
      [2, null],
      [5, 'c35'],
    ])
  })
})
