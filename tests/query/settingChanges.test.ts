import type { Answer, MeasureId, QuestionInput } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn, changesWithin, dayFromText, measureNamed, textOfDay, valueOf } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { recordSettingChange, setHours } from '../../server/centres/settings.ts'
import { recomputeCases } from '../../server/intake/batch/recompute.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const here = async () => centresOf(database()).find('here')
const answer = async (measure: MeasureId, asked: Partial<QuestionInput>): Promise<Answer> =>
  ask(
    { measures: [measure], centres: ['here'], period: '2012-08', ...asked },
    { database: database(), scope: wholeScope, now: testNow },
  )
const valueIn = async (measure: MeasureId, asked: Partial<QuestionInput>): Promise<number | null> =>
  valueOf(measureNamed(measure), (await answer(measure, asked)).current.overall)
const changeOf = async (measure: MeasureId, period: string, comparison: string) =>
  changeIn(measureNamed(measure), await answer(measure, { period, comparison }))

const morning: [number, number] = [8 * 60, 12 * 60]
const owner = '办公室'

/** A case a day from 9:00 to 11:00, and one from a Friday in June 9:00 to the Monday in July 11:00. */
const [first, last] = ['2012-06-01', '2012-09-30'].map(text => dayFromText(text) ?? 0) as [number, number]
const days = Array.from({ length: last - first + 1 }, (_, index) => textOfDay(first + index))
const lines = [
  ...days.map(day => `${day},TEN,W2,${day} 09:00,${day} 09:00,${day} 11:00`),
  'across,TEN,W3,2012-06-29 09:00,2012-06-29 09:00,2012-07-02 11:00',
]

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    `caseNumber,item,window,receivedAt,acceptedAt,completedAt\n${lines.join('\n')}`,
  )
  // Mornings alone in July and August, as before from September on.
  await setHours(database(), await here(), {
    from: '2012-07-01',
    morning,
    afternoon: null,
    owner,
    reason: '夏令作息',
  })
  await setHours(database(), await here(), {
    from: '2012-09-01',
    morning,
    afternoon: [14 * 60 + 30, 17 * 60 + 30],
    owner,
    reason: '恢复作息',
  })
  await recomputeCases(database(), { centre: await here(), now: testNow, byUser: 'test' })
})

describe('opening hours that changed on 1 July', () => {
  it('measure each day by the hours in force on it', async () => {
    // Two of seven hours in June and September, two of four in July and August.
    expect(await valueIn('averageHandlingTime', { period: '2012-06-04..2012-06-04' })).toBeCloseTo(0.286, 10)
    expect(await valueIn('averageHandlingTime', { period: '2012-08-06..2012-08-06' })).toBeCloseTo(0.5, 10)
    expect(await valueIn('averageHandlingTime', { period: '2012-09-03..2012-09-03' })).toBeCloseTo(0.286, 10)
    // Six of seven hours on the Friday, 0.857, and three of four on the Monday, 0.75.
    expect(
      await valueIn('averageHandlingTime', {
        period: '2012-07',
        filters: [{ dimension: 'window', in: ['W3'] }],
      }),
    ).toBeCloseTo(1.607, 10)
  })

  it('keep working time apart, and nothing else', async () => {
    expect(await changeOf('averageHandlingTime', '2012-08', '2012-06')).toEqual({
      change: null,
      whyNot: { reason: 'settingChanged', setting: 'hours', from: '2012-07-01' },
    })
    expect((await changeOf('casesReceived', '2012-08', '2012-06')).change).not.toBeNull()
    expect((await changeOf('onTimeRate', '2012-08', '2012-06')).change).not.toBeNull()
  })

  it('that come back are compared with themselves', async () => {
    expect((await changeOf('averageHandlingTime', '2012-09', '2012-06')).change).not.toBeNull()
    expect((await changeOf('averageHandlingTime', '2012-08', '2012-07')).change).not.toBeNull()
  })

  it('are said with day, reason and owner where the chart draws its line', async () => {
    const { averageHandlingTime, casesReceived } = {
      averageHandlingTime: await answer('averageHandlingTime', { period: '2012-06-01..2012-08-31' }),
      casesReceived: await answer('casesReceived', { period: '2012-06-01..2012-08-31' }),
    }
    expect(changesWithin(measureNamed('averageHandlingTime'), averageHandlingTime, 'zh')).toEqual([
      { day: '2012-07-01', text: '作息时间自2012年7月1日起调整：夏令作息（办公室）' },
    ])
    expect(changesWithin(measureNamed('averageHandlingTime'), averageHandlingTime, 'en')).toEqual([
      { day: '2012-07-01', text: 'Opening hours changed on 1 July 2012: 夏令作息 (办公室)' },
    ])
    expect(changesWithin(measureNamed('casesReceived'), casesReceived, 'zh')).toEqual([])
  })
})

it('limits that changed keep verdicts apart from the recorded day on', async () => {
  await recordSettingChange(database(), await here(), {
    setting: 'limits',
    from: '2012-07-15',
    owner,
    reason: '压缩承诺时限',
  })
  expect(await changeOf('onTimeRate', '2012-08', '2012-06')).toEqual({
    change: null,
    whyNot: { reason: 'settingChanged', setting: 'limits', from: '2012-07-15' },
  })
  expect((await changeOf('onTimeRate', '2012-09', '2012-08')).change).not.toBeNull()
  expect((await changeOf('instantCaseShare', '2012-08', '2012-06')).whyNot?.reason).not.toBe('settingChanged')
})
