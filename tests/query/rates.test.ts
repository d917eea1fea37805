import type { MeasureId, RatioMeasure } from '#measures'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dimensionsOf, figureOf, measureIds, measureNamed, textOfDay } from '#measures'
import { leaderScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { askRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const context = () => ({ database: database(), scope: leaderScope, now: new Date('2013-06-30T00:00:00Z') })

function counts(id: MeasureId): boolean {
  const measure = measureNamed(id)
  return (
    measure.kind === 'ratio' &&
    measure.numerator.kind === 'flow' &&
    measure.denominator.kind === 'flow' &&
    measure.numerator.fact === 'cases' &&
    measure.denominator.fact === 'cases' &&
    measure.numerator.aggregate === 'count' &&
    measure.denominator.aggregate === 'count' &&
    measure.numerator.during === measure.denominator.during
  )
}
/** Every rate that counts some cases of some cases. */
const rates = measureIds.filter(counts)
const dimensions = ['unit', 'window', 'item', 'itemType', 'channel', 'outcome', 'weekday', 'hour']

it('every rate of every cell equals counting records, for random groupings and periods', async () => {
  expect(rates.length).toBeGreaterThanOrEqual(9)
  const asked = fc.record({
    id: fc.constantFrom(...rates),
    by: fc.uniqueArray(fc.constantFrom(...dimensions), { minLength: 0, maxLength: 2 }),
    from: fc.integer({ min: 15_560, max: 15_690 }),
    length: fc.integer({ min: 0, max: 60 }),
    pick: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ id, by, from, length, pick }) => {
      expect(dimensionsOf(measureNamed(id))).toEqual(expect.arrayContaining(by))
      const period = `${textOfDay(from)}..${textOfDay(from + length)}`
      const answer = await ask({ measures: [id], centres: ['pinghe'], period, groupBy: by }, context())
      const measure = measureNamed(id) as RatioMeasure
      const cells = answer.current.totals.filter(cell => cell.members.every(code => code !== ''))
      const cell = cells[pick % Math.max(1, cells.length)]
      const [parts, members] = cell ? [cell.parts, cell.members] : [answer.current.overall, []]
      const filters = members.map((code, place) => ({ dimension: by[place]!, in: [code] }))
      const recount = async (which: 'counted' | 'numerator'): Promise<number> =>
        (await askRows({ measure: id, centres: ['pinghe'], period, filters, which, limit: 1 }, context()))
          .total
      const { numerator, n, value } = figureOf(measure, parts)
      expect([numerator ?? 0, n ?? 0]).toEqual([await recount('numerator'), await recount('counted')])
      expect(value).toBe((n ?? 0) > 0 ? (numerator ?? 0) / (n ?? 1) : null)
      // The cells of a grouping add up to the whole.
      const whole = figureOf(measure, answer.current.overall)
      expect(answer.current.totals.reduce((sum, one) => sum + (figureOf(measure, one.parts).n ?? 0), 0)).toBe(
        whole.n ?? 0,
      )
    }),
    { numRuns: 60 },
  )
})
