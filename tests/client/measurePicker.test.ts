import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { measureIds } from '#measures'
import MeasurePicker from '../../client/briefing/MeasurePicker.vue'
import MemberOptions from '../../client/briefing/MemberOptions.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeEach(async () => loadPageWords())
const global = () => ({ plugins: [createPinia(), i18n] })

describe('choosing a measure', () => {
  const shown = () =>
    mount(MeasurePicker, { props: { modelValue: 'casesCompleted', offered: measureIds }, global: global() })

  it('lists all measures by subject', () => {
    const page = shown()
    expect(page.findAll('optgroup').map(group => group.attributes('label'))).toEqual([
      '办件',
      '交易',
      '群众评价',
      '事项与制度',
      '特色服务与县乡',
      '大厅与队伍',
    ])
    expect(page.findAll('option')).toHaveLength(measureIds.length)
  })

  it('finds one by its name, keeps the chosen one on the list, and Enter takes the first', async () => {
    const page = shown()
    await page.get('[data-seek-measure]').setValue('锦旗')
    const options = page.findAll('option').map(option => option.attributes('value'))
    expect(options).toEqual(expect.arrayContaining(['casesCompleted', 'banners']))
    expect(options.length).toBeLessThan(8)
    await page.get('[data-seek-measure]').trigger('keydown', { key: 'Enter' })
    expect(page.emitted('update:modelValue')).toHaveLength(1)
    expect(page.emitted('update:modelValue')).not.toEqual([['casesCompleted']])
  })
})

describe('choosing a window', () => {
  it('lists windows under their units, and others one below the other', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json([
        { result: { data: [{ code: 'U1', zh: '公安局', en: 'Police', windows: ['W1', 'W3'] }] } },
      ]),
    )
    const members = ['W1', 'W2', 'W3'].map(code => ({ code, zh: `${code}窗口`, en: code }))
    const page = mount(MemberOptions, {
      props: { centre: 'pinghe', dimension: 'window', members },
      global: global(),
      attachTo: document.body,
    })
    await vi.waitUntil(() => page.find('optgroup').exists())
    expect(page.findAll('optgroup option').map(option => option.text())).toEqual(['W1窗口', 'W3窗口'])
    expect(Array.from(document.querySelectorAll('option'), option => option.text.trim())).toEqual([
      'W1窗口',
      'W3窗口',
      'W2窗口',
    ])
    expect(page.get('optgroup').attributes('label')).toBe('公安局')
    page.unmount()
  })
})
