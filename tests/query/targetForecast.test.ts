import { beforeAll, expect, it } from 'vitest'
import { dayFromText, figureOf, measureNamed } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { targetForecast } from '../../server/query/targetForecast.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2012-12-03T00:00:00Z')

// A control price of 100 yuan and an award of 60, 70 and 145: saved 40, 30 and −45.
beforeAll(async () => {
  await addCentre(database(), 'here', { openedOn: '2012-01-01' })
  await loadSmallHall(database(), 'here')
  const trade = (number: number, award: number, day: string): string =>
    `T${number},工程,works,openTender,amount,100,${award},concluded,3,${day}`
  await load(
    database(),
    { centre: 'here', target: 'trades', now },
    [
      'tradeCode,name,category,method,priceForm,base,award,outcome,bidders,concludedDay',
      trade(1, 60, '2012-10-10'),
      trade(2, 70, '2012-11-06'),
      trade(3, 145, '2012-11-30'),
    ].join('\n'),
  )
})

it('what is still needed of each working day leads from the figure of the page to the goal', async () => {
  const context = { database: database(), scope: wholeScope, now }
  const goal = {
    measure: 'savings',
    value: 30_000,
    unit: null,
    window: null,
    from: '2012-10-01',
    to: '2012-12-31',
  }
  const found = await targetForecast(goal, { centre: 'here', today: dayFromText('2012-12-03') ?? 0 }, context)
  const { current } = await ask(
    { measures: ['savings'], centres: ['here'], period: '2012-10-01..2012-12-02' },
    context,
  )
  const figure = figureOf(measureNamed('savings'), current.overall).value
  expect(figure).toBe(2_500)
  expect(found?.soFar).toBe(figure)
  expect(figure! + found!.needed! * found!.daysLeft!).toBeCloseTo(goal.value)
})
