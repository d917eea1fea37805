import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeAll, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { held } from '../../client/gallery/fixtures.ts'
import JointPanel from '../../client/joint/JointPanel.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeAll(loadPageWords)

const group = {
  group: 'J1',
  cases: 3,
  units: 2,
  by: [{ zh: '民政局', en: 'Civil affairs' }],
  acceptedOn: '2026-01-05',
  completedOn: '2026-01-09',
  sequentialMilliDays: 1_304_500,
  takenMilliDays: 4000,
  savedMilliDays: 1_300_500,
}

describe('joint affairs', () => {
  it('are groups, and the cases of their units cases', () => {
    const { t } = i18n.global
    const said = t('joint.groupsFinding', { count: 77, cases: 192, days: '900' })
    expect(said).toBe('77 组联办（单位办件 192 件），共节省 900 个工作日')
  })

  it('name the unit of what they saved once, and say why their cases differ from the figure above', () => {
    const joint = held({ from: '2026-01-01', to: '2026-11-30', groups: [group] })
    const plugins = [createPinia(), i18n, createPageRouter(createMemoryHistory())]
    const panel = mount(JointPanel, { props: { joint }, global: { plugins } })
    expect(panel.text()).toContain('1 组联办（单位办件 3 件），共节省 1,300.5 个工作日')
    expect(panel.get('footer').text()).toContain('两数因此可以不同')
  })
})
