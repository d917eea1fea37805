import type { Answer } from '#measures'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { measures } from '#measures'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import NumberCard from '../../client/ui/NumberCard.vue'
import SparkLine from '../../client/ui/SparkLine.vue'
import TrendPanel from '../../client/ui/TrendPanel.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { keyOf } from '../support/answerParts.ts'

const measure = measures.casesReceived
const counted = (n: number) => ({ [keyOf(measure.part)]: n })

/** September to November with about 5,900 cases each, and December until a day. */
function answerUntil(last: string, cases: number): Answer {
  const days: [key: string, to: string, cases: number][] = [
    ['2026-09', '2026-09-30', 5800],
    ['2026-10', '2026-10-31', 5700],
    ['2026-11', '2026-11-30', 5900],
    ['2026-12', last, cases],
  ]
  return {
    question: {
      measures: ['casesReceived'],
      centres: [],
      period: `2026-09-01..2026-12-31`,
      granularity: 'month',
      comparison: 'none',
      groupBy: [],
      filters: [],
      benchmark: false,
    },
    asOf: `${last}T10:00:00Z`,
    dataUntil: last,
    knownDays: {},
    openedOn: null,
    dataVersions: {},
    currency: 'CNY',
    demo: false,
    partial: true,
    members: [],
    current: {
      from: '2026-09-01',
      to: last,
      buckets: days.map(([key, to]) => ({ key, from: `${key}-01`, to })),
      cells: days.map(([, , n], bucket) => ({ bucket, members: [], parts: counted(n) })),
      totals: [],
      overall: counted(17400 + cases),
      coverage: {},
      versions: {},
    },
    earlier: null,
    settingChanges: [],
    sources: [],
  }
}
const global = () => ({ plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] })

async function panelOf(answer: Answer) {
  await loadPageWords()
  const panel = mount(TrendPanel, {
    props: { id: 'casesReceived', loaded: held(answer), choices: ['casesReceived'] },
    global: global(),
  })
  await flushPromises()
  await vi.waitFor(() => expect(panel.find('[data-remarks]').exists()).toBe(true), 10_000)
  return panel
}

it('a trend leaves out a month of one day and says so; its table has the month', async () => {
  const panel = await panelOf(answerUntil('2026-12-01', 300))
  expect(panel.get('[data-remarks]').text()).toBe('2026年12月只有1天，未画出')
  const table = panel.findAll('button').find(button => button.text() === '表格')
  await table?.trigger('click')
  await vi.waitFor(() => expect(panel.text()).toContain('300 件'), 10_000)
  expect(panel.get('[data-remarks]').text()).toBe('2026年12月未结束，只数到12月1日')
  panel.unmount()
})

it('a trend draws a month of which a third has passed, and explains its star', async () => {
  const panel = await panelOf(answerUntil('2026-12-11', 2100))
  expect(panel.get('[data-remarks]').text()).toBe('* 2026年12月未结束，只数到12月11日')
  panel.unmount()
})

it.each(['2026-12-01', '2026-12-30'])('a sparkline ends with the last month that is over: %s', async last => {
  const card = mount(NumberCard, {
    props: { id: 'casesReceived', answer: answerUntil(last, 300) },
    global: global(),
  })
  await flushPromises()
  expect(card.getComponent(SparkLine).props('values')).toEqual([5800, 5700, 5900])
  card.unmount()
})
