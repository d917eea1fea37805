import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import GalleryPage from '../../client/gallery/GalleryPage.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const warnings: string[] = []
beforeEach(() => {
  warnings.length = 0
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...parts) => void warnings.push(parts.join(' ')))
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('every entry of the gallery mounts without a warning, with its name and in its state', async () => {
  await loadPageWords()
  const router = createPageRouter(createMemoryHistory())
  const page = mount(GalleryPage, {
    attachTo: document.body,
    global: { plugins: [createPinia(), i18n, router] },
  })
  await flushPromises()
  const panels = page.findAll('section.panel')
  expect(panels.length).toBeGreaterThanOrEqual(14)
  for (const panel of panels) expect(panel.get('h2').text()).toMatch(/\p{Script=Han}/u)
  expect(page.findAll('.skeleton')).toHaveLength(1)
  expect(page.findAll('[role="alert"]')).toHaveLength(1)
  expect(page.findAll('.dimmed')).toHaveLength(1)
  expect(page.text()).not.toMatch(/NaN|undefined|\[object/)
  expect(warnings).toEqual([])
  page.unmount()
})
