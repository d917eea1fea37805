import type { Grade } from '../../client/intake/data/grades.ts'
import { expect, it } from 'vitest'
import { loweredGrades, needsAction } from '../../client/intake/data/grades.ts'

/** The grade of a unit in a month with this share of filled values. */
const grade = (month: string, share: number): Grade => {
  const good = Math.round(share * 100)
  return {
    month,
    unit: 'U1',
    names: { zh: '工商局', en: 'U1' },
    rows: 20,
    parts: [{ part: 'complete', good, of: 100, share }],
  }
}

it('a month that is over needs action below 98 %, the running month not yet', () => {
  expect(needsAction(grade('2026-11', 0.97), '2026-12')).toBe(true)
  expect(needsAction(grade('2026-11', 0.98), '2026-12')).toBe(false)
  expect(needsAction(grade('2026-12', 0.5), '2026-12')).toBe(false)
  expect(loweredGrades([grade('2026-12', 0.5), grade('2026-11', 1)])).toHaveLength(1)
})
