import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import SignalsPanel from '../../client/trading/SignalsPanel.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const said = (text: string) => ({ zh: text, en: text })
const signal = (id: string, unit: string, findings: object[]) => ({
  id,
  names: said(`信号${id}`),
  question: said(`问${id}？`),
  formula: said(`算法${id}`),
  source: '本系统口径',
  unit,
  lookedAt: 9,
  findings,
})
const codes = Array.from({ length: 8 }, (_, place) => `T-${place + 1}`)
const reads = {
  from: '2026-01-01',
  to: '2026-06-30',
  trades: 9,
  terminated: 0,
  signals: [
    signal('aboveCeiling', 'money', []),
    signal('flags', 'flag', [{ subject: '甲工程', value: 1, note: null, trades: ['T-1'] }]),
    signal('shares', 'percent', [{ subject: '乙局', value: 0.5, note: null, trades: codes }]),
    { ...signal('calm', 'days', []), names: said('先、后颠倒') },
  ],
}
const show = (found: object = reads) =>
  mount(SignalsPanel, {
    props: { loaded: held(found) as never },
    global: { plugins: [i18n, createPageRouter(createMemoryHistory())] },
  })

beforeEach(async () => {
  setActivePinia(createPinia())
  await loadPageWords()
})

describe('the signals of the ledger', () => {
  it('have no column of values where a signal only flags', async () => {
    const panel = show()
    const flags = panel.get('[data-signal="flags"]')
    if (!flags.find('table').exists()) await flags.get('button').trigger('click')
    expect(flags.findAll('thead th').map(cell => cell.text())).toEqual(['对象', '依据'])
    await panel.get('[data-signal="shares"] button').trigger('click')
    const heads = panel.findAll('[data-signal="shares"] thead th').map(cell => cell.text())
    expect(heads).toEqual(['对象', '数值', '依据'])
  })

  it('begin with one that shows other trades than those above the ceiling', () => {
    const at = (id: string, code: string) =>
      signal(id, 'flag', [{ subject: id, value: 1, note: null, trades: [code] }])
    const signals = [at('aboveCeiling', 'T-1'), at('highestWinner', 'T-1'), at('R028', 'T-2')]
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: vi.fn(),
      removeEventListener: vi.fn(),
    }))
    const panel = show({ ...reads, signals })
    vi.unstubAllGlobals()
    expect(panel.get('.head.open .name').text()).toBe('信号R028')
  })

  it('have their rule in words, and the code of an indicator on request', async () => {
    const finding = { subject: '甲工程', value: 1, note: said('甲、乙同报 12.6 万元'), trades: ['T-1'] }
    const coded = { ...signal('R028', 'flag', [finding]), source: 'Cardinal R028' }
    const panel = show({ ...reads, signals: [coded] })
    await panel.get('[data-signal="R028"] .head').trigger('click')
    expect(panel.text()).toContain('甲、乙同报 12.6 万元')
    expect(panel.text()).toContain('算法R028')
    expect(panel.text()).not.toContain('Cardinal')
    await panel.get('.rule button').trigger('click')
    expect(panel.get('.rule .code').text()).toContain('R028')
  })

  it('separate the codes of trades, and say how many there are', async () => {
    const panel = show()
    await panel.get('[data-signal="shares"] button').trigger('click')
    const told = panel.get('[data-signal="shares"] .codes').text()
    expect(told).toBe('T-1、T-2、T-3、T-4、T-5、T-6 等 8 宗')
  })

  it('name those that found nothing without ambiguity', () => {
    expect(show().get('.names').text()).toBe('未见异常：信号aboveCeiling；先、后颠倒。')
  })
})
