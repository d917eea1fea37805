import type { Awkward, RecountedCentre } from '../support/recount/issue.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { recounted, writtenIssue } from '../support/recount/issue.ts'
import { paragraphsOf } from '../support/recount/sentences.ts'
import { afterFebruary, inLeapFebruary, smallCentre } from '../support/recount/smallCentre.ts'

const database = useDatabase('empty')

const beforeOpening: Awkward[] = [
  ['month', '2023-11', 'previous'],
  ['month', '2023-11', 'lastYear'],
  ['quarter', '2023-Q3', 'previous'],
  ['half', '2023-H1', 'previous'],
  ['year', '2022', 'lastYear'],
  ['special', '2023-11-01..2023-11-30', 'none'],
  ['custom', '2023-11-30', 'previous'],
]
const acrossOpening: Awkward[] = [
  ['month', '2023-12', 'previous'],
  ['quarter', '2023-Q4', 'previous'],
  ['half', '2023-H2', 'lastYear'],
  ['year', '2023', 'lastYear'],
  ['special', '2023-11-01..2024-02-29', 'none'],
  ['custom', '2023-11-15..2023-12-15', 'previous'],
]
const leapFebruary: Awkward[] = [
  ['month', '2024-02', 'previous'],
  ['month', '2024-02', 'lastYear'],
  ['month', '2024-02', 'previous', inLeapFebruary],
  ['month', '2024-03', 'previous'],
  ['month', '2025-02', 'lastYear'],
  ['month', '2025-02', 'sameWorkingDaysLastYear'],
  ['quarter', '2024-Q1', 'previous'],
  ['quarter', '2024-Q1', 'previous', inLeapFebruary],
  ['quarter', '2025-Q1', 'lastYear'],
  ['quarter', '2025-Q1', 'lastYear', afterFebruary],
  ['half', '2024-H1', 'previous'],
  ['year', '2025', 'lastYear', afterFebruary],
  ['special', '2024-02-01..2024-02-29', 'none'],
  ['custom', '2024-02-29', 'previous'],
  ['custom', '2024-02-29', 'lastYear'],
  ['custom', '2025-02-28', 'lastYear'],
  ['custom', '2024-02-28..2024-03-01', 'previous'],
]
const springFestival: Awkward[] = [
  ['month', '2025-01', 'previous'],
  ['month', '2025-01', 'lastYear'],
  ['month', '2025-01', 'sameWorkingDaysLastYear'],
  ['month', '2025-02', 'previous'],
  ['special', '2025-01-26..2025-02-08', 'none'],
  ['custom', '2024-02-10..2024-02-17', 'previous'],
  ['custom', '2025-01-28..2025-02-04', 'previous'],
  ['custom', '2025-01-28..2025-02-04', 'lastYear'],
  ['custom', '2025-01-26', 'previous'],
  ['custom', '2025-02-08', 'previous'],
]
const fewCases: Awkward[] = [
  ['month', '2024-05', 'previous'],
  ['month', '2024-05', 'lastYear'],
  ['month', '2024-06', 'previous'],
  ['month', '2024-08', 'previous'],
  ['month', '2024-12', 'lastYear'],
  ['quarter', '2024-Q2', 'previous'],
  ['quarter', '2024-Q3', 'lastYear'],
  ['custom', '2024-05-13', 'previous'],
  ['custom', '2024-05-16', 'lastYear'],
]
const shortBase: Awkward[] = [
  ['year', '2024', 'lastYear'],
  ['year', '2024', 'previous'],
  ['year', '2025', 'lastYear'],
  ['half', '2024-H2', 'lastYear'],
  ['quarter', '2024-Q4', 'lastYear'],
]

let centre: RecountedCentre
beforeAll(async () => {
  centre = await smallCentre(database())
})

describe.each([
  ['before the opening', beforeOpening],
  ['across the opening', acrossOpening],
  ['leap February', leapFebruary],
  ['Spring Festival', springFestival],
  ['one case or none', fewCases],
  ['a base of one month', shortBase],
])('%s', (_kind, periods) => {
  describe.each(periods)('%s %s, compared with %s', (...awkward) => {
    it.each(['zh', 'en'] as const)('prints what the rows say, in whole sentences (%s)', async language => {
      const { faults, hasNumbers, isBeforeOpening } = await recounted(centre, awkward, language)
      expect(faults).toEqual([])
      expect(isBeforeOpening).toBe(periods === beforeOpening)
      expect(hasNumbers).toBe(!isBeforeOpening)
    })
  })
})

/** The case 17 took 3 working days. The trade F was awarded for 312,000 yuan against a budget of 300,000. */
describe('sentences', () => {
  const textOf = async (asked: Awkward, language: 'zh' | 'en'): Promise<string> =>
    paragraphsOf(await writtenIssue(centre, asked, language)).join('\n')

  it('of a month with one case and one award above its ceiling', async () => {
    const zh = await textOf(['month', '2024-05', 'lastYear'], 'zh')
    expect(zh).toContain('5月，中心各窗口共受理各类事项1件；办结1件，日均办结0.05件，按时办结率100%。')
    expect(zh).toContain('成交价超出控制价1.2万元，即超出控制价4.0%。')
    expect(zh).toContain('承诺件平均办结用时3个工作日。')
    const en = await textOf(['month', '2024-05', 'lastYear'], 'en')
    expect(en).toContain(
      'They completed 1 case, down 1 case on the period before; on average 0.05 cases per working day.',
    )
    expect(en).toContain('the awards were 12,000 yuan above the ceiling, or 4.0% above the ceiling.')
  })

  it('of a leap February say the dates of the holiday and a rise of many times without commas', async () => {
    const month = await textOf(['month', '2024-02', 'previous'], 'zh')
    expect(month).toContain('成交金额1145万元，环比增长2246.3%。')
    expect(month).toContain('截至2月29日在办1件，无超期件。')
    const holiday = await textOf(['custom', '2024-02-10..2024-02-17', 'previous'], 'en')
    expect(holiday).toContain('From 10 February 2024 to 17 February 2024 the windows')
    const leapDay = await textOf(['custom', '2024-02-29', 'previous'], 'en')
    expect(leapDay).toContain('On 29 February 2024 the windows')
  })

  it('of a year compare with no base of one month', async () => {
    const year = await textOf(['year', '2024', 'lastYear'], 'zh')
    expect(year).toContain('因中心于2023年12月1日投入运行，无对比期的完整数据，未作同比。')
    expect(year).toContain('全年共受理18件，收件18件；办结20件。')
    expect(year).toContain('12月受理1件，同比减少4件；')
  })

  it('of a time before the opening say that alone', async () => {
    const before = await textOf(['special', '2023-11-01..2023-11-30', 'none'], 'zh')
    expect(before).toBe('中心于2023年12月1日投入运行，此前无数据。')
  })
})
