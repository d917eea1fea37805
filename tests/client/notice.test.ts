import { describe, expect, it } from 'vitest'
import { limitWords } from '../../client/rules/notice.ts'

const workingDays = { zh: '工作日', en: 'Working days' }

describe('the limits of a notice', () => {
  it('read as an applicant would say them', () => {
    expect(limitWords({ days: 30, unit: workingDays }, 'zh')).toBe('30 个工作日')
    expect(limitWords({ days: 30, unit: workingDays }, 'en')).toBe('30 working days')
    expect(limitWords({ days: 1, unit: workingDays }, 'en')).toBe('1 working day')
    expect(limitWords({ days: 4, unit: { zh: '小时', en: 'Hours' } }, 'zh')).toBe('4 个小时')
  })
})
