import type { FigureRef, Reading } from '#measures'
import { describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { workingDayShifts } from '../../server/briefing/workingDayShift.ts'
import { calendar } from '../support/calendar.ts'

const change: FigureRef = {
  measure: 'casesCompleted',
  period: '2013-02',
  comparison: 'lastYear',
  shows: 'change',
  form: 'plain',
}
const reading = (more: Partial<Reading>): Reading => ({
  value: 1,
  numerator: null,
  n: null,
  coverage: null,
  text: '同比下降20.5%',
  earlier: 2,
  from: '2013-02-01',
  to: '2013-02-28',
  against: { from: '2012-02-01', to: '2012-02-29' },
  definition: '',
  fingerprint: '',
  ...more,
})
const shifts = (
  refs: readonly FigureRef[],
  more: Partial<Reading> = {},
  of: typeof calendar | null = calendar,
) =>
  workingDayShifts(refs, {
    readings: {
      figures: Object.fromEntries(refs.map(ref => [referenceKey(ref), reading(more)])),
      series: {},
    },
    calendar: of,
  }).map(({ zh }) => zh)

describe('dates that are compared with others of fewer or more working days', () => {
  // The Spring Festival of 2012 lay in January, that of 2013 on 9 to 15 February; 16 and 17 were worked.
  it('are said once, with the days of both sides', () => {
    expect(shifts([change, { ...change, measure: 'casesReceived' }])).toEqual([
      '2013年2月有17个工作日，对比期2012年2月有21个',
    ])
  })

  it('are nothing where they differ by less than a tenth, or where shares or values are printed', () => {
    const march = { from: '2013-03-01', to: '2013-03-31', against: { from: '2012-03-01', to: '2012-03-31' } }
    expect(shifts([change], march)).toEqual([])
    expect(shifts([{ ...change, measure: 'onTimeRate' }])).toEqual([])
    expect(shifts([{ ...change, shows: 'value' }])).toEqual([])
    expect(shifts([change], { text: '' })).toEqual([])
    expect(shifts([change], {}, null)).toEqual([])
  })
})
