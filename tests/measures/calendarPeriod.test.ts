import { describe, expect, it } from 'vitest'
import { isCalendarPeriod } from '#measures'

describe('a period that has one before it with a name', () => {
  it.each([
    ['2026-10-07', '2026-10-07', true],
    // 5 October 2026 is a Monday.
    ['2026-10-05', '2026-10-11', true],
    ['2026-10-06', '2026-10-12', false],
    ['2026-10-01', '2026-10-31', true],
    ['2026-11-01', '2026-11-28', true],
    ['2026-11-02', '2026-11-30', false],
    ['2026-07-01', '2026-09-30', true],
    ['2026-08-01', '2026-10-31', false],
    ['2026-07-01', '2026-12-31', true],
    ['2026-01-01', '2026-12-31', true],
    ['2026-01-01', '2026-11-30', false],
    ['2012-08-08', '2012-12-31', false],
  ])('%s to %s: %s', (from, to, is) => {
    expect(isCalendarPeriod({ from, to })).toBe(is)
  })
})
