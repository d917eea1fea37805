import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ShowAll from '../../client/ui/ShowAll.vue'
import { i18n } from '../../client/words/index.ts'

it('marks a list that shows all of its lines, so that its window gives it the whole width', async () => {
  const list = mount(ShowAll, {
    props: { modelValue: false, fewer: 5, total: 1247 },
    global: { plugins: [i18n] },
  })
  expect(list.get('button').text()).toBe('全部 1,247 个')
  expect(list.get('button').classes()).not.toContain('all-shown')
  await list.setProps({ modelValue: true })
  expect(list.get('button').classes()).toContain('all-shown')
})
