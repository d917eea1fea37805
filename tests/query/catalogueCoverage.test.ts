import type { Answer, MeasureId } from '#measures'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn, figureOf, measureNamed, partKey, partsOf, whyNotWords } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-09-12T10:00:00+08:00')
const context = () => ({ database: database(), scope: wholeScope, now })

const staff = 'code,name,unit,validFrom\nS1,甲,U1,2012-08-08\nS2,乙,U2,2013-03-01\n'
const rules = 'code,name,area,validFrom\nR1,考勤,hall,2012-09-10\nR2,着装,hall,2012-10-10\n'

beforeAll(async () => {
  // The units and items are older than the hall; the first rule is a month younger.
  await addCentre(database(), 'opened', { openedOn: '2012-08-08' })
  await loadSmallHall(database(), 'opened')
  await load(database(), { centre: 'opened', target: 'staff', now }, staff)
  await load(database(), { centre: 'opened', target: 'regulations', now }, rules)
  // Nobody said when this one opened.
  await addCentre(database(), 'undated')
  await loadSmallHall(database(), 'undated', '2012-11-01')
}, 120_000)

async function asked(measure: MeasureId, period: string, more: object = {}): Promise<Answer> {
  return ask({ measures: [measure], centres: ['opened'], period, comparison: 'lastYear', ...more }, context())
}

/** The value, and the change or why there is none. */
async function shown(
  measure: MeasureId,
  period: string,
  more: object = {},
): Promise<(number | string | null)[]> {
  const answer = await asked(measure, period, more)
  const { change, whyNot } = changeIn(measureNamed(measure), answer)
  return [
    figureOf(measureNamed(measure), answer.current.overall).value,
    change ? change.difference : whyNotWords(whyNot, 'zh', period.slice(0, 4)),
  ]
}

describe('what is in force', () => {
  it.each<[MeasureId, string, object, number | null, number | string]>([
    // Two units since 2012-01-01; the hall opened on 2012-08-08, so that July 2012 is not known.
    ['unitCount', '2013-07', {}, 2, '对比期无数据（数据自2012年8月8日起），不作比较'],
    ['itemCount', '2012-12', {}, 4, '对比期无数据（数据自8月8日起），不作比较'],
    ['instantItemShare', '2013-07', {}, 0.5, '对比期无数据（数据自2012年8月8日起），不作比较'],
    ['unitCount', '2012-07', {}, null, '无数据（数据自8月8日起）'],
    // The last day alone decides: August 2012 ends after the opening.
    ['unitCount', '2013-08', {}, 2, 0],
    ['staffCount', '2013-08', {}, 2, 1],
    ['staffCount', '2013-08', { comparison: 'previous' }, 2, 0],
    ['staffCount', '2013-03', { comparison: 'previous' }, 2, 1],
    // No rule was recorded before 2012-09-10.
    ['hallRules', '2013-08', {}, 2, '对比期无数据（数据自2012年9月10日起），不作比较'],
    ['hallRules', '2012-10', { comparison: 'previous' }, 2, 1],
    // Of a catalogue that nobody loaded nothing is known.
    ['hallRules', '2013-08', { centres: ['undated'] }, null, '尚无数据'],
    ['unitCount', '2013-08', { centres: ['undated'] }, 2, '对比期无数据（数据自2012年11月1日起），不作比较'],
  ])('%s of %s %o', async (measure, period, more, value, change) => {
    expect(await shown(measure, period, more)).toEqual([value, change])
  })

  it('is not zero in the months before the opening', async () => {
    const { current } = await asked('itemCount', '2012-06..2012-09', {
      granularity: 'month',
      comparison: 'none',
    })
    const [part] = partsOf(measureNamed('itemCount'))
    expect(current.cells.map(({ parts }) => parts[partKey(part!)])).toEqual([null, null, 4, 4])
  })

  it('says beside each side whether its last day is known', async () => {
    const { current, earlier, dataUntil } = await asked('unitCount', '2013-07')
    expect(current.coverage.units).toMatchObject({
      from: '2013-07-31',
      to: '2013-07-31',
      known: 'known',
      missing: [],
    })
    expect(earlier?.coverage.units).toMatchObject({ to: '2012-07-31', known: 'unknown' })
    expect(dataUntil).toBeNull()
  })

  it('does not keep the two sides of a measure of cases and units apart', async () => {
    const cases = ['caseNumber,window,receivedAt', 'A,W1,2013-09-02 09:00', 'B,W1,2013-09-03 09:00'].join(
      '\n',
    )
    await load(database(), { centre: 'opened', target: 'cases', now }, cases)
    const answer = await asked('unitCount', '2013-09', { measures: ['unitCount', 'casesReceived'] })
    expect(answer.current.to).toBe('2013-09-03')
    expect(answer.current.coverage.units?.to).toBe('2013-09-03')
    expect(changeIn(measureNamed('unitCount'), answer).change?.difference).toBe(0)
  })
})
