import { beforeAll, describe, expect, it } from 'vitest'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load } from '../support/load.ts'

const database = useDatabase('empty')
const context = () => ({ database: database(), scope: wholeScope, now: new Date('2012-12-31T10:00:00Z') })
const head = 'tradeCode,name,category,method,priceForm,base,award,outcome,concludedDay'
const trade = (code: string, base: string, award: string): string =>
  `${code},工程 ${code},works,openTender,amount,${base},${award},concluded,2012-09-03`

beforeAll(async () => {
  for (const centre of ['yuan', 'dollar', 'huge']) await addCentre(database(), centre)
  await database().prisma.centre.update({ where: { code: 'dollar' }, data: { currency: 'USD' } })
  const trades = async (centre: string, ...lines: string[]) =>
    load(database(), { centre, target: 'trades' }, [head, ...lines].join('\n'))
  await trades('yuan', trade('Y1', '1000', '900'))
  await trades('dollar', trade('D1', '500', '400').replace('工程 D1', 'Works'))
  // 60 万亿元 each: one is exact in 分, two are not.
  await trades(
    'huge',
    trade('H1', '60000000000000', '60000000000000'),
    trade('H2', '61000000000000', '61000000000000'),
  )
})

describe('sums of money', () => {
  it('are refused over centres of different currencies, by the measure and the currencies', async () => {
    for (const measure of ['tradeAmount', 'savings', 'savingsRate'] as const)
      await expect(
        ask({ measures: [measure], centres: ['yuan', 'dollar'], period: '2012-09' }, context()),
      ).rejects.toMatchObject({ name: 'several-currencies', details: { measure, currencies: 'CNY、USD' } })
  })

  it('do not keep counts of the same centres from being added', async () => {
    const answer = await ask(
      { measures: ['tradesConcluded'], centres: ['yuan', 'dollar'], period: '2012-09' },
      context(),
    )
    expect(Object.values(answer.current.overall)).toEqual([2])
  })

  it('that are too large to be exact name the record that makes them so', async () => {
    await expect(
      ask({ measures: ['tradeAmount'], centres: ['huge'], period: '2012-09' }, context()),
    ).rejects.toMatchObject({ name: 'number-too-large', details: { record: 'H2' } })
    await expect(
      ask(
        { measures: ['tradeAmount'], centres: ['huge'], period: '2012-09' },
        { ...context(), factsOnly: true },
      ),
    ).rejects.toMatchObject({ name: 'number-too-large', details: { record: 'H2' } })
  })
})
