import type { Answer } from '#measures'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { measures, partKey } from '#measures'
import ReviewsPanel from '../../client/feedback/ReviewsPanel.vue'
import TopicsPanel from '../../client/feedback/TopicsPanel.vue'
import { held, inventedAnswer } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import { useMe } from '../../client/stores/me.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const texts = [
  { kind: 'complaints', texts: Array.from({ length: 10 }, () => '窗口午间无人'), total: 10 },
  { kind: 'hotlineCalls', texts: Array.from({ length: 71 }, () => '建议增设自助终端'), total: 71 },
]
vi.mock('../../client/data/useServerQuery.ts', () => ({ useServerQuery: () => held(texts) }))
vi.mock('../../client/stores/centre.ts', () => ({ useCentre: () => ({ code: 'pinghe', shown: null }) }))

beforeEach(async () => {
  setActivePinia(createPinia())
  await loadPageWords()
})
const plugins = () => [i18n, createPageRouter(createMemoryHistory())]

/** An answer with one cell a level, and what is counted over all of them. */
function answer(levels: Record<string, number>, overall: Answer['current']['overall']): Answer {
  const invented = inventedAnswer({ measures: ['reviews'], codes: [['5']], months: 1, seed: 1 })
  const totals = Object.entries(levels).map(([level, count]) => ({
    bucket: 0,
    members: [level],
    parts: { [partKey(measures.reviews.part)]: count },
  }))
  return { ...invented, current: { ...invented.current, totals, overall } }
}

describe('the voices', () => {
  it('say how many reviews the levels add up to, and how many of them are unprompted', () => {
    const { numerator, denominator } = measures.ownGoodReviewRate
    const panel = mount(ReviewsPanel, {
      props: {
        levels: held(answer({ 5: 5662, 2: 19 }, { [partKey(measures.reviews.part)]: 5681 })),
        dealt: held(answer({}, { [partKey(numerator)]: 3495, [partKey(denominator)]: 3526 })),
        ids: [],
      },
      global: { plugins: plugins() },
    })
    expect(panel.get('.finding').text()).toContain('共 5,681 条评价，其中主动评价 3,526 条')
  })

  it('have one scale for what complaints and calls are about', () => {
    vi.spyOn(useMe(), 'may').mockReturnValue(true)
    const panel = mount(TopicsPanel, { global: { plugins: plugins() } })
    const widths = panel.findAll('.track > span').map(bar => bar.attributes('style'))
    expect(widths.map(width => Math.round(Number.parseFloat(width!.slice(7))))).toEqual([14, 100])
  })
})
