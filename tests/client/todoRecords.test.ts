import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import BadReviewPanel from '../../client/feedback/BadReviewPanel.vue'
import { held } from '../../client/gallery/fixtures.ts'
import JointTodoPanel from '../../client/joint/JointTodoPanel.vue'
import { createPageRouter } from '../../client/routes.ts'
import { useMe } from '../../client/stores/me.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const clock = vi.hoisted((): { value: unknown } => ({ value: null }))
vi.mock('../../client/data/useBadReviews.ts', () => ({ useBadReviews: () => held(clock.value) }))

beforeEach(async () => {
  setActivePinia(createPinia())
  await loadPageWords()
})
const plugins = () => [i18n, createPageRouter(createMemoryHistory())]

const window = { zh: '房管所', en: 'Housing' }
const open = {
  code: 'P1',
  given: '2026-01-05',
  window,
  summary: '等候过久',
  step: 'reply',
  due: '2026-01-06',
  overdue: true,
  passed: 3,
  late: 2,
  left: 0,
  inDays: -2,
}
const waiting = { ...open, overdue: false, late: 0 }
/** The bad reviews of a period with some that wait for a step. */
const followed = (reviews: readonly (typeof open)[]) => ({
  total: 31,
  read: 31,
  lateReplies: null,
  deadlines: { reply: 1, callBack: 3, rectify: 5 },
  deadlinesFrom: null,
  counts: {
    reply: { inTime: 9, late: 21, open: 0, overdue: 1 },
    callBack: { inTime: 30, late: 0, open: 1, overdue: 0 },
    rectify: { inTime: 30, late: 0, open: 1, overdue: 0 },
  },
  open: reviews,
})

describe('what has to be done', () => {
  it('leads from a bad review to its own record', async () => {
    clock.value = followed([open, { ...open, code: 'P2', given: '2026-01-06' }])
    vi.spyOn(useMe(), 'may').mockReturnValue(true)
    const panel = mount(BadReviewPanel, { global: { plugins: plugins() } })
    await panel.get('[data-todo="P2"] button').trigger('click')
    expect(panel.emitted('review')).toEqual([['P2', '2026-01-06']])
  })

  it('names a due day that is today or tomorrow, and else counts the working days', () => {
    clock.value = followed([
      { ...waiting, code: 'TODAY', left: 0, inDays: 0 },
      { ...waiting, code: 'TOMORROW', left: 1, inDays: 1 },
      // A Monday, seen from the Friday before.
      { ...waiting, code: 'MONDAY', left: 1, inDays: 3 },
    ])
    vi.spyOn(useMe(), 'may').mockReturnValue(true)
    const panel = mount(BadReviewPanel, { global: { plugins: plugins() } })
    const told = panel.findAll('.amount').map(amount => amount.text())
    expect(told).toEqual(['今日到期', '明日到期', '1个工作日内到期'])
  })

  it('leads from a slow joint affair to its own cases', async () => {
    const group = (name: string, taken: number) => ({
      group: name,
      cases: 3,
      units: 3,
      by: [window],
      acceptedOn: '2026-01-05',
      completedOn: '2026-02-09',
      sequentialMilliDays: 40_000,
      takenMilliDays: taken * 1000,
      savedMilliDays: null,
    })
    const groups = [1, 2, 2, 3, 3, 3, 4, 4, 5].map(days => group(`J${days}`, days))
    const panel = mount(JointTodoPanel, {
      props: {
        joint: held({ from: '2026-01-01', to: '2026-06-30', groups: [...groups, group('SLOW', 30)] }),
        use: null,
      },
      global: { plugins: plugins() },
    })
    await panel.get('[data-todo="SLOW"] button').trigger('click')
    expect(panel.emitted('group')).toEqual([['SLOW', '2026-01-05..2026-02-09']])
  })
})
