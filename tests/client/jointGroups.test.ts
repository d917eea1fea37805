import type { JointGroup } from '../../client/joint/jointGroups.ts'
import { describe, expect, it } from 'vitest'
import { savingOf, slowGroups } from '../../client/joint/jointGroups.ts'

const group = (taken: number | null, sequential: number | null = 40): JointGroup => ({
  group: `J${taken}`,
  cases: 2,
  units: 2,
  by: [],
  acceptedOn: '2026-01-05',
  completedOn: '2026-01-09',
  sequentialMilliDays: sequential === null ? null : sequential * 1000,
  takenMilliDays: taken === null ? null : taken * 1000,
  savedMilliDays: null,
})

describe('joint groups', () => {
  it('save the difference of the two averages, of those of which both are known', () => {
    const saving = savingOf([group(2), group(4, 20), group(9, null), group(null)])
    expect(saving).toEqual({ count: 2, sequential: 30_000, taken: 3000 })
    expect(savingOf([group(9, null)])).toBeNull()
  })

  it('are slow only far beyond the others, the slowest first', () => {
    const usual = [1, 2, 2, 3, 3, 3, 4, 4, 5].map(taken => group(taken))
    expect(slowGroups([...usual, group(20), group(24)]).map(one => one.group)).toEqual(['J24', 'J20'])
    expect(slowGroups(usual)).toEqual([])
    expect(slowGroups([group(1), group(50)])).toEqual([])
  })
})
