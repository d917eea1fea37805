import { describe, expect, it } from 'vitest'
import { tabTitle } from '../../client/layout/tabTitle.ts'

describe('the title of a tab', () => {
  it('names page, centre and product, and leaves out what is not known', () => {
    expect(tabTitle('窗口', '平和县行政服务中心', '亮窗')).toBe('窗口 · 平和县行政服务中心 · 亮窗')
    expect(tabTitle('Sign in', undefined, 'Bright Window')).toBe('Sign in · Bright Window')
  })
})
