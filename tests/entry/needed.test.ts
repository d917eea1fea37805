import { describe, expect, it } from 'vitest'
import { lackingField } from '../../server/entry/needed.ts'

describe('what an entry needs', () => {
  it('is the window or unit and the text of a banner or letter', () => {
    for (const kind of ['banner', 'letter']) {
      expect(lackingField('feedback', { kind, windowId: null, unitId: null, summary: '' })).toBe('window')
      expect(lackingField('feedback', { kind, windowId: 3, unitId: null, summary: null })).toBe('summary')
      expect(lackingField('feedback', { kind, windowId: null, unitId: 3, summary: '热情' })).toBeNull()
    }
  })

  it('is the text of a complaint or call, and the stars of a review', () => {
    expect(lackingField('feedback', { kind: 'complaint', windowId: 3 })).toBe('summary')
    expect(lackingField('feedback', { kind: 'hotline', summary: '咨询' })).toBeNull()
    expect(lackingField('feedback', { kind: 'review', windowId: 3 })).toBe('level')
    expect(lackingField('feedback', { kind: 'review', level: 5 })).toBeNull()
    expect(lackingField('dailyReports', { received: 3 })).toBeNull()
  })
})
