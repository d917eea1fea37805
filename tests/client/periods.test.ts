import { describe, expect, it } from 'vitest'
import { byYear, daysOf, periodsFor } from '../../client/briefing/periods.ts'

describe('the periods of a new briefing', () => {
  it('begin with the last finished one and go back to the opening, under their years', () => {
    const months = periodsFor('month', { today: '2013-01-15', openedOn: '2012-11-20' })
    expect(months).toEqual(['2012-12', '2013-01', '2012-11'])
    expect(byYear(months)).toEqual([
      ['2012', ['2012-12', '2012-11']],
      ['2013', ['2013-01']],
    ])
    expect(periodsFor('special', { today: '2013-01-15', openedOn: null })).toEqual([])
  })

  it('have first and last days, once their dates are whole', () => {
    expect(daysOf('2012-12', '2013-01-15')).toEqual({ from: '2012-12-01', to: '2012-12-31' })
    expect(daysOf('2012-08-08..2012-12-31', '2013-01-15')).toEqual({ from: '2012-08-08', to: '2012-12-31' })
    expect(daysOf('..2012-12-31', '2013-01-15')).toBeNull()
  })
})
