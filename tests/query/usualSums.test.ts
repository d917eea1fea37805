import { beforeAll, expect, it } from 'vitest'
import { dayFromText, figureOf, measureNamed } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { usualFor } from '../../server/query/usual.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2012-12-31T12:00:00Z')
const months = Array.from({ length: 12 }, (_, place) => `2012-${String(place + 1).padStart(2, '0')}`)

// Each month saves 40 and 30 yuan; in May and September a third trade loses 45.
beforeAll(async () => {
  await addCentre(database(), 'here', { openedOn: '2012-01-01' })
  await loadSmallHall(database(), 'here')
  const trade = (number: string, award: number, day: string): string =>
    `T${number},工程,works,openTender,amount,100,${award},concluded,3,${day}`
  const lines = months.flatMap((month, place) => [
    trade(`${place}a`, 60, `${month}-03`),
    trade(`${place}b`, 70, `${month}-17`),
    ...(place === 4 || place === 8 ? [trade(`${place}c`, 145, `${month}-24`)] : []),
  ])
  await load(
    database(),
    { centre: 'here', target: 'trades', now },
    [
      'tradeCode,name,category,method,priceForm,base,award,outcome,bidders,concludedDay',
      ...lines,
      trade('last', 60, '2012-12-31'),
    ].join('\n'),
  )
})

it('a sum whose days may be below zero has the months that every page has', async () => {
  const context = { database: database(), scope: wholeScope, now }
  const until = dayFromText('2012-12-31') ?? 0
  const usual = await usualFor({ measure: 'savings', centre: 'here', filters: [], until }, context)
  const { current } = await ask(
    { measures: ['savings'], centres: ['here'], period: '2012', granularity: 'month' },
    context,
  )
  const figures = new Map(
    current.cells.map(cell => [
      current.buckets[cell.bucket]?.key,
      figureOf(measureNamed('savings'), cell.parts).value,
    ]),
  )
  expect(usual?.buckets.length).toBeGreaterThan(9)
  for (const { key, value } of usual?.buckets ?? []) expect(value, key).toBe(figures.get(key))
  expect(usual?.buckets.find(({ key }) => key === '2012-05')?.value).toBe(2_500)
})
