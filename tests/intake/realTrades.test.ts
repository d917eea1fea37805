import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { rowsCsv } from '../../server/exports/rowsCsv.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { allRows } from '../../server/query/rows.ts'
import { addsUp, hasSharedData, loadProposed } from '../support/files.ts'
import { file, now, reference, useRealFiles } from '../support/realFiles.ts'

const { database, centre, figure, clean } = useRealFiles()

describe.skipIf(!hasSharedData)('public-works auctions of Tsuchiura', () => {
  it('save 4.8753 % pooled and 6.0631 % in the mean of auctions; losing bids are left out', async () => {
    await centre('tsuchiura', { timeZone: 'Asia/Tokyo', currency: 'JPY' })
    const result = await loadProposed(database(), 'tsuchiura', {
      now,
      file: file('auctions_tsuchiura/tsuchiura_bids.csv.gz'),
      target: 'trades',
      correct: mapping => ({
        ...mapping,
        columns: {
          tradeCode: 'pid',
          name: 'projecttitle',
          base: 'reserveprice',
          award: 'bid',
          bidders: 'num_bidders',
          winner: 'bidder',
          concludedDay: 'date',
        },
        constants: { category: 'works', outcome: 'concluded' },
        values: {},
        timeFormats: { concludedDay: 'YYYYMMDD' },
        only: { winner: ['1'] },
        missing: {},
      }),
    })
    expect(result).toMatchObject({ rows: 6013, loaded: 1561, quarantined: 0, leftOut: 6013 - 1561 })
    const figures = reference<{
      savings: number
      savings_rate_pooled: number
      savings_rate_mean_of_auctions: number
      sum_winning_bid: number
    }>('auctions_tsuchiura')
    expect((await figure('tsuchiura', 'savings')).value).toBe(figures.savings * 100)
    expect((await figure('tsuchiura', 'tradeAmount')).value).toBe(figures.sum_winning_bid * 100)
    expect((await figure('tsuchiura', 'savingsRate')).value).toBeCloseTo(figures.savings_rate_pooled, 10)
    expect(((await figure('tsuchiura', 'savingsRate')).value! * 100).toFixed(4)).toBe('4.8753')
    expect((await figure('tsuchiura', 'meanDiscountRate')).value!).toBeCloseTo(
      figures.savings_rate_mean_of_auctions,
      6,
    )
    await clean('tsuchiura')
  })
})

describe.skipIf(!hasSharedData)('bid openings of Lishui', () => {
  const correct = (mapping: Parameters<NonNullable<Parameters<typeof loadProposed>[2]['correct']>>[0]) => {
    const { category: _, ...columns } = mapping.columns
    return {
      ...mapping,
      columns: { ...columns, tradeCode: '网址', concludedDay: '开标时间', openedDay: '开标时间' },
      constants: { category: 'works', outcome: 'concluded' },
      values: { method: { 公开招标: 'openTender', 邀请招标: 'invitedTender' } },
    }
  }

  it('in UTF-8: 0 is a missing price; 1,900 openings have both prices, 13 in per cent', async () => {
    await centre('lishui', { timeZone: 'Asia/Shanghai' })
    const result = await loadProposed(database(), 'lishui', {
      now,
      file: file('trading_lishui/丽水市开标记录2009-2023_utf8.csv'),
      target: 'trades',
      correct,
    })
    // Thirteen openings have a price in per cent in both columns, which is no amount: all of discount 0.
    expect(result).toMatchObject({
      rows: 5836,
      loaded: 5823,
      quarantined: 13,
      problemGroups: [{ field: 'award', reason: 'percentPair', count: 13 }],
    })
    const figures = reference<{
      pooled: { rate: number }
      mean_下浮率_where_both_prices: number
      2012: { bidders_mean: number }
    }>('trading_lishui')
    const mean = await figure('lishui', 'meanDiscountRate')
    const meanOfAmounts = (figures.mean_下浮率_where_both_prices * 1900) / 1887
    expect(mean.n).toBe(1887)
    expect(mean.value! * 100).toBeCloseTo(meanOfAmounts, 3)
    expect((await figure('lishui', 'savingsRate')).value).toBeCloseTo(figures.pooled.rate, 8)
    // The same 1,887 rates leave as a file: one line a record, the rate in per cent.
    const rows = await allRows(
      {
        measure: 'meanDiscountRate',
        centres: ['lishui'],
        period: '2000-01-01..2025-12-31',
        which: 'counted',
      },
      { database: database(), scope: wholeScope, now },
    )
    const exported = parse<Record<string, string>>(rowsCsv(rows, 'zh'), { bom: true, columns: true })
    expect(exported.length).toBe(1887)
    expect(exported.reduce((sum, row) => sum + Number(row['下浮率（%）']), 0) / 1887).toBeCloseTo(
      meanOfAmounts,
      3,
    )
    expect((await figure('lishui', 'biddersPerTrade', { period: '2012' })).value).toBeCloseTo(
      figures['2012'].bidders_mean,
      10,
    )
    expect(result.warnings).toMatchObject([{ warning: 'roundedMoney' }])
  })

  it('in GB18030: the same columns come out of other bytes', async () => {
    await centre('lishui-gb', { timeZone: 'Asia/Shanghai' })
    const result = await loadProposed(database(), 'lishui-gb', {
      now,
      file: file('trading_lishui/丽水市开标记录2023_gb18030.csv'),
      target: 'trades',
      correct: mapping => ({ ...correct(mapping), values: {} }),
    })
    expect(result).toMatchObject({
      rows: 209,
      loaded: 208,
      quarantined: 1,
      problemGroups: [{ reason: 'percentPair', count: 1 }],
    })
    const named = await database().prisma.trade.findFirst({
      where: { name: '龙泉市第一中学综合教学楼工程', bidders: 59 },
    })
    expect(named).toMatchObject({ baseFen: null, awardFen: null, bidders: 59 })
  })
})

describe.skipIf(!hasSharedData)('Open Contracting releases', () => {
  beforeAll(async () => centre('gacm', { timeZone: 'America/Mexico_City', currency: 'MXN' }))

  it('load 302 releases; 20 negative awards stay; an unknown currency is in no sum', async () => {
    const result = await loadProposed(database(), 'gacm', {
      now,
      file: file('ocds/mexico_grupo_aeroportuario.releases.jsonl.gz'),
      target: 'trades',
      form: { format: 'ocds' },
    })
    // Ten awards were published twice, and their releases are merged: 292 are different ones. Two have
    // dates far in the future, as the publisher typed them.
    expect(result.rows).toBe(292)
    expect(addsUp(result)).toBe(true)
    expect(result).toMatchObject({
      loaded: 290,
      problemGroups: [{ field: 'concludedDay', reason: 'afterToday', count: 2 }],
    })
    expect(result.warnings).toMatchObject([
      { warning: 'awardAboveBase', count: 20 },
      { warning: 'unknownCurrency', count: 1, example: 'MNX' },
    ])
    const negative = await database().pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Trade" t JOIN "Centre" c ON c."id" = t."centreId"
        WHERE c."code" = 'gacm' AND t."awardFen" > t."baseFen"`,
    )
    expect(negative.rows[0]!.n).toBe(20)
    expect((await figure('gacm', 'otherCurrencyTrades', { period: '2000-01-01..2025-12-31' })).value).toBe(1)
    const sums = await database().pool.query<{ currency: string; fen: string }>(
      `SELECT t."currency", sum(t."awardFen")::text AS fen FROM "Trade" t JOIN "Centre" c
        ON c."id" = t."centreId" WHERE c."code" = 'gacm' AND t."concludedDay" < '2026-01-01'
        GROUP BY 1`,
    )
    const mxn = sums.rows.find(row => row.currency === 'MXN')!.fen
    expect((await figure('gacm', 'tradeAmount', { period: '2000-01-01..2025-12-31' })).value).toBe(
      Number(mxn),
    )
    expect(sums.rows.find(row => row.currency === 'MNX')!.fen).toBe('269231454199')
    const byCurrency = await ask(
      {
        measures: ['tradeAmountByCurrency'],
        centres: ['gacm'],
        period: '2000-01-01..2025-12-31',
        groupBy: ['currency'],
      },
      { database: database(), scope: wholeScope, now },
    )
    expect(
      byCurrency.current.totals
        .map(cell => [
          cell.members[0],
          String(figureOf(measureNamed('tradeAmountByCurrency'), cell.parts).value),
        ])
        .sort(),
    ).toEqual(sums.rows.map(row => [row.currency, row.fen]).sort())
    // Pesos and what was typed for pesos add up to nothing.
    expect(figureOf(measureNamed('tradeAmountByCurrency'), byCurrency.current.overall).value).toBeNull()
    await expect(
      ask(
        { measures: ['tradeAmountByCurrency'], centres: ['gacm'], period: '2020' },
        { database: database(), scope: wholeScope, now },
      ),
    ).rejects.toMatchObject({ name: 'split-needed' })
    await clean('gacm')
  })

  it('read a record and a release as published, each a document over many lines', async () => {
    const record = await loadProposed(database(), 'gacm', {
      now,
      file: file('ocds/raw_record_package_example_ukraine.json'),
      target: 'trades',
      dryRun: true,
    })
    expect(record).toMatchObject({
      rows: 1,
      loaded: 1,
      warnings: [{ warning: 'foreignCurrency', example: 'UAH' }],
    })
    const release = await loadProposed(database(), 'gacm', {
      now,
      file: file('ocds/raw_release_package_example_gacm.json'),
      target: 'trades',
      dryRun: true,
    })
    // The same award as in the file before.
    expect(release).toMatchObject({ rows: 1, unchanged: 1 })
  })
})
