import type { MeasureId } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  changeIn,
  dayFromText,
  figureIn,
  figureOf,
  measureNamed,
  textOfDay,
  weekdayOf,
  whyNotWords,
} from '#measures'
import { noDataOf } from '../../client/ui/noData.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const code = 'closed'
/** A Sunday. */
const now = new Date('2026-11-29T10:00:00+08:00')
const day = (text: string): number => dayFromText(text) ?? Number.NaN

beforeAll(async () => {
  await addCentre(database(), code, { openedOn: '2026-09-01' })
  await loadSmallHall(database(), code)
  const lines = ['caseNumber,window,receivedAt,acceptedAt']
  for (let date = day('2026-09-01'); date <= day('2026-11-27'); date++)
    if (weekdayOf(date) < 6) {
      const text = textOfDay(date)
      lines.push(`${text},W1,${text} 09:00,${text} 09:10`)
    }
  await load(database(), { centre: code, target: 'cases', now }, lines.join('\n'))
}, 120_000)

const asked = async (period: string, comparison: string) =>
  ask(
    { measures: ['casesAccepted', 'openCases', 'unitCount'], centres: [code], period, comparison },
    { database: database(), scope: wholeScope, now },
  )

describe('a zero', () => {
  it.each<[MeasureId, string, number | null]>([
    // No case was completed; the hall opened on the first day, and all days are known.
    ['casesCompleted', '2026-09', 0],
    // August ends before the opening.
    ['casesCompleted', '2026-08', null],
    // The days of August before the opening are no gap.
    ['casesCompleted', '2026-08-20..2026-09-04', 0],
    ['casesAccepted', '2026-08-20..2026-09-04', 4],
    // Cases stay open while nothing is reported today.
    ['casesCompleted', 'today', null],
    ['openCases', 'today', 64],
  ])('%s of %s: %s', async (id, period, value) => {
    const answer = await ask(
      { measures: [id], centres: [code], period },
      { database: database(), scope: wholeScope, now },
    )
    expect(figureIn(measureNamed(id), answer).value).toBe(value)
  })
})

describe('days without opening hours', () => {
  it.each<[MeasureId, string, string, number, number | string]>([
    // Saturday against Friday, Monday against Sunday, Sunday against Saturday.
    ['casesAccepted', '2026-11-28', 'previous', 0, '本期无工作日，不作比较'],
    ['casesAccepted', '2026-11-23', 'previous', 1, '对比期无工作日，不作比较'],
    ['casesAccepted', '2026-11-22', 'previous', 0, 0],
    // The open cases and the units are states, which a Saturday has too.
    ['openCases', '2026-11-28', 'previous', 64, 0],
    ['unitCount', '2026-11-28', 'previous', 2, 0],
    // A holiday on which some were there all the same, against the seven days before it.
    ['casesAccepted', '2026-10-01..2026-10-07', 'previous', 5, '本期无工作日，不作比较'],
  ])('%s of %s with %s', async (id, period, comparison, value, change) => {
    const answer = await asked(period, comparison)
    const measure = measureNamed(id)
    const difference = changeIn(measure, answer)
    expect([
      figureOf(measure, answer.current.overall).value,
      difference.change ? difference.change.difference : whyNotWords(difference.whyNot, 'zh', '2026'),
    ]).toEqual([value, change])
  })

  it('are not where a day without data leads to: the last working day is', async () => {
    const answer = await asked('today', 'previous')
    // Known until Saturday, when nothing was due.
    expect(answer.knownDays.cases).toEqual([{ from: '2026-09-01', to: '2026-11-28' }])
    const say = { t: (key: string, named?: object) => `${key} ${JSON.stringify(named ?? {})}` }
    const printing = { language: 'zh', currency: 'CNY' } as const
    const noData = noDataOf([measureNamed('casesAccepted')], answer, { ...say, ...printing })
    expect(noData?.day).toBe('2026-11-27')
    expect(noData?.look('2026-11-27')).toBe('noData.look {"day":"11月27日"}')
    const { whyNot } = changeIn(measureNamed('casesAccepted'), answer)
    expect(whyNot && whyNotWords(whyNot, 'zh', '2026')).toBe('尚无数据，数据到11月27日为止')
  })
})
