import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import { measures } from '#measures'
import TermedText from '../../client/ui/TermedText.vue'
import { piecesOf, termIds, termNamed, termsWith } from '../../client/ui/terms/terms.ts'
import TermWord from '../../client/ui/terms/TermWord.vue'
import { i18n, loadBelowWords } from '../../client/words/index.ts'

const termsIn = (text: string, language: 'zh' | 'en') =>
  piecesOf(text, language).flatMap(({ term }) => term ?? [])

describe('terms', () => {
  it('are called and explained in both languages, each name by one term, none by a measure', () => {
    for (const language of ['zh', 'en'] as const) {
      const called = termIds.flatMap(id => termNamed(id).called[language].map(name => name.toLowerCase()))
      expect(new Set(called).size).toBe(called.length)
      const named = new Set(Object.values(measures).map(({ names }) => names[language].toLowerCase()))
      // What is to be done about a bad review is not how many there were.
      expect(called.filter(name => named.has(name) && name !== '差评')).toEqual([])
    }
    for (const id of termIds) {
      const { means, source } = termNamed(id)
      expect(means.zh, id).toMatch(/。$/)
      expect(means.en, id).toMatch(/^[A-Z]\P{Script=Han}+\.$/u)
      expect(source.zh && source.en, id).toBeTruthy()
    }
  })

  it('are found where a text uses them first, but not within the name of a measure', () => {
    expect(termsIn('法定时限与承诺时限，法定时限', 'zh')).toEqual(['statutory', 'committed'])
    expect(termsIn('按时办结率低于全厅', 'zh')).toEqual([])
    expect(termsIn('办结后回访', 'zh')).toEqual(['completed'])
    expect(termsIn('现在只在收件箱里提醒', 'zh')).toEqual([])
    expect(termsIn('好评率（95% 区间 90–95）', 'zh')).toEqual(['interval'])
    expect(termsIn('The usual range and the ceilings of acceptance', 'en')).toEqual(['usual', 'accepted'])
    expect(
      piecesOf('看通常范围。', 'zh')
        .map(({ text }) => text)
        .join('|'),
    ).toBe('看|通常范围|。')
    expect(piecesOf('', 'zh')).toEqual([])
  })

  it('are sought by name or meaning in either language', () => {
    expect(termsWith('wilson')).toEqual([])
    expect(termsWith(' 听证 ')).toEqual(['suspended'])
    expect(termsWith('GREEN CHANNEL')).toEqual(['greenChannel'])
    expect(termsWith('')).toEqual(termIds)
  })
})

describe('a word that is explained', () => {
  beforeEach(async () => {
    vi.useFakeTimers()
    await loadBelowWords()
  })
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })
  const word = () =>
    mount(TermWord, {
      props: { id: 'statutory' },
      slots: { default: '法定时限' },
      attachTo: document.body,
      global: { plugins: [createPinia(), i18n] },
    })
  const card = () => document.querySelector('.term-card')

  it('opens by a click and closes by the next', async () => {
    const mounted = word()
    const span = mounted.get('[data-term]')
    expect(span.attributes()).toMatchObject({ 'role': 'button', 'tabindex': '0', 'aria-expanded': 'false' })
    await span.trigger('click')
    await nextTick()
    expect(card()?.textContent).toContain('《行政许可法》第四十二条、第八十二条')
    const described = span.attributes('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toContain('二十日')
    await span.trigger('click')
    await vi.runAllTimersAsync()
    expect(card()).toBeNull()
    mounted.unmount()
  })

  it('opens for a pointer that rests on it, not for one that passes, and stays once pressed', async () => {
    const mounted = word()
    const span = mounted.get('[data-term]')
    await span.trigger('pointerenter', { pointerType: 'mouse' })
    await span.trigger('pointerleave', { pointerType: 'mouse' })
    await vi.runAllTimersAsync()
    expect(card()).toBeNull()
    await span.trigger('pointerenter', { pointerType: 'mouse' })
    await vi.runAllTimersAsync()
    expect(card()).not.toBeNull()
    await span.trigger('pointerdown', { pointerType: 'mouse' })
    await span.trigger('click')
    await span.trigger('pointerleave', { pointerType: 'mouse' })
    await vi.runAllTimersAsync()
    expect(card()).not.toBeNull()
    mounted.unmount()
  })

  it('stands in a text that can be read before its terms are known', async () => {
    vi.useRealTimers()
    const mounted = mount(() => h('p', [h(TermedText, { text: '法定时限 → 承诺时限 → 实际' })]), {
      attachTo: document.body,
      global: { plugins: [createPinia(), i18n] },
    })
    expect(mounted.text()).toBe('法定时限 → 承诺时限 → 实际')
    await vi.waitFor(() => expect(mounted.find('[data-term="committed"]').exists()).toBe(true), {
      timeout: 10_000,
    })
    expect(mounted.text()).toBe('法定时限 → 承诺时限 → 实际')
    mounted.unmount()
  })
})
