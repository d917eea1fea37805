import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import OnlyCentre from '../../client/centres/OnlyCentre.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeEach(loadPageWords)

it('says of an only centre that nothing can be compared, how a second is added, and leads on', async () => {
  const router = createPageRouter(createMemoryHistory())
  const panel = mount(OnlyCentre, {
    props: { name: '平和县' },
    global: { plugins: [createPinia(), i18n, router] },
  })
  expect(panel.text()).toContain('现在只有平和县一个中心')
  // Only an administrator can run the command.
  expect(panel.find('code').exists()).toBe(false)
  expect(panel.text()).toContain('系统管理员增加第二个中心后')
  expect(panel.findAll('a').map(one => one.attributes('href'))).toEqual(['/', '/windows'])
})
