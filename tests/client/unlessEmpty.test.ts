import type { Answer, MeasureId } from '#measures'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { inventedAnswer } from '../../client/gallery/fixtures.ts'
import UnlessEmpty from '../../client/ui/UnlessEmpty.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const ids: MeasureId[] = ['banners', 'complaints']

function answerWith(value: 'counts' | 'zeros'): Answer {
  const answer = inventedAnswer({ measures: ids, codes: [[]], months: 1, seed: 1 })
  const { overall } = answer.current
  const zeros = Object.fromEntries(Object.keys(overall).map(key => [key, 0]))
  return value === 'counts' ? answer : { ...answer, current: { ...answer.current, overall: zeros } }
}

async function textOf(answer: Answer | null): Promise<string> {
  await loadPageWords()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { template: '<i />' } }],
  })
  await router.push('/')
  const loaded = {
    value: computed(() => answer),
    error: computed(() => null),
    loading: computed(() => false),
    stale: computed(() => false),
    retry: () => undefined,
  }
  const wrapper = mount(UnlessEmpty, {
    props: { loaded: loaded as never, ids },
    slots: { default: '<p>panels</p>' },
    global: { plugins: [i18n, router, createPinia(), VueQueryPlugin] },
  })
  return wrapper.text()
}

describe('the panels of a page', () => {
  it('are there where a count has a value, and while the answer is on its way', async () => {
    expect(await textOf(answerWith('counts'))).toBe('panels')
    expect(await textOf(null)).toBe('panels')
  })

  it('give way to one statement where nothing was counted', async () => {
    const text = await textOf(answerWith('zeros'))
    expect(text).toContain('没有')
    expect(text).not.toContain('panels')
  })
})
