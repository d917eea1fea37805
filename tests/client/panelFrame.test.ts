import type { ReadableError } from '../../client/data/readableError.ts'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { createPageRouter } from '../../client/routes.ts'
import PanelFrame from '../../client/ui/PanelFrame.vue'
import { i18n } from '../../client/words/index.ts'

const failure: ReadableError = { name: 'offline', details: {}, zh: '无法连接亮窗服务。', en: 'Unreachable.' }

function panel(props: Partial<InstanceType<typeof PanelFrame>['$props']>) {
  return mount(PanelFrame, {
    props: { name: '办结量', finding: '办结 412 件', ...props },
    slots: { default: '<p class="figures">412</p>', footer: '<p class="foot">n</p>' },
    global: { plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] },
  })
}

describe('a panel', () => {
  it('shows its figures, finding and footer when it is ready', () => {
    const frame = panel({})
    expect(frame.find('.figures').text()).toBe('412')
    expect(frame.find('.finding').text()).toBe('办结 412 件')
    expect(frame.find('.foot').exists()).toBe(true)
    expect(frame.attributes('aria-busy')).toBe('false')
    expect(frame.get('h2').attributes('id')).toBe(frame.attributes('aria-labelledby'))
  })

  it('shows a skeleton that says it is loading before the first value, without finding or figures', () => {
    const frame = panel({ ready: false, loading: true })
    expect(frame.find('.skeleton[role="status"]').text()).toBe('正在读取…')
    expect(frame.attributes('aria-busy')).toBe('true')
    expect(frame.find('.figures').exists() || frame.find('.finding').exists()).toBe(false)
  })

  it('says that there was nothing in the period when it is empty', () => {
    const frame = panel({ empty: true })
    expect(frame.find('.state').text()).toBe('这一时期没有数据')
    expect(frame.find('.figures').exists()).toBe(false)
  })

  it('keeps the old figures, dimmed, while new ones load', () => {
    const frame = panel({ loading: true })
    expect(frame.find('.dimmed .figures').text()).toBe('412')
  })

  it('says what failed, offers another try, and shows nothing else where it never had a value', async () => {
    const frame = panel({ ready: false, error: failure })
    expect(frame.get('[role="alert"]').text()).toContain('无法连接亮窗服务。')
    expect(frame.find('.figures').exists()).toBe(false)
    await frame.get('[role="alert"] button').trigger('click')
    expect(frame.emitted('retry')).toHaveLength(1)
  })

  it('keeps the last figures under the error, dimmed and with their period', () => {
    const frame = panel({ error: failure, period: '2012-08-08 – 2012-12-31' })
    expect(frame.get('[role="alert"]').text()).toContain('2012-08-08 – 2012-12-31')
    expect(frame.find('.dimmed .figures').text()).toBe('412')
  })

  it('names the filters that do not apply to it', () => {
    expect(
      panel({ ignored: ['window', 'item'] })
        .find('.ignored')
        .text(),
    ).toContain('窗口、事项')
  })
})
