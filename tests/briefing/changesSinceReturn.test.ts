import type { Block } from '../../server/briefing/document.ts'
import { describe, expect, it } from 'vitest'
import { blockHashes, changesSince } from '../../server/briefing/changesSinceReturn.ts'

const paragraph = (id: string, text: string): Block => ({ kind: 'paragraph', id, inlines: [text] })
const note: Block = { kind: 'note', id: 'n', text: '请核对' }
const before = [paragraph('a', '甲。'), note, paragraph('b', '乙。'), paragraph('c', '丙。')]

describe('a draft since it was sent back', () => {
  it('has changed, added and removed blocks; moved ones and notes do not count', () => {
    const returned = blockHashes({ blocks: before })
    expect(changesSince({ blocks: before }, returned)).toEqual({ changed: [], removed: 0 })
    const moved = [paragraph('c', '丙。'), note, paragraph('a', '甲。'), paragraph('b', '乙。')]
    expect(changesSince({ blocks: moved }, returned)).toEqual({ changed: [], removed: 0 })
    const written: Block[] = [
      paragraph('a', '甲，改过。'),
      { ...note, text: '又一条提示' },
      paragraph('c', '丙。'),
      paragraph('d', '丁。'),
    ]
    expect(changesSince({ blocks: written }, returned)).toEqual({ changed: ['a', 'd'], removed: 1 })
  })

  it('has none where it was never sent back', () => {
    expect(changesSince({ blocks: before }, null)).toBeNull()
  })
})
