import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import HeadlineReason from '../../client/overview/HeadlineReason.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n } from '../../client/words/index.ts'
import { answer, cell, late, share, side } from '../support/answerParts.ts'

it('takes its pane away where no period can be compared', () => {
  const windows = answer(side([cell(['A'], share(late, 90, 100))], share(late, 90, 100)))
  const plugins = [createPinia(), i18n, createPageRouter(createMemoryHistory())]
  const reason = mount(HeadlineReason, { props: { windows }, global: { plugins } })
  expect(reason.find('.reason').exists()).toBe(false)
  expect(reason.find('.no-reason').exists()).toBe(true)
})
