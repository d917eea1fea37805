import type { Answer, Parts } from '#measures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  binOf,
  changeIn,
  figureOf,
  histogramOfFew,
  measures,
  mostExact,
  partKey,
  whyNotWords,
} from '#measures'
import { readDocument } from '../../server/briefing/read.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const centre = 'quantiles'
const windows = ['W1', 'W2', 'W3'] as const

interface Plain {
  window: string
  day: number
  seconds: number
}
/** W1 has many cases a month, W2 a few, W3 one now and then. */
const plain = fc.sample(
  fc.record({
    window: fc.oneof(
      { weight: 40, arbitrary: fc.constant(windows[0]) },
      { weight: 8, arbitrary: fc.constant(windows[1]) },
      { weight: 1, arbitrary: fc.constant(windows[2]) },
    ),
    day: fc.integer({ min: 1, max: 28 }),
    seconds: fc.integer({ min: 60, max: 30_000 }),
  }),
  { numRuns: 160, seed: 21 },
) as Plain[]
const monthOf = (place: number): string => (place % 2 === 0 ? '2012-09' : '2012-10')

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  const clock = (seconds: number): string => new Date(28_800_000 + seconds * 1000).toISOString().slice(11, 19)
  const rows = plain.map(({ window, day, seconds }, place) => {
    const date = `${monthOf(place)}-${String(day).padStart(2, '0')}`
    return `Q${place},${window},${date} ${clock(0)},${date} ${clock(seconds)}`
  })
  await load(
    database(),
    { centre, target: 'cases' },
    ['caseNumber,window,receivedAt,completedAt', ...rows].join('\n'),
  )
})

/** The quantile of seconds as a person finds it in a sorted list, in days. */
function byHand(seconds: readonly number[], percent: number): number {
  const sorted = seconds.toSorted((a, b) => a - b)
  const rank = Math.ceil((percent * sorted.length) / 100)
  const isBetween = (percent * sorted.length) % 100 === 0 && rank < sorted.length
  return (isBetween ? (sorted[rank - 1]! + sorted[rank]!) / 2 : sorted[rank - 1]!) / 86_400
}

/** Checks a figure against the list; true where it is exact. */
function check(parts: Parts, seconds: readonly number[], words: string): boolean {
  for (const [id, percent] of [
    ['medianElapsedDays', 50],
    ['p90ElapsedDays', 90],
  ] as const) {
    const { value, n, error = 0 } = figureOf(measures[id], parts)
    expect(n, words).toBe(seconds.length)
    expect(error > 0, `${id} ${words}`).toBe(seconds.length > mostExact)
    expect(Math.abs(value! - byHand(seconds, percent)), `${id} ${words}`).toBeLessThanOrEqual(
      error * 1.02 + 1e-9,
    )
  }
  return seconds.length <= mostExact
}

describe('medians and P90', () => {
  it.each([
    ['from rollups', false],
    ['from facts', true],
  ])('of few cases are exact, of many within their stated error, %s', async (_, factsOnly) => {
    const { current } = await ask(
      {
        measures: ['medianElapsedDays', 'p90ElapsedDays'],
        centres: [centre],
        period: '2012-09..2012-10',
        granularity: 'month',
        groupBy: ['window'],
      },
      { database: database(), scope: wholeScope, now: testNow, factsOnly },
    )
    const inMonth = (month: string) => plain.filter((_one, place) => monthOf(place) === month)
    const seconds = (all: readonly Plain[], window: string) =>
      all.filter(row => row.window === window).map(row => row.seconds)
    const exact = new Set<boolean>()
    for (const { bucket, members, parts } of current.cells) {
      const month = current.buckets[bucket]!.key
      const list = seconds(inMonth(month), members[0]!)
      if (list.length > 0) exact.add(check(parts, list, `${members[0]} ${month}`))
    }
    for (const { members, parts } of current.totals) check(parts, seconds(plain, members[0]!), members[0]!)
    check(
      current.overall,
      plain.map(row => row.seconds),
      'all',
    )
    expect([...exact].sort()).toEqual([false, true])
  })

  it.each([
    ['from rollups', false, [], 'none'],
    ['from facts', true, [], 'none'],
    ['by window, from rollups', false, ['window'], 'none'],
    ['by month, from facts', true, ['window'], 'month'],
  ] as const)(
    'of many cases are exact where that is demanded, %s',
    async (_, factsOnly, groupBy, granularity) => {
      const { current } = await ask(
        {
          measures: ['medianElapsedDays', 'p90ElapsedDays'],
          centres: [centre],
          period: '2012-09..2012-10',
          granularity,
          groupBy: [...groupBy],
          exact: true,
        },
        { database: database(), scope: wholeScope, now: testNow, factsOnly },
      )
      let many = 0
      for (const { bucket, members, parts } of current.cells) {
        const month = current.buckets[bucket]!.key
        const own = plain.filter(
          (row, place) =>
            (month === 'all' || monthOf(place) === month) && (members[0] ?? row.window) === row.window,
        )
        if (own.length === 0) continue
        if (own.length > mostExact) many++
        for (const [id, percent] of [
          ['medianElapsedDays', 50],
          ['p90ElapsedDays', 90],
        ] as const) {
          const { value, error, n } = figureOf(measures[id], parts)
          const words = `${id} ${members[0] ?? ''} ${month}`
          expect(n, words).toBe(own.length)
          expect(error, words).toBeUndefined()
          expect(value, words).toBeCloseTo(
            byHand(
              own.map(row => row.seconds),
              percent,
            ),
            9,
          )
        }
      }
      expect(many).toBeGreaterThan(0)
    },
  )

  it('in a document are exact', async () => {
    const ref = { measure: 'medianElapsedDays', period: '2012-09..2012-10', comparison: 'none' } as const
    const figure = { ...ref, shows: 'value', form: 'plain' } as const
    const { readings } = await readDocument(
      { blocks: [{ kind: 'paragraph', inlines: [figure] }] },
      { centre, language: 'zh', context: { database: database(), scope: wholeScope, now: testNow } },
    )
    const [reading] = Object.values(readings.figures)
    expect(reading?.n).toBe(plain.length)
    expect(reading).not.toHaveProperty('error')
    expect(reading?.value).toBeCloseTo(
      byHand(
        plain.map(row => row.seconds),
        50,
      ),
      9,
    )
  })

  it('of a period that is cut are the same as of its parts together', async () => {
    const context = { database: database(), scope: wholeScope, now: testNow }
    const question = {
      measures: ['medianElapsedDays'] as const,
      centres: [centre],
      filters: [{ dimension: 'window', in: ['W2'] }],
      period: '2012-09-03..2012-09-20',
    }
    const [whole, days] = [
      await ask({ ...question, measures: [...question.measures] }, context),
      await ask({ ...question, measures: [...question.measures], granularity: 'day' }, context),
    ]
    expect(days.current.overall).toEqual(whole.current.overall)
  })
})

describe('a change of a median', () => {
  const measure = measures.medianElapsedDays
  const answerOf = (now: Parts, before: Parts): Answer =>
    ({
      current: { overall: now, coverage: {} },
      earlier: { overall: before, coverage: {} },
      knownDays: {},
      settingChanges: [],
    }) as unknown as Answer
  const many = (seconds: number): Parts => ({ [partKey(measure.part)]: [[binOf(seconds), 100]] })
  const few = (...seconds: number[]): Parts => ({ [partKey(measure.part)]: histogramOfFew(seconds) })

  it('is stated where it is larger than the errors of both', () => {
    const { change } = changeIn(measure, answerOf(many(20_000), many(10_000)))
    expect(change?.direction).toBe('up')
    expect(change?.error).toBeGreaterThan(0)
  })

  it('is neither a difference nor “unchanged” where it is not', () => {
    for (const now of [10_000, 10_300]) {
      const { change, whyNot } = changeIn(measure, answerOf(many(now), many(10_000)))
      expect(change).toBeNull()
      expect(whyNot && whyNotWords(whyNot, 'zh', '2012')).toBe('相差不超过分组估计的误差，不作比较')
    }
  })

  it('of few cases is exact, so that equal medians are unchanged', () => {
    expect(changeIn(measure, answerOf(few(10, 20), few(15))).change?.direction).toBe('same')
    expect(changeIn(measure, answerOf(few(10_001), few(10_000))).change).toMatchObject({ direction: 'up' })
  })
})
