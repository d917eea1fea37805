import type { QuestionInput } from '#measures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { factsOf, measureIds, measureNamed } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { explain } from '../../server/query/explain.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const items = ['NOW', 'TEN', 'THIRTY', 'SPECIAL']
const lines = Array.from({ length: 500 }, (_, place) => {
  const day = (after: number): string =>
    new Date(Date.UTC(2012, 6, 1 + ((place * 11) % 110) + after)).toISOString().slice(0, 10)
  const completed = place % 6 === 0 ? '' : `${day(1 + (place % 17))} 16:00`
  return (
    `C${place},${items[place % 4]},${['', 'W1', 'W2', 'W3'][place % 3] ?? ''},` +
    `${['hall', 'online', '', 'post', 'mobile'][place % 5]},${day(0)} 09:${10 + (place % 50)},` +
    `${place % 7 === 0 ? '' : `${day(1)} 10:00`},${completed},` +
    `${completed && place % 4 > 0 ? ['granted', 'refused', 'withdrawn'][place % 3] : ''}`
  )
})
beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    'caseNumber,item,window,channel,receivedAt,acceptedAt,completedAt,outcome\n' + `${lines.join('\n')}\n`,
  )
})

const context = () => ({ database: database(), scope: wholeScope, now: testNow })
const base = { centres: ['here'], comparison: 'none' }
const tablesOf = async (question: QuestionInput) =>
  (await explain(question, context())).flatMap(read => read.from.map(({ table, days }) => [table, ...days]))

describe('where a rollup is kept by month alone', () => {
  it('whole months come from it, and the days at their edges from the facts', async () => {
    const of = async (period: string) =>
      tablesOf({ ...base, measures: ['casesCompleted'], groupBy: ['outcome'], period })
    expect(await of('2012-07-20..2012-09-05')).toEqual([
      ['rollup_cases_outcome_month', '2012-08-01..2012-08-31'],
      ['Case', '2012-07-20..2012-07-31', '2012-09-01..2012-09-05'],
    ])
    expect(await of('2012-08')).toEqual([['rollup_cases_outcome_month', '2012-08-01..2012-08-31']])
  })

  it('an answer names all that it was read from', async () => {
    const sourcesOf = async (period: string) => {
      const asked = { ...base, measures: ['casesCompleted' as const], groupBy: ['item', 'channel'], period }
      return (await ask(asked, context())).sources
    }
    expect(await sourcesOf('2012-08')).toEqual(['rollup_cases_item_channel'])
    expect(await sourcesOf('2012-07-20..2012-09-05')).toEqual(['rollup_cases_item_channel', 'Case'])
    expect(await sourcesOf('2012-08-02..2012-08-20')).toEqual(['Case'])
  })

  const date = fc
    .tuple(fc.integer({ min: 6, max: 11 }), fc.integer({ min: 1, max: 30 }))
    .map(([month, day]) => `2012-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  const question = fc.record({
    measures: fc.subarray(
      measureIds.filter(
        id => factsOf(measureNamed(id)).join() === 'cases' && measureNamed(id).within === undefined,
      ),
      { minLength: 1, maxLength: 6 },
    ),
    period: fc.tuple(date, date).map(pair => [...pair].sort().join('..')),
    granularity: fc.constantFrom('none' as const, 'none' as const, 'month' as const, 'week' as const),
    comparison: fc.constantFrom('none', 'previous'),
    groupBy: fc.constantFrom<string[][]>(
      ['outcome'],
      ['item'],
      ['item', 'channel'],
      ['window', 'outcome'],
      ['itemType', 'item'],
    ),
    filters: fc.constantFrom<{ dimension: string; in: string[] }[][]>(
      [],
      [{ dimension: 'item', in: ['TEN', 'NOW'] }],
      [{ dimension: 'window', in: ['W1'] }],
      [{ dimension: 'unit', in: ['U1'] }],
    ),
  })

  it('every answer of any days is the one that facts alone give', async () => {
    let mixed = 0
    await fc.assert(
      fc.asyncProperty(question, async some => {
        const asked = { ...base, ...some }
        const { sources, ...answer } = await ask(asked, context())
        const { sources: _, ...fromFacts } = await ask(asked, { ...context(), factsOnly: true })
        const ordered = <T extends typeof answer>(sorted: T): T => {
          for (const side of [sorted.current, sorted.earlier])
            for (const cells of [side?.cells, side?.totals])
              cells?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
          return sorted
        }
        expect(ordered(answer)).toEqual(ordered(fromFacts))
        if (sources.includes('Case') && sources.some(name => name.startsWith('rollup_'))) mixed++
      }),
      { numRuns: 120 },
    )
    expect(mixed).toBeGreaterThan(30)
  })
})
