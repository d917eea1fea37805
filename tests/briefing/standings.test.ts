import type { FigureRef } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { readDocument } from '../../server/briefing/read.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const period = '2012-10-01..2012-10-31'
/** Completed cases of October by window, counted in SQL. */
let counted: { code: string; n: number }[]

beforeAll(async () => {
  counted = await database().prisma.$queryRaw`
    SELECT w."code", count(*)::int AS n FROM "Case" c
    JOIN "Window" w ON w."centreId" = c."centreId" AND w."id" = c."windowId"
    WHERE c."completedDay" BETWEEN '2012-10-01' AND '2012-10-31'
    GROUP BY w."code" ORDER BY n DESC, w."code"`
})

async function textOf(more: Partial<FigureRef>, language: 'zh' | 'en' = 'zh') {
  const ref: FigureRef = {
    measure: 'casesCompleted',
    period,
    comparison: 'none',
    shows: 'value',
    form: 'plain',
    ...more,
  }
  const { readings } = await readDocument(
    { blocks: [{ kind: 'paragraph', inlines: [ref] }] },
    {
      centre: 'pinghe',
      language,
      context: { database: database(), scope: leaderScope, now: new Date('2013-01-15T02:00:00Z') },
    },
  )
  return readings.figures[referenceKey(ref)]!
}

describe('a window among all', () => {
  it('has the share and the place that SQL counts', async () => {
    const all = counted.reduce((sum, { n }) => sum + n, 0)
    const [, , third] = counted
    const place = counted.filter(({ n }) => n > third!.n).length + 1
    const filters = [{ dimension: 'window', in: [third!.code] }]
    const share = await textOf({ shows: 'share', by: 'window', filters })
    expect([share.numerator, share.n]).toEqual([third!.n, all])
    expect(share.text).toBe(`占${((100 * third!.n) / all).toFixed(1)}%`)
    const rank = await textOf({ shows: 'rank', by: 'window', filters })
    expect(rank.text).toBe(`在${rank.n}个窗口中居第${place}位`)
    expect(rank.n).toBeGreaterThanOrEqual(counted.length)
    expect((await textOf({ shows: 'share', by: 'window', filters }, 'en')).text).toMatch(/^\d+\.\d% of all$/)
  })

  it('the first ten windows by what they completed, with their numbers', async () => {
    const { text } = await textOf({ shows: 'largest', by: 'window', most: 10 })
    expect(text.match(/（\d+件）/g)).toEqual(counted.slice(0, 10).map(({ n }) => `（${n}件）`))
  })

  it('says nothing of two at once, of a rate, or of days that are not known', async () => {
    const [first, second] = counted
    const oneWindow = [{ dimension: 'window', in: [first!.code] }]
    const two = [{ dimension: 'window', in: [first!.code, second!.code] }]
    expect((await textOf({ shows: 'rank', by: 'window', filters: two })).text).toBe('')
    expect(
      (await textOf({ shows: 'share', by: 'window', filters: oneWindow, measure: 'onTimeRate' })).text,
    ).toBe('')
    const before = { period: '2011-10-01..2011-10-31' }
    expect((await textOf({ shows: 'share', by: 'window', filters: oneWindow, ...before })).text).toBe('')
  })
})
