import { describe, expect, it } from 'vitest'
import { firstKind } from '../../client/entry/firstKind.ts'
import { entryTargets } from '../../server/entry/forms.ts'

const forms = ['feedback', 'attendance', 'dailyReports']
const nothing = { unfinished: [], entered: [], ofWindow: true }

describe('the form on which entry opens', () => {
  it('is what was begun, what was entered most, the daily report of a window, or the first', () => {
    const entered = ['attendance', 'feedback', 'attendance']
    expect(firstKind(forms, { ...nothing, entered, unfinished: ['feedback'] })).toBe('feedback')
    expect(firstKind(forms, { ...nothing, entered })).toBe('attendance')
    expect(firstKind(forms, nothing)).toBe('dailyReports')
    expect(firstKind(forms, { ...nothing, entered: ['gone'], ofWindow: false })).toBe('feedback')
    expect(firstKind([], nothing)).toBe('')
  })

  it('knows the daily report by the name that its form has', () => {
    expect(entryTargets).toContain('dailyReports')
  })
})
