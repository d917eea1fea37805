import type { QuestionInput } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

// The whole hall less one's own figures is the figures of the others. Where one other stands behind a day,
// a benchmark of that day would tell them.

const database = useDatabase('empty')

/** Who works on which day of September 2012, by item: NOW is of W1 and U1, HALF of W4 and U3, TEN of U2. */
const days: [number, string[]][] = [
  [3, ['NOW', 'TEN']],
  [4, ['NOW', 'TEN', 'HALF']],
  [5, ['NOW']],
  [6, ['TEN', 'HALF']],
  [7, ['TEN']],
]

beforeAll(async () => {
  await addCentre(database(), 'hall', { openedOn: '2012-01-01' })
  await loadSmallHall(database(), 'hall')
  await load(database(), { centre: 'hall', target: 'units' }, 'code,name,validFrom\nU3,国土局,2012-01-01\n')
  await load(
    database(),
    { centre: 'hall', target: 'windows' },
    'code,name,unit,validFrom\nW4,国土窗口,U3,2012-01-01\n',
  )
  await load(
    database(),
    { centre: 'hall', target: 'items' },
    'item,name,unit,window,type,validFrom\nHALF,半日事项,U3,W4,instant,2012-01-01\n',
  )
  const rows = days.flatMap(([day, items]) =>
    items.flatMap((item, place) =>
      Array.from({ length: place + 1 }, (_, n) => {
        const at = `2012-09-0${day} 09:0${n}`
        return `D${day}${item}${n},${item},${at},${at},2012-09-0${day} 10:0${n}`
      }),
    ),
  )
  await load(
    database(),
    { centre: 'hall', target: 'cases' },
    `caseNumber,item,receivedAt,acceptedAt,completedAt\n${rows.join('\n')}\n`,
  )
})

const day = (of: number): string => `2012-09-0${of}..2012-09-0${of}`

/** A benchmark, as somebody limited to one unit or one window of the hall asks for it. */
async function benchmark(limit: { units: string[] } | { windows: string[] }, more: Partial<QuestionInput>) {
  const viewer = viewerIn('windowChief', { centres: ['hall'], ...limit })
  return createCaller(await testContext(database(), viewer)).measures.ask({
    measures: ['casesReceived'],
    centres: ['hall'],
    period: day(4),
    benchmark: true,
    ...more,
  })
}

describe.each([
  ['a unit', { units: ['hall/U1'] }],
  ['a window', { windows: ['hall/W1'] }],
])('a benchmark for somebody who sees %s', (_, limit) => {
  it.each([4, 5, 6])('is answered for day %i, on which two others counted, or none', async of => {
    await expect(benchmark(limit, { period: day(of) })).resolves.toMatchObject({
      question: { benchmark: true },
    })
  })

  it.each<[string, Partial<QuestionInput>]>([
    ['a day on which one other counted beside them', { period: day(3) }],
    ['a day on which one other counted alone', { period: day(7) }],
    ['a week by day that holds such a day', { period: '2012-09-03..2012-09-07', granularity: 'day' }],
    ['a month by day', { period: '2012-09', granularity: 'day' }],
    ['a day beside such a day', { period: day(4), comparison: day(3) }],
    ['such a day, by a rate', { measures: ['onTimeRate'], period: day(3) }],
    ['such a day, by what was completed', { measures: ['casesCompleted'], period: day(3) }],
    [
      'such a day, behind a measure that counts nothing',
      { measures: ['banners', 'casesReceived'], period: day(3) },
    ],
    ['such a day, exactly', { period: day(3), exact: true }],
    ['another day split by unit', { groupBy: ['unit'] }],
    ['another day split by item', { groupBy: ['item'] }],
    ['another day of one other', { filters: [{ dimension: 'unit', in: ['U2'] }] }],
  ])('is refused for %s', async (_words, more) => {
    await expect(benchmark(limit, more)).rejects.toThrow('out-of-scope')
  })
})
