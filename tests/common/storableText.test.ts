import { describe, expect, it } from 'vitest'
import { unstorableAt } from '../../server/common/storableText.ts'

describe('text that the database cannot store', () => {
  it('is named by its path, wherever it stands', () => {
    expect(unstorableAt({ centre: 'pinghe', filters: [{ in: ['a', 'b\0'] }] })).toBe('filters.0.in.1')
    expect(unstorableAt('\0')).toBe('')
    expect(unstorableAt({ note: 'half \uD800' })).toBe('note')
    expect(unstorableAt({ inside: { 'key\0': 1 } })).toBe('inside')
  })

  it('is not found in whole texts, numbers, nothing, or at any depth', () => {
    expect(unstorableAt({ text: '平和 😀', count: 3, none: null, list: [true, undefined] })).toBeNull()
    let deep: unknown = 'end'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(unstorableAt(deep)).toBeNull()
  })
})
