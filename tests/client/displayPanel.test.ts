import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory } from 'vue-router'
import DisplayPanel from '../../client/access/DisplayPanel.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeEach(async () => {
  localStorage.clear()
  await loadPageWords()
})
const plugins = () => [createPinia(), i18n, createPageRouter(createMemoryHistory())]

it('contrast and type size are chosen, shown at once and kept in this browser', async () => {
  const { dataset } = document.documentElement
  const panel = mount(DisplayPanel, { global: { plugins: plugins() } })
  expect([dataset.contrast, dataset.text]).toEqual(['no-preference', 'normal'])
  await panel.get('input[name="contrast"][value="more"]').setValue()
  await panel.get('input[name="text"][value="large"]').setValue()
  expect([dataset.contrast, dataset.text]).toEqual(['more', 'large'])
  panel.unmount()

  const later = mount(DisplayPanel, { global: { plugins: plugins() } })
  await nextTick()
  expect(later.findAll('input:checked').map(wrapper => wrapper.attributes('value'))).toEqual([
    'more',
    'large',
  ])
  await later.get('input[name="contrast"][value="system"]').setValue()
  await later.get('input[name="text"][value="normal"]').setValue()
  expect([dataset.contrast, dataset.text]).toEqual(['no-preference', 'normal'])
})
