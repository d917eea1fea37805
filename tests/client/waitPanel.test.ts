import type { Answer, Histogram, Parts } from '#measures'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { binOf, measures, partKey } from '#measures'
import WaitPanel from '../../client/feedback/WaitPanel.vue'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

/** The parts of messages that were answered after so many days. */
function answeredAfter(days: readonly number[]): Parts {
  const bins: Histogram = days.map(day => [binOf(day), 1, day] as const)
  const { averageReplyDays: mean, medianReplyDays: median } = measures
  return {
    [partKey(median.part)]: bins,
    [partKey(mean.numerator)]: days.reduce((sum, day) => sum + day, 0),
    [partKey(mean.denominator)]: days.length,
  }
}

const side = {
  from: '2026-01-01',
  to: '2026-06-30',
  buckets: [{ key: '2026', from: '2026-01-01', to: '2026-06-30' }],
  cells: [],
  totals: [
    { bucket: 0, members: ['complaint'], parts: answeredAfter([1, 2, 4, 10]) },
    { bucket: 0, members: ['hotline'], parts: answeredAfter([1, 1, 1, 2, 20]) },
    { bucket: 0, members: ['banner'], parts: answeredAfter([]) },
  ],
  overall: answeredAfter([1, 1, 1, 1, 2, 2, 4, 10, 20]),
  coverage: {},
  versions: {},
}

const answer: Answer = {
  question: {
    measures: ['medianReplyDays', 'p90ReplyDays', 'averageReplyDays'],
    centres: ['pinghe'],
    period: '2026-01-01..2026-06-30',
    granularity: 'none',
    comparison: 'none',
    groupBy: ['feedbackKind'],
    filters: [],
    benchmark: false,
  },
  asOf: '2026-07-01T00:00:00Z',
  dataUntil: '2026-06-30',
  knownDays: {},
  openedOn: null,
  dataVersions: {},
  currency: 'CNY',
  demo: false,
  partial: false,
  members: [
    [
      { code: 'complaint', zh: '投诉', en: 'Complaint' },
      { code: 'hotline', zh: '12345 热线', en: 'Hotline' },
      { code: 'banner', zh: '锦旗', en: 'Banner' },
    ],
  ],
  current: side,
  earlier: null,
  settingChanges: [],
  sources: [],
}

describe('the panel of days to reply', () => {
  it('shows median, P90, mean and n of each answered kind, and says how long complaints waited', async () => {
    await loadPageWords()
    const panel = mount(WaitPanel, {
      props: { loaded: held(answer) },
      global: { plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] },
    })
    const rows = panel.findAll('tbody tr').map(row => row.findAll('th, td').map(cell => cell.text()))
    expect(rows).toEqual([
      ['12345 热线', '1 天', '20 天', '5 天', '5'],
      ['投诉', '3 天', '10 天', '4.25 天', '4'],
    ])
    expect(panel.get('.finding').text()).toBe('其中投诉一半在 3 天内、九成在 10 天内得到答复（据 4 件）')
  })
})
