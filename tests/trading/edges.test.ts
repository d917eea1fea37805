import type { MeasureId } from '#measures'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureNamed, withValues } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { tradeCard } from '../../server/trading/tradeCard.ts'
import { useDatabase } from '../support/database.ts'
import { hasSharedData, loadProposed, sharedData } from '../support/files.ts'

// Small files, each about one thing that real files do, with the figures that follow from them
// (expected.json beside them).
if (!hasSharedData) process.stdout.write('skipped: shared data not present\n')

const database = useDatabase('empty')
const now = new Date('2026-09-30T04:00:00Z')

async function loadEdge(name: string, currency = 'CNY'): Promise<void> {
  await database().prisma.centre.create({
    data: { code: name, name, nameEn: name, calendar: null, currency },
  })
  const loaded = await loadProposed(database(), name, {
    file: path.join(sharedData, 'edges', `${name}.csv`),
    target: 'trades',
    now,
  })
  expect(loaded.quarantined).toBe(0)
}

/** Value and printed text of measures over a period, by member where split. */
type Printed = [value: number | null | undefined, text: string | undefined]
interface Figures {
  overall: Record<string, Printed>
  by: Record<string, Printed[]>
}

async function figures(
  centre: string,
  measures: MeasureId[],
  more: { period: string; by?: string },
): Promise<Figures> {
  const answer = withValues(
    await ask(
      { measures, centres: [centre], period: more.period, groupBy: more.by ? [more.by] : [] },
      { database: database(), scope: wholeScope, now },
    ),
    measureNamed,
  )
  return {
    overall: Object.fromEntries(
      measures.map((id): [string, Printed] => [
        id,
        [answer.current.values[id]?.value, answer.current.values[id]?.text],
      ]),
    ),
    by: Object.fromEntries(
      answer.current.totals.map(({ members, values }): [string, Printed[]] => [
        members[0] ?? '',
        measures.map((id): Printed => [values[id]?.value, values[id]?.text]),
      ]),
    ),
  }
}

const card = async (centre: string, code: string) =>
  tradeCard(database(), await centresOf(database()).find(centre), { code, scope: wholeScope })

describe.skipIf(!hasSharedData)('edges of the ledger', () => {
  beforeAll(async () => {
    for (const name of ['zero-saving', 'annulled-trade', 'award-above-ceiling', 'usd-among-yuan'])
      await loadEdge(name)
    await loadEdge('usd-trade', 'USD')
  })

  it('tells a saving of nothing from a saving that nobody knows', async () => {
    const { by } = await figures('zero-saving', ['savings', 'savingsRate'], {
      period: '2026-08',
      by: 'buyer',
    })
    expect(by).toEqual({
      城南学校: [
        [0, '0 元'],
        [0, '0.0%'],
      ],
      城北医院: [
        [0, '—'],
        [null, '—'],
      ],
      河西水厂: [
        [500_000, '5,000 元'],
        [0.05, '5.0%'],
      ],
    })
  })

  it('prints a centre in dollars in dollars', async () => {
    const { overall } = await figures('usd-trade', ['tradeAmount', 'savings'], { period: '2026-03' })
    expect(overall).toEqual({
      tradeAmount: [225_085_050, '225.1 万 USD'],
      savings: [25_004_950, '25.0 万 USD'],
    })
    expect(JSON.stringify(overall)).not.toMatch(/元|yuan/)
  })

  it('counts no saving of an annulled or foreign-currency trade, on its own page either', async () => {
    const { overall } = await figures('annulled-trade', ['tradesConcluded', 'tradeAmount', 'savings'], {
      period: '2026-08',
    })
    expect(overall).toMatchObject({
      tradesConcluded: [4, '4 宗'],
      tradeAmount: [36_000_000, '36.0 万元'],
      savings: [4_000_000, '4.0 万元'],
    })
    const annulled = (await card('annulled-trade', 'AT-6')).figures
    expect([annulled.savings.value, annulled.savings.coverage]).toEqual([null, { covered: 0, of: 0 }])
    expect((await card('annulled-trade', 'AT-1')).figures.savings.value).toBe(1_000_000)
    const other = await database().prisma.trade.findFirstOrThrow({ where: { homeCurrency: false } })
    const foreign = await card('usd-among-yuan', other.tradeCode)
    expect(foreign.figures.savings.value).toBeNull()
    expect([foreign.homeCurrency, foreign.trade.currency]).toEqual([false, 'USD'])
  })

  it('keeps a loss, says what it is, and names the trades that are above their ceiling', async () => {
    const { overall } = await figures(
      'award-above-ceiling',
      ['tradeAmount', 'savings', 'savingsRate', 'awardsAboveCeiling'],
      {
        period: '2026-08',
      },
    )
    expect(overall).toMatchObject({
      tradeAmount: [332_000_000, '332.0 万元'],
      savings: [-2_000_000, '合计超出控制价2.0 万元'],
      awardsAboveCeiling: [2, '2 宗'],
    })
    expect(overall.savingsRate?.[1]).toBe('合计超出控制价0.6%')
    const above = await card('award-above-ceiling', 'AC-6')
    expect(above.signals).toContainEqual(
      expect.objectContaining({ id: 'aboveCeiling', value: 20_000_000, currency: 'CNY' }),
    )
    expect(above.figures.savings.value).toBe(-20_000_000)
    expect((await card('award-above-ceiling', 'AC-1')).signals.map(signal => signal.id)).not.toContain(
      'aboveCeiling',
    )
  })
})
