import { mount } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useActions } from '../../client/access/auditEntries.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeEach(loadPageWords)

it('the log can be filtered by each action, each name once', () => {
  const list = defineComponent(() => {
    const actions = useActions()
    return () => actions.value.map(({ action, name }) => h('option', { value: action }, name))
  })
  const options = mount(list, { global: { plugins: [i18n] } }).findAll('option')
  const names = options.map(option => option.text())
  expect(options.map(option => option.attributes('value'))).toContain('sign-in')
  expect(names).toContain('导入')
  expect(new Set(names).size).toBe(names.length)
})
