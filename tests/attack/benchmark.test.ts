import type { QuestionInput } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayFromText, textOfDay } from '#measures'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

// The whole hall less one's own figures is the figures of the others. Where one other stands behind a day,
// a benchmark of that day would tell them.

const database = useDatabase('empty')

/**
 * Who works on which day, by item: NOW is of W1 and U1, HALF of W4 and U3, TEN of U2. In September one other
 * alone counts on the 3rd and 7th, in October on no day, in November on its only one.
 */
const days: [string, string[]][] = [
  ['09-03', ['NOW', 'TEN']],
  ['09-04', ['NOW', 'TEN', 'HALF']],
  ['09-05', ['NOW']],
  ['09-06', ['TEN', 'HALF']],
  ['09-07', ['TEN']],
  ['10-08', ['NOW', 'TEN', 'HALF']],
  ['10-09', ['NOW']],
  ['10-10', ['TEN', 'HALF']],
  ['11-05', ['NOW', 'TEN']],
]
const weakDays = ['09-03', '09-07', '11-05']

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
        const at = `2012-${day} 09:0${n}`
        return `D${day}${item}${n},${item},${at},${at},2012-${day} 10:0${n}`
      }),
    ),
  )
  await load(
    database(),
    { centre: 'hall', target: 'cases' },
    `caseNumber,item,receivedAt,acceptedAt,completedAt\n${rows.join('\n')}\n`,
  )
  await addCentre(database(), 'west', { openedOn: '2012-01-01' })
  const west = {
    units: 'code,name,validFrom\nU1,西一局,2012-01-01\nU2,西二局,2012-01-01\nU3,西三局,2012-01-01\n',
    windows:
      'code,name,unit,validFrom\n' +
      'W1,西一窗口,U1,2012-01-01\nW2,西二窗口,U2,2012-01-01\nW4,西三窗口,U3,2012-01-01\n',
    cases:
      'caseNumber,unit,window,receivedAt,acceptedAt\n' + 'west-1,U2,W2,2012-10-08 09:00,2012-10-08 09:00\n',
  }
  for (const target of ['units', 'windows', 'cases'] as const)
    expect((await load(database(), { centre: 'west', target }, west[target])).problems).toEqual([])
})

const day = (of: string): string => `2012-${of}..2012-${of}`

/** A benchmark, as somebody limited to one unit or one window of the hall asks for it. */
async function benchmark(limit: { units: string[] } | { windows: string[] }, more: Partial<QuestionInput>) {
  const viewer = viewerIn('windowChief', { centres: ['hall', 'west'], ...limit })
  return createCaller(await testContext(database(), viewer)).measures.ask({
    measures: ['casesReceived'],
    centres: ['hall'],
    period: day('10-08'),
    benchmark: true,
    ...more,
  })
}

describe.each([
  ['a unit', { units: ['hall/U1', 'west/U1'] }],
  ['a window', { windows: ['hall/W1', 'west/W1'] }],
])('a benchmark for somebody who sees %s', (_, limit) => {
  it.each<[string, Partial<QuestionInput>]>([
    ['a day on which two others counted beside them', { period: day('10-08') }],
    ['a day on which nobody else counted', { period: day('10-09') }],
    ['a day on which two others counted alone', { period: day('10-10') }],
    ['a month by day that holds such days only', { period: '2012-10', granularity: 'day' }],
    ['a month that runs and held such days only', { period: '2012-10', asOf: '2012-10-10T04:00:00Z' }],
    ['a month in which two others counted', { period: '2012-09' }],
    ['two such months', { period: '2012-09..2012-10', granularity: 'month' }],
  ])('is answered for %s', async (_words, more) => {
    await expect(benchmark(limit, more)).resolves.toMatchObject({ question: { benchmark: true } })
  })

  it.each<[string, Partial<QuestionInput>]>([
    ['a day on which one other counted beside them', { period: day('09-03') }],
    ['a day on which one other counted alone', { period: day('09-07') }],
    ['another day of its month', { period: day('09-04') }],
    ['a week of its month', { period: '2012-09-10..2012-09-16' }],
    ['a month by day that holds such a day', { period: '2012-09', granularity: 'day' }],
    ['a month by week that holds such a day', { period: '2012-09', granularity: 'week' }],
    ['a month but for such a day', { period: '2012-09-04..2012-09-30' }],
    ['a month that runs, up to such a day', { period: '2012-09', asOf: '2012-09-07T04:00:00Z' }],
    ['a quarter with a month in which one other counted', { period: '2012-09..2012-11' }],
    ['a day beside such a day', { comparison: day('09-03') }],
    ['such a day, by a rate', { measures: ['onTimeRate'], period: day('09-03') }],
    ['such a day, by what was completed', { measures: ['casesCompleted'], period: day('09-03') }],
    [
      'such a day, behind a measure that counts nothing',
      { measures: ['banners', 'casesReceived'], period: day('09-03') },
    ],
    ['such a day, exactly', { period: day('09-03'), exact: true }],
    ['another day split by unit', { groupBy: ['unit'] }],
    ['another day split by item', { groupBy: ['item'] }],
    ['another day of one other', { filters: [{ dimension: 'unit', in: ['U2'] }] }],
    ['another centre in which one other counted', { centres: ['west'] }],
    ['two centres, in one of which one other counted', { centres: ['hall', 'west'] }],
  ])('is refused for %s', async (_words, more) => {
    await expect(benchmark(limit, more)).rejects.toThrow('out-of-scope')
  })

  it('says nothing of such a day by additions and subtractions of all that is answered', async () => {
    const bounds = [
      '09-01',
      '09-03',
      '09-04',
      '09-07',
      '09-08',
      '10-01',
      '10-09',
      '11-01',
      '11-05',
      '11-06',
      '12-01',
    ]
    // A known sum connects its two bounds. A day can be worked out where its own two bounds are connected.
    const reached = new Map(bounds.map(bound => [bound, bound]))
    for (const [place, from] of bounds.entries()) {
      for (const end of bounds.slice(place + 1)) {
        const period = `2012-${from}..${textOfDay((dayFromText(`2012-${end}`) ?? 0) - 1)}`
        const isAnswered = await benchmark(limit, { period }).then(
          () => true,
          () => false,
        )
        const [old, now] = [reached.get(end), reached.get(from) ?? from]
        if (isAnswered) for (const bound of bounds) if (reached.get(bound) === old) reached.set(bound, now)
      }
    }
    const closed = weakDays.filter(
      weak => reached.get(weak) === reached.get(bounds[bounds.indexOf(weak) + 1] ?? ''),
    )
    expect(closed).toEqual([])
    expect(reached.get('09-01')).toBe(reached.get('11-01'))
  })
})
