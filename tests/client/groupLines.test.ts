import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupLines } from '../../client/trading/groupLines.ts'

describe('lines of a grouped table', () => {
  it('without groups are the records themselves', () => {
    const lines = new GroupLines([], 3)
    expect([lines.length, lines.at(2)]).toEqual([3, { kind: 'record', index: 2 }])
  })

  it('are every heading once and every record once, each record under its own heading', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), counts => {
        const groups = counts.map((count, place) => ({ place, count }))
        const lines = new GroupLines(
          groups,
          counts.reduce((sum, count) => sum + count, 0),
        )
        const all = Array.from({ length: lines.length }, (_, line) => lines.at(line))
        const expected = groups.reduce<{ records: number; lines: unknown[] }>(
          (so, group) => ({
            records: so.records + group.count,
            lines: [
              ...so.lines,
              { kind: 'group', group },
              ...Array.from({ length: group.count }, (_, index) => ({
                kind: 'record',
                index: so.records + index,
              })),
            ],
          }),
          { records: 0, lines: [] },
        )
        expect(all).toEqual(expected.lines)
      }),
    )
  })
})
