import { beforeAll, describe, expect, it } from 'vitest'
import { measures, valueOf } from '../../server/measures/index.ts'
import { leaderScope, wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { dueListOf } from '../../server/query/dueList.ts'
import { jointGroupsOf } from '../../server/query/jointGroups.ts'
import { lateListOf } from '../../server/query/lateList.ts'
import { askRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
// Wednesday 12 September 2012, ten in the morning in Beijing.
const now = new Date('2012-09-12T02:00:00Z')
const context = (scope = leaderScope) => ({ database: database(), scope, now })

beforeAll(async () => {
  await addCentre(database(), 'due')
  await loadSmallHall(database(), 'due')
  await load(
    database(),
    { centre: 'due', target: 'cases' },
    [
      'caseNumber,item,jointGroup,receivedAt,acceptedAt,completedAt',
      // Six working days from 3 September: due on the 11th, one working day ago.
      'LATE,TEN,,2012-09-03 08:00,2012-09-03 08:00,',
      // From the 4th: due on the 12th, today; from the 5th: tomorrow; from the 6th: the day after, not
      // near yet.
      'TODAY,TEN,,2012-09-04 08:00,2012-09-04 08:00,',
      'TOMORROW,TEN,,2012-09-05 08:00,2012-09-05 08:00,',
      'LATER,TEN,,2012-09-06 08:00,2012-09-06 08:00,',
      // Due on Friday 31 August and on Thursday the 30th; Saturday and Sunday are no working days.
      'OVER1,TEN,,2012-08-23 08:00,2012-08-23 08:00,2012-09-03 09:00',
      'OVER3,TEN,,2012-08-22 08:00,2012-08-22 08:00,2012-09-04 09:00',
      // J1: 30 and 10 working days by law, one after the other 40; together they took from Monday
      // morning to Wednesday 11:30, 2.5 days.
      'J1A,THIRTY,J1,2012-09-03 08:00,2012-09-03 08:00,2012-09-05 11:30',
      'J1B,TEN,J1,2012-09-03 08:00,2012-09-03 14:30,2012-09-04 08:00',
      // J2 has an instant case without a statutory limit, J3 is not done yet.
      'J2A,NOW,J2,2012-09-03 08:00,2012-09-03 08:00,2012-09-03 09:00',
      'J2B,TEN,J2,2012-09-03 08:00,2012-09-03 08:00,2012-09-04 08:00',
      'J3A,TEN,J3,2012-09-03 08:00,2012-09-03 08:00,2012-09-04 08:00',
      'J3B,THIRTY,J3,2012-09-03 08:00,2012-09-03 08:00,',
    ].join('\n'),
  )
  await load(
    database(),
    { centre: 'due', target: 'cases' },
    [
      'caseNumber,item,receivedAt,acceptedAt,completedAt,givenCommittedDue',
      // Due at four in the afternoon of the 12th; one done that morning, so that records reach that day.
      'HOUR,NOW,2012-09-11 08:00,2012-09-11 08:00,,2012-09-12 16:00',
      'DONE,NOW,2012-09-12 08:00,2012-09-12 08:00,2012-09-12 08:30,',
    ].join('\n'),
  )
})

describe('what is due', () => {
  const short = (cases: { caseNumber: string; due: string; left: number | null }[]): unknown =>
    cases.map(({ caseNumber, due, left }) => [caseNumber, due, left])

  it('lists cases past their limit and near it, with the working days left', async () => {
    const list = await dueListOf({ centre: 'due', filters: [], limit: 20 }, context())
    expect(list.day).toBe('2012-09-12')
    expect(short(list.overdue.cases)).toEqual([
      ['LATE', '2012-09-11', -1],
      ['HOUR', '2012-09-12', 0],
    ])
    // A day without a clock lasts until its end: at the end of the 12th it is not over.
    expect(short(list.near.cases)).toEqual([
      ['TODAY', '2012-09-12', 0],
      ['TOMORROW', '2012-09-13', 1],
    ])
    expect(list.near.cases[0]).toMatchObject({ window: { zh: '挂牌窗口' }, windowCode: 'W2' })
  })

  it('says the same as the figure of every period that is not over', async () => {
    const figures = async (at: Date): Promise<unknown[]> =>
      Promise.all(
        ['today', 'thisMonth', 'yearToDate', '2012'].map(async period => {
          const measured = ['overdueOpenCases', 'nearDueCases'] as const
          const answer = await ask(
            { measures: [...measured], centres: ['due'], period, comparison: 'none' },
            { ...context(), now: at },
          )
          return measured.map(id => valueOf(measures[id], answer.current.overall))
        }),
      )
    expect(await figures(now)).toEqual(Array.from({ length: 4 }, () => [2, 2]))
    // The next morning nothing of that day is known: every place still speaks of the evening before.
    const next = new Date('2012-09-13T00:30:00Z')
    expect(await figures(next)).toEqual(Array.from({ length: 4 }, () => [2, 2]))
    const list = await dueListOf({ centre: 'due', filters: [], limit: 20 }, { ...context(), now: next })
    expect(list.day).toBe('2012-09-12')
    expect([list.overdue.total, list.near.total]).toEqual([2, 2])
  })

  it("keeps to the viewer's windows", async () => {
    const other = await dueListOf(
      { centre: 'due', filters: [], limit: 20 },
      context({ ...leaderScope, rows: { centres: 'all', units: 'all', windows: ['due/W1'] } }),
    )
    expect(other.near.total).toBe(0)
    expect(short(other.overdue.cases)).toEqual([['HOUR', '2012-09-12', 0]])
  })
})

describe('what was completed late', () => {
  it('is listed newest first, with the working days by which it was late and whose it was', async () => {
    const list = await lateListOf({ centre: 'due', period: '2012-09', filters: [], limit: 20 }, context())
    expect(list.total).toBe(2)
    expect(list.cases.map(({ caseNumber, due, over }) => [caseNumber, due, over])).toEqual([
      ['OVER3', '2012-08-30', 3],
      ['OVER1', '2012-08-31', 1],
    ])
    expect(list.cases[0]?.window?.zh).toBe('挂牌窗口')
    const other = {
      ...leaderScope,
      rows: { centres: 'all' as const, units: 'all' as const, windows: ['due/W1'] },
    }
    const none = await lateListOf(
      { centre: 'due', period: '2012-09', filters: [], limit: 20 },
      context(other),
    )
    expect(none).toEqual({ total: 0, cases: [] })
  })
})

describe('joint affairs', () => {
  const joint = async (filters: { dimension: string; in: string[] }[] = [], scope = leaderScope) =>
    (await jointGroupsOf({ centre: 'due', period: '2012-09', filters }, context(scope))).groups

  it('are set against their limits one after the other', async () => {
    const [first, second, ...rest] = await joint()
    expect(first).toEqual({
      group: 'J1',
      cases: 2,
      units: 1,
      by: [{ zh: '交管大队', en: '交管大队' }],
      acceptedOn: '2012-09-03',
      completedOn: '2012-09-05',
      sequentialMilliDays: 40_000,
      takenMilliDays: 2500,
      savedMilliDays: 37_500,
    })
    expect(second).toMatchObject({ group: 'J2', units: 2, sequentialMilliDays: null })
    expect(rest).toEqual([])
  })

  it('have records of their own, within the scope, while no figure is limited by a group', async () => {
    const asked = {
      centres: ['due'],
      period: '2012-09-03..2012-09-05',
      filters: [{ dimension: 'jointGroup', in: ['J1'] }],
    }
    const answer = await askRows({ measure: 'jointCases', ...asked }, context())
    expect(answer.rows.map(([caseNumber]) => caseNumber)).toEqual(['J1A', 'J1B'])
    const other = { ...leaderScope, rows: { ...leaderScope.rows, windows: ['due/W1'] } }
    expect((await askRows({ measure: 'jointCases', ...asked }, context(other))).total).toBe(0)
    await expect(ask({ measures: ['jointCases'], ...asked }, context())).rejects.toThrow(
      'dimension-not-of-measure',
    )
    await expect(askRows({ measure: 'reviews', ...asked }, context())).rejects.toThrow(
      'dimension-not-of-measure',
    )
  })

  it('are found by any of their cases, and shown whole or not at all', async () => {
    expect(
      (await joint([{ dimension: 'item', in: ['THIRTY'] }])).map(jointGroup => [
        jointGroup.group,
        jointGroup.cases,
      ]),
    ).toEqual([['J1', 2]])
    const partly = {
      ...wholeScope,
      rows: { centres: 'all' as const, units: ['due/U1'], windows: 'all' as const },
    }
    expect(await joint([], partly)).toEqual([])
    // A case that names no unit is not in anybody's part.
    await load(
      database(),
      { centre: 'due', target: 'cases' },
      'caseNumber,item,jointGroup,receivedAt,acceptedAt,completedAt\nJ4A,NOW,J4,' +
        '2012-09-03 08:00,2012-09-03 08:00,2012-09-03 09:00\nJ4B,,J4,2012-09-03 08:00,' +
        '2012-09-03 08:00,2012-09-03 09:00',
    )
    expect((await joint()).map(jointGroup => jointGroup.group)).toContain('J4')
    expect((await joint([], partly)).map(jointGroup => jointGroup.group)).not.toContain('J4')
  })
})
