import type { Basis } from '../support/recount/check.ts'
import type { Dates } from '../support/recount/days.ts'
import type { Awkward, RecountedCentre } from '../support/recount/issue.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { recounted, recountedCentre, writtenIssue } from '../support/recount/issue.ts'
import { paragraphsOf } from '../support/recount/sentences.ts'

const database = useDatabase('launch')
const opened = '2012-08-08'
const now = new Date('2012-12-28T02:00:00Z')
const after = new Date('2013-06-30T02:00:00Z')

const periods: Awkward[] = [
  ['month', '2012-08', 'previous'],
  ['month', '2012-08', 'lastYear'],
  ['month', '2012-09', 'previous'],
  ['month', '2012-09', 'lastYear'],
  ['month', '2012-10', 'previous'],
  ['month', '2012-10', 'none'],
  ['month', '2012-11', 'previous'],
  ['month', '2012-11', 'sameWorkingDaysLastYear'],
  ['month', '2012-12', 'previous'],
  ['month', '2012-12', 'previous', now],
  ['month', '2012-12', 'lastYear', now],
  ['month', '2012-07', 'previous'],
  ['month', '2012-02', 'lastYear'],
  ['month', '2013-01', 'previous'],
  ['month', '2013-01', 'lastYear'],
  ['month', '2013-02', 'previous'],
  ['month', '2013-02', 'lastYear'],
  ['month', '2013-05', 'previous'],
  ['month', '2013-06', 'previous'],
  ['quarter', '2012-Q2', 'previous'],
  ['quarter', '2012-Q3', 'previous'],
  ['quarter', '2012-Q4', 'previous'],
  ['quarter', '2012-Q4', 'previous', now],
  ['quarter', '2013-Q1', 'lastYear'],
  ['half', '2012-H1', 'previous'],
  ['half', '2012-H2', 'previous'],
  ['half', '2012-H2', 'lastYear', now],
  ['half', '2013-H1', 'previous'],
  ['year', '2012', 'lastYear'],
  ['year', '2012', 'previous', now],
  ['year', '2013', 'lastYear'],
  ['special', '2012-08-08..2012-12-31', 'none'],
  ['special', '2012-09-01..2012-10-31', 'none'],
  ['special', '2012-06-01..2012-12-31', 'none'],
  ['special', '2013-02-01..2013-02-28', 'none'],
  ['custom', '2012-08-08', 'previous'],
  ['custom', '2012-09-29', 'previous'],
  ['custom', '2012-09-30', 'previous'],
  ['custom', '2012-10-01..2012-10-07', 'previous'],
  ['custom', '2012-12-31..2013-01-03', 'previous'],
  ['custom', '2012-02-29', 'lastYear'],
  ['custom', '2013-01-31', 'previous'],
]

/** Which days are known at the two moments: the last records lie so, and the hall reports daily. */
function knownAt(at: Date): Basis['known'] {
  const until = (to: string): Dates => ({ from: opened, to: at === now ? '2012-12-28' : to })
  return {
    cases: until('2013-01-23'),
    trades: until('2013-01-03'),
    feedback: until('2012-12-31'),
    attendance: until('2012-12-31'),
    postChecks: until('2012-12-31'),
    exams: until('2012-12-31'),
    meetings: until('2012-12-31'),
    serviceEvents: until('2012-12-31'),
    hall: until('2013-06-30'),
  }
}

let centre: RecountedCentre
beforeAll(async () => {
  centre = await recountedCentre(database(), { code: 'pinghe', opened, after, knownAt })
})

describe.each(periods)('%s %s, compared with %s', (...asked) => {
  const awkward = asked

  it.each(['zh', 'en'] as const)('prints what the rows say, in whole sentences (%s)', async language => {
    const { faults, hasNumbers, isBeforeOpening } = await recounted(centre, awkward, language)
    expect(faults).toEqual([])
    expect(hasNumbers).toBe(!isBeforeOpening)
  })
})

describe('sentences', () => {
  it('a period of which no day is over is refused', async () => {
    for (const period of ['2012-12-28', '2013-01', '2013'])
      await expect(writtenIssue(centre, ['custom', period, 'previous', now], 'zh')).rejects.toThrow(
        'period-not-begun',
      )
  })

  it('a running period is dated', async () => {
    const month = await writtenIssue(centre, ['month', '2012-12', 'previous', now], 'zh')
    expect(paragraphsOf(month).join('')).toContain('12月（截至27日）')
    const year = await writtenIssue(centre, ['year', '2012', 'none', now], 'zh')
    expect(year.document.subtitle).toBe('2012年1—12月（截至27日）')
  })
})
