import type { MeasureId, Part, Parts } from '#measures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { basePart, dimensionsOf, measureIds, measureNamed, newestPart, partKey, sizeOf } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { askRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2012-12-31T10:00:00Z')
const centre = 'rows'

const pick = <T>(list: readonly T[], place: number): T => list[place % list.length]!
const day = (place: number): string =>
  `2012-${String(9 + (place % 3)).padStart(2, '0')}-${String(1 + ((place * 7) % 28)).padStart(2, '0')}`

/** Rows with gaps wherever a file may have them: no item, no channel, no buyer, no price, no winner. */
const caseRows = Array.from({ length: 60 }, (_, n) => {
  const received = day(n)
  const completed = n % 4 === 0 ? '' : `${pick(['2012-11-29', '2012-12-03'], n)} 09:00`
  return (
    `C${n},${pick(['NOW', 'TEN', 'THIRTY', 'SPECIAL', ''], n)},` +
    `${pick(['online', '', 'window'], n)},${received} 09:00,` +
    `${n % 5 === 0 ? '' : `${received} 09:30`},${completed}`
  )
})
const tradeRows = Array.from({ length: 60 }, (_, n) =>
  [
    `T${n}`,
    `项目${n}`,
    pick(['works', 'procurement', 'land'], n),
    pick(['openTender', '', 'negotiation', 'inquiry', ''], n),
    pick(['100', '', '200'], n + 1),
    pick(['90', '210', '', '0'], n),
    pick(['', 'USD'], n % 9 === 0 ? 1 : 0),
    pick(['3', '', '1'], n),
    pick(['concluded', 'tooFewBidders', 'annulled', 'concluded'], n),
    pick(['甲局', '乙局', '', '丙局', ''], n),
    day(n),
  ].join(','),
)

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  await load(
    database(),
    { centre, target: 'cases' },
    ['caseNumber,item,channel,receivedAt,acceptedAt,completedAt', ...caseRows].join('\n'),
  )
  await load(
    database(),
    { centre, target: 'trades' },
    [
      'tradeCode,name,category,method,base,award,currency,bidders,outcome,buyer,concludedDay',
      ...tradeRows,
    ].join('\n'),
  )
})

/** How many rows a part says it counted; null for parts that count no rows. */
function counted(part: Part, parts: Parts): number | null {
  const value = parts[partKey(part)]
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return sizeOf(value)
  const plain = newestPart(part)
  const isCount = plain.kind === 'balance' || (plain.kind !== 'calendar' && plain.aggregate === 'count')
  return isCount ? (value as number) : null
}

/** A measure whose rows can be counted from its parts, and a dimension to split it by. */
const splits = measureIds.flatMap(id => {
  const measure = measureNamed(id)
  const part = newestPart(basePart(measure))
  const rows =
    part.kind === 'balance' || (part.kind !== 'calendar' && ['count', 'histogram'].includes(part.aggregate))
  return rows && measure.within === undefined ? dimensionsOf(measure).map(by => ({ id, by })) : []
})
const period = fc.constantFrom('2012-09', '2012-10', '2012-Q4', '2012-09-15..2012-11-10', '2012')

async function checkCells(id: MeasureId, by: string, asked: string): Promise<number> {
  const where = { database: database(), scope: wholeScope, now }
  const { current } = await ask({ measures: [id], centres: [centre], period: asked, groupBy: [by] }, where)
  const measure = measureNamed(id)
  let looked = 0
  for (const { members, parts } of current.totals) {
    const rowsOf = async (which: 'counted' | 'numerator' | 'rest') =>
      (
        await askRows(
          {
            measure: id,
            centres: [centre],
            period: `${current.from}..${current.to}`,
            which,
            filters: [{ dimension: by, in: [members[0] ?? ''] }],
            limit: 1,
          },
          where,
        )
      ).total
    const where_ = `${id} by ${by} = “${members[0]}”, ${asked}`
    const all = counted(basePart(measure), parts)
    expect(await rowsOf('counted'), where_).toBe(all)
    looked++
    if (measure.kind !== 'ratio' || basePart(measure) === measure.numerator) continue
    const [above, below] = [measure.numerator, measure.denominator]
    if (
      above.kind !== 'flow' ||
      above.aggregate !== 'count' ||
      below.kind !== 'flow' ||
      below.fact !== above.fact
    )
      continue
    expect(await rowsOf('numerator'), `numerator of ${where_}`).toBe(counted(above, parts))
  }
  return looked
}

describe('the rows behind a cell', () => {
  it('has measures of every kind to split', () => {
    expect(splits.length).toBeGreaterThan(150)
    expect(new Set(splits.map(({ id }) => measureNamed(id).kind)).size).toBeGreaterThan(4)
  })

  it('are as many as the cell counts, the unnamed group included, for any question', async () => {
    let cells = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...splits), period, async ({ id, by }, asked) => {
        cells += await checkCells(id, by, asked)
      }),
      { numRuns: 240 },
    )
    expect(cells).toBeGreaterThan(100)
  })

  it.each([
    ['savings', 'buyer'],
    ['casesReceived', 'item'],
    ['casesReceived', 'channel'],
    ['medianBidders', 'method'],
  ] as const)('of %s without a %s are those that name none', async (id, by) => {
    const where = { database: database(), scope: wholeScope, now }
    const { total, columns, rows } = await askRows(
      { measure: id, centres: [centre], period: '2012', filters: [{ dimension: by, in: [''] }], limit: 200 },
      where,
    )
    expect(total).toBeGreaterThan(0)
    const place = columns.findIndex(column => column.key === (by === 'item' ? 'itemId' : by))
    expect(rows.every(row => place === -1 || row[place] === null)).toBe(true)
  })
})
