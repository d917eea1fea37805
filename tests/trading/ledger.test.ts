import type { MeasureId, QuestionInput } from '#measures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { decimalText, rowsCsv } from '../../server/exports/rowsCsv.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { allRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const context = () => ({ database: database(), scope: wholeScope, now: testNow })

interface Made {
  category: string
  method: string
  round: number
  form: string
  outcome: string
  buyer: string
  base: number | null
  award: number | null
  currency: string
  day: number
}
let seed = 46
// The high bits: the low ones of such a series go round in small circles.
const random = (below: number): number =>
  Math.floor(((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648) * below)
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)]!

/** Three hundred trades of every kind; money of any size, with savings below and above nothing. */
const made: Made[] = Array.from({ length: 300 }, () => ({
  category: oneOf(['works', 'procurement', 'land', 'mining', 'property']),
  method: oneOf(['openTender', 'negotiation', 'listing']),
  round: 1 + random(3),
  form: oneOf(['amount', 'amount', 'amount', 'rate']),
  outcome: oneOf(['concluded', 'concluded', 'concluded', 'annulled']),
  buyer: oneOf(['住建局', '教育局', '水利局']),
  base: oneOf([null, 0, random(1e9), random(1e9), random(1e9)]),
  award: oneOf([null, random(1e9), random(1e9), random(1e9)]),
  currency: oneOf(['CNY', 'CNY', 'CNY', 'USD']),
  day: 1 + random(28),
}))

beforeAll(async () => {
  await addCentre(database(), 'here')
  const money = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2))
  const rows = made.map(
    (trade, index) =>
      `T${index},-${index}号,${trade.category},${trade.method},${trade.round},${trade.form},` +
      `${money(trade.base)},${money(trade.award)},${trade.currency},${trade.outcome},` +
      `${trade.buyer},2012-09-${String(trade.day).padStart(2, '0')}`,
  )
  const result = await load(
    database(),
    { centre: 'here', target: 'trades' },
    'tradeCode,name,category,method,round,priceForm,base,award,currency,outcome,' +
      `buyer,concludedDay\n${rows.join('\n')}\n`,
  )
  expect(result.problems.slice(0, 3)).toEqual([])
  expect(result).toMatchObject({ loaded: 300, quarantined: 0 })
})

const counts = (trade: Made): boolean =>
  trade.outcome === 'concluded' &&
  trade.form === 'amount' &&
  trade.award !== null &&
  trade.base !== null &&
  trade.base > 0 &&
  trade.currency === 'CNY'
const bought = (trade: Made): boolean => trade.category === 'works' || trade.category === 'procurement'

async function totals(
  id: MeasureId,
  more: Partial<QuestionInput>,
): Promise<{ cells: number; overall: number }> {
  const { current } = await ask({ measures: [id], centres: ['here'], period: '2012-09', ...more }, context())
  const valueOf = (parts: Parameters<typeof figureOf>[1]): number =>
    figureOf(measureNamed(id), parts).value ?? 0
  return {
    cells: current.cells.reduce((sum, cell) => sum + valueOf(cell.parts), 0),
    overall: valueOf(current.overall),
  }
}

describe('the savings ledger', () => {
  it('by any grouping adds up to the total in 分 exactly, without land, mines, property', async () => {
    const saved = made
      .filter(trade => counts(trade) && bought(trade))
      .reduce((sum, trade) => sum + trade.base! - trade.award!, 0)
    const gained = made
      .filter(trade => counts(trade) && !bought(trade))
      .reduce((sum, trade) => sum + trade.award! - trade.base!, 0)
    expect(
      made.filter(trade => counts(trade) && bought(trade) && trade.award! > trade.base!).length,
    ).toBeGreaterThan(5)
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(['category', 'method', 'round', 'priceForm', 'tradeOutcome', 'currency', 'buyer'], {
          maxLength: 2,
        }),
        fc.constantFrom('none' as const, 'day' as const, 'week' as const, 'month' as const),
        async (groupBy, granularity) => {
          expect(await totals('savings', { groupBy, granularity })).toEqual({ cells: saved, overall: saved })
          expect(await totals('landGain', { groupBy, granularity })).toEqual({
            cells: gained,
            overall: gained,
          })
        },
      ),
      { numRuns: 25 },
    )
    const split = await ask(
      { measures: ['savings'], centres: ['here'], period: '2012-09', groupBy: ['category'] },
      context(),
    )
    for (const cell of split.current.totals.filter(
      total => !['works', 'procurement'].includes(total.members[0] ?? ''),
    ))
      expect(figureOf(measureNamed('savings'), cell.parts).value).toBe(0)
  })

  it('opens its rows: they are as many, and their money adds up to the total', async () => {
    const rows = await allRows({ measure: 'savings', centres: ['here'], period: '2012-09' }, context())
    const place = (key: string): number => rows.columns.findIndex(column => column.key === key)
    const sum = rows.rows.reduce(
      (all, row) => all + Number(row[place('baseFen')]) - Number(row[place('awardFen')]),
      0,
    )
    expect(rows.total).toBe(made.filter(trade => counts(trade) && bought(trade)).length)
    expect(sum).toBe((await totals('savings', {})).overall)
  })

  it('leaves out what is priced by a rate, and says how many that are', async () => {
    const { current } = await ask(
      { measures: ['savingsRate'], centres: ['here'], period: '2012-09' },
      context(),
    )
    const { coverage } = figureOf(measureNamed('savingsRate'), current.overall)
    expect(coverage).toEqual({
      covered: made.filter(trade => counts(trade) && bought(trade)).length,
      of: made.filter(trade => trade.outcome === 'concluded' && bought(trade)).length,
    })
  })
})

describe('amounts of several currencies', () => {
  it.each([
    [['tradesConcluded', 'tradeAmountByCurrency']],
    [['tradeAmountByCurrency', 'tradesConcluded']],
  ] as MeasureId[][][])('have no total, and take none from the figures beside them (%j)', async measures => {
    const { current } = await ask(
      { measures, centres: ['here'], period: '2012-09', groupBy: ['currency'] },
      context(),
    )
    const value = (id: MeasureId, parts = current.overall) => figureOf(measureNamed(id), parts).value
    expect([value('tradeAmountByCurrency'), value('tradesConcluded')]).toEqual([
      null,
      made.filter(trade => trade.outcome === 'concluded').length,
    ])
    for (const cell of current.totals)
      expect(value('tradeAmountByCurrency', cell.parts)).toBe(
        made
          .filter(
            trade =>
              trade.outcome === 'concluded' && trade.form === 'amount' && trade.currency === cell.members[0],
          )
          .reduce((sum, trade) => sum + (trade.award ?? 0), 0),
      )
  })
})

describe('rows as a file', () => {
  it('money is exact, however large; a name that looks like a formula is harmless', async () => {
    expect(['5', '-5', '123', '-98765432109876543210'].map(decimalText)).toEqual([
      '0.05',
      '-0.05',
      '1.23',
      '-987654321098765432.10',
    ])
    const text = rowsCsv(
      await allRows({ measure: 'savings', centres: ['here'], period: '2012-09' }, context()),
      'zh',
    )
    expect(text.startsWith('\uFEFF交易编号,')).toBe(true)
    expect(text.split('\r\n')[1]).toMatch(/,'-\d+号,/)
    expect(text).not.toMatch(/,-\d+号/)
  })
})
