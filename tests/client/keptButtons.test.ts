import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import AddToBriefing from '../../client/briefing/AddToBriefing.vue'
import { createPageRouter } from '../../client/routes.ts'
import { useMe } from '../../client/stores/me.ts'
import ExportMenu from '../../client/ui/ExportMenu.vue'
import { i18n } from '../../client/words/index.ts'

/** Clicks the only button of the page, whose popover comes with the click, and gives what is there then. */
async function clicked(): Promise<HTMLButtonElement | null> {
  document.querySelector('button')?.click()
  await vi.dynamicImportSettled()
  await flushPromises()
  return document.querySelector('button')
}

describe('a button whose popover is loaded with the first click', () => {
  it('keeps the place of the export button', async () => {
    const wrapper = mount(ExportMenu, {
      props: { sheet: { name: '办结量', headers: [], rows: [] }, finding: '', panel: null },
      attrs: { class: 'out' },
      global: { plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] },
      attachTo: document.body,
    })
    const button = await clicked()
    expect(button?.getAttribute('aria-expanded')).toBe('true')
    expect([...(button?.classList ?? [])]).toEqual(['word-button', 'out'])
    wrapper.unmount()
  })

  it('keeps how the button for briefings looks', async () => {
    const pinia = createPinia()
    setActivePinia(pinia)
    vi.spyOn(useMe(), 'may').mockReturnValue(true)
    const wrapper = mount(AddToBriefing, {
      props: { name: '办结量', block: async () => Promise.reject(new Error('not asked for')) },
      global: { plugins: [pinia, i18n, createPageRouter(createMemoryHistory())] },
      attachTo: document.body,
    })
    const before = [...wrapper.get('button').classes(), wrapper.get('button').attributes('title')]
    const button = await clicked()
    expect(button?.getAttribute('aria-expanded')).toBe('true')
    expect([...(button?.classList ?? []), button?.getAttribute('title')]).toEqual(before)
    wrapper.unmount()
  })
})
