import type { Answer, MeasureId, Parts } from '#measures'
import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  basePart,
  changeIn,
  dayFromText,
  dimensionsOf,
  measureIds,
  measureNamed,
  partKey,
  partsOf,
  relativePeriods,
  sizeOf,
  textOfDay,
} from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { askRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')
const context = () => ({ database: database(), scope: wholeScope, now })
const centre = 'honest'
const day = (text: string): number => dayFromText(text) ?? Number.NaN
const pick = <T>(list: readonly T[], place: number): T => list[place % list.length]!

// Cases from 28 November 2024 to 10 November 2026 with a silence in between, one of next month, and
// trades until 27 November 2026.
const first = day('2024-11-28')
const last = day('2026-11-10')
const silence = { from: day('2025-06-01'), to: day('2025-07-15') }
const caseRows = Array.from({ length: last - first + 1 }, (_, n) => {
  const received = first + n
  const done = n % 5 === 0 ? '' : `${textOfDay(Math.min(last, received + (n % 9)))} 16:00`
  return {
    received,
    line: `H${n},${pick(['NOW', 'TEN', 'THIRTY', ''], n)},${textOfDay(received)} 09:00,${done}`,
  }
}).filter(({ received }) => received < silence.from || received > silence.to)
const tradeRows = Array.from({ length: 105 }, (_, n) =>
  [
    `T${n}`,
    `项目${n}`,
    pick(['works', 'procurement', 'land'], n),
    pick(['100', '', '200'], n + 1),
    pick(['90', '210', ''], n),
    pick(['3', '', '1'], n),
    pick(['concluded', 'tooFewBidders', 'annulled', 'concluded'], n),
    textOfDay(day('2026-11-27') - 7 * n),
  ].join(','),
)

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  const cases = [...caseRows.map(({ line }) => line), 'FUTURE,NOW,2026-12-20 09:00,']
  const at = { centre, now }
  await load(
    database(),
    { ...at, target: 'cases' },
    ['caseNumber,item,receivedAt,completedAt', ...cases].join('\n'),
  )
  await load(
    database(),
    { ...at, target: 'trades' },
    ['tradeCode,name,category,base,award,bidders,outcome,concludedDay', ...tradeRows].join('\n'),
  )
}, 120_000)

const year = fc.integer({ min: 2024, max: 2027 })
const two = (value: number): string => String(value).padStart(2, '0')
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`)
const date = fc.integer({ min: day('2024-10-15'), max: day('2026-12-31') }).map(textOfDay)
const between = (edge: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(edge, edge).map(edges => edges.toSorted().join('..'))

/** A period of every kind that can be named. */
const kinds = {
  day: date,
  week: fc.tuple(year, fc.integer({ min: 1, max: 52 })).map(([y, w]) => `${y}-W${two(w)}`),
  month,
  quarter: fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  half: fc.tuple(year, fc.constantFrom(1, 2)).map(([y, h]) => `${y}-H${h}`),
  year: year.map(String),
  yearToDate: date.map(text => `ytd:${text}`),
  relative: fc.constantFrom(...relativePeriods),
  dates: between(date),
  months: between(month),
  years: between(year.map(String)),
} satisfies Record<string, fc.Arbitrary<string>>
const anyPeriod = fc.oneof(...Object.values(kinds))

/** How many rows the part behind a figure says it counted; null where it is not known. */
function counted(id: MeasureId, parts: Parts): number | null {
  const value = parts[partKey(basePart(measureNamed(id)))]
  if (value === undefined || value === null) return null
  return Array.isArray(value) ? sizeOf(value) : (value as number)
}

const listed = measureIds.filter(id => {
  const part = basePart(measureNamed(id))
  if (measureNamed(id).within !== undefined) return false
  return part.kind === 'balance' || (part.kind === 'flow' && ['count', 'histogram'].includes(part.aggregate))
})
const levels = measureIds.filter(id => measureNamed(id).kind === 'level')

describe('ask and rows', () => {
  it.each(Object.entries(kinds))('agree for any %s', async (_kind, periods) => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...listed), periods, async (id, period) => {
        const { current } = await ask({ measures: [id], centres: [centre], period }, context())
        const { total, to } = await askRows({ measure: id, centres: [centre], period, limit: 1 }, context())
        const figure = counted(id, current.overall)
        expect(
          to <= textOfDay(day('2026-11-28')) || to < current.from || figure === 0 || figure === null,
        ).toBe(true)
        if (figure !== null) expect(total, `${id} of ${period}`).toBe(figure)
        else if (basePart(measureNamed(id)).kind === 'flow') expect(total, `${id} of ${period}`).toBe(0)
        compared += figure === null ? 0 : 1
      }),
      { numRuns: 25 },
    )
    expect(compared).toBeGreaterThan(0)
  })
})

describe('levels', () => {
  it('are never negative, in no bucket and for no member', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          ...levels.flatMap(id => ['', ...dimensionsOf(measureNamed(id))].map(by => ({ id, by }))),
        ),
        anyPeriod,
        fc.constantFrom('none' as const, 'month' as const),
        async ({ id, by }, period, granularity) => {
          const { current, earlier } = await ask(
            {
              measures: [id],
              centres: [centre],
              period,
              granularity,
              comparison: 'lastYear',
              ...(by && { groupBy: [by] }),
            },
            context(),
          )
          for (const side of [current, earlier])
            for (const { parts } of side ? [...side.cells, ...side.totals] : [])
              for (const part of partsOf(measureNamed(id))) {
                const value = parts[partKey(part)] ?? null
                if (typeof value !== 'number') continue
                expect(value, `${id} by ${by} of ${period}`).toBeGreaterThanOrEqual(0)
                seen++
              }
        },
      ),
      { numRuns: 60 },
    )
    expect(seen).toBeGreaterThan(100)
  })
})

/** True where each day from one date to another is in a known stretch, looked at one by one. */
function isFullyKnown(
  { knownDays }: Answer,
  fact: string,
  { from, to }: { from: string; to: string },
): boolean {
  if (from > to) return false
  const stretches = knownDays[fact] ?? []
  for (let at = day(from); at <= day(to); at++)
    if (!stretches.some(range => range.from <= textOfDay(at) && textOfDay(at) <= range.to)) return false
  return true
}

/** True where there are opening hours on a day of the range. */
function isOpen({ from, to }: { from: string; to: string }): boolean {
  for (let at = day(from); at <= day(to); at++) if (isWorkday(textOfDay(at))) return true
  return false
}

describe('a change', () => {
  it('is null if and only if a side is not fully known, or one side alone was closed', async () => {
    const outcomes = { change: 0, none: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(['casesReceived', 'cases'] as const, ['tradesConcluded', 'trades'] as const),
        anyPeriod,
        fc.constantFrom('previous', 'lastYear'),
        async ([id, fact], period, comparison) => {
          const answer = await ask({ measures: [id], centres: [centre], period, comparison }, context())
          const sides = [answer.current.coverage[fact], answer.earlier?.coverage[fact]]
          const isKnown =
            sides.every(side => side !== undefined && isFullyKnown(answer, fact, side)) &&
            new Set(sides.map(side => isOpen(side!))).size === 1
          const { change, whyNot } = changeIn(measureNamed(id), answer)
          expect(change !== null, `${id} of ${period} with ${comparison}`).toBe(isKnown)
          expect(whyNot === null).toBe(isKnown)
          outcomes[isKnown ? 'change' : 'none']++
        },
      ),
      { numRuns: 150 },
    )
    expect(Math.min(outcomes.change, outcomes.none)).toBeGreaterThan(20)
  })
})
