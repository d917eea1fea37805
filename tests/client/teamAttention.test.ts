import type { Answer } from '#measures'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { measures } from '#measures'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import TeamAttention from '../../client/team/TeamAttention.vue'
import MemberPanel from '../../client/ui/MemberPanel.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { answer, cell, share, side } from '../support/answerParts.ts'

beforeEach(async () => {
  setActivePinia(createPinia())
  await loadPageWords()
})
const plugins = () => [i18n, createPageRouter(createMemoryHistory())]
const attended = (k: number, n: number) => share(measures.attendanceRate, k, n)
const checks = (n: number) => share(measures.postChecksMade, 0, n)
/** Nine windows alike, and one whose people are often away. */
const scores = answer(
  side(
    [
      ...Array.from({ length: 9 }, (_, index) => cell([`W${index}`], attended(1978 + index, 2000))),
      cell(['QX'], attended(1600, 2000)),
    ],
    attended(17_838 + 1600, 20_000),
  ),
)
const found = answer(side([cell(['nobody'], checks(9)), cell(['A'], checks(91))], checks(100)))
const nobody = answer(
  side(
    [
      cell(['W1'], checks(2)),
      cell(['W2'], checks(4)),
      cell(['W3'], checks(1)),
      cell(['W4'], checks(1)),
      cell(['W5'], checks(1)),
    ],
    checks(9),
  ),
)
const panelOf = (empty: Answer) =>
  mount(TeamAttention, {
    props: { scores: held(scores), found: held(found), nobody: held(empty) },
    global: { plugins: plugins() },
  })

describe('what the team needs attention for', () => {
  it('leads from attendance to the records of attendance, and says so', async () => {
    const panel = panelOf(nobody)
    const row = panel.get('[data-todo="windows attendanceRate"]')
    expect(row.text()).toContain('核对缺勤记录与顶岗')
    expect(row.find('a').exists()).toBe(false)
    await row.get('button').trigger('click')
    expect(panel.emitted('pick')).toEqual([['attendanceRate', [{ dimension: 'window', in: ['QX'] }]]])
  })

  it('names the windows whose posts were found empty', async () => {
    const panel = panelOf(nobody)
    const row = panel.get('[data-todo="nobody"]')
    expect(row.text()).toContain('共抽查 100 次；最多的是W2窗口 4 次、W1窗口 2 次、W3窗口 1 次，共 5 个窗口')
    await row.get('button').trigger('click')
    expect(panel.emitted('pick')).toEqual([['postChecksMade', [{ dimension: 'found', in: ['nobody'] }]]])
  })

  it('says where every one of few was', () => {
    const two = answer(side([cell(['W1'], checks(2)), cell(['W2'], checks(1))], checks(3)))
    expect(panelOf(two).get('[data-todo="nobody"]').text()).toContain('发生在W1窗口 2 次、W2窗口 1 次')
  })
})

it('a neutral list names no largest member', () => {
  const asked = { ...found, question: { measures: ['postChecksMade'], filters: [], groupBy: ['found'] } }
  const props = { loaded: held(asked as unknown as Answer), ids: ['postChecksMade'] as const, name: '岗位' }
  const plain = mount(MemberPanel, { props: { ...props, of: '岗位' }, global: { plugins: plugins() } })
  const neutral = mount(MemberPanel, {
    props: { ...props, of: '岗位', neutral: true },
    global: { plugins: plugins() },
  })
  expect(plain.find('.finding').exists()).toBe(true)
  expect(neutral.find('.finding').exists()).toBe(false)
  expect(neutral.text()).toContain('91')
})
