import type { RankRow } from '../../client/ui/rankRows.ts'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { measures } from '#measures'
import { createPageRouter } from '../../client/routes.ts'
import { usePreferences } from '../../client/stores/preferences.ts'
import { rankMembers } from '../../client/ui/rankMembers.ts'
import { rankRows } from '../../client/ui/rankRows.ts'
import RankRows from '../../client/ui/RankRows.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { answer, cell, keyOf, side } from '../support/answerParts.ts'

beforeEach(async () => {
  setActivePinia(createPinia())
  await loadPageWords()
})
const say = { t: i18n.global.t as (key: string) => string, language: 'zh' as const, currency: 'CNY' }
const measure = measures.averageHandlingTime
const taking = (days: number, cases: number) => ({
  [keyOf(measure.numerator)]: days * cases * 1000,
  [keyOf(measure.denominator)]: cases,
})
const row: RankRow = {
  code: 'A',
  name: '国土局窗口',
  value: 4.35,
  was: 4.12,
  change: '升 0.23',
  n: 563,
  interval: null,
  small: false,
  failing: null,
  group: 'same',
}

describe('a ranking by a mean', () => {
  it('names the unit once, in the heading, and prints bare numbers in its rows', () => {
    const list = mount(RankRows, {
      props: {
        measure,
        rows: [row, { ...row, code: 'B', value: 12 }],
        fewer: 9,
        hall: null,
        hallName: '全厅',
        failingName: '',
      },
      global: { plugins: [i18n, createPageRouter(createMemoryHistory())] },
    })
    expect(list.get('.axis .unit').text()).toBe('工作日')
    expect(list.findAll('li .value').map(value => value.text())).toEqual(['4.35', '12'])
    expect(list.findAll('li .n')[0]?.text()).toBe('563')
    // What a pointer shows has the unit.
    expect(list.get('li a').attributes('title')).toContain('4.35 个工作日')
    expect(usePreferences().language).toBe('zh')
  })

  it('prints a change as a direction and a number', () => {
    const now = side([cell(['A'], taking(4.35, 600))], taking(4.35, 600))
    const before = side([cell(['A'], taking(4.1, 500))], taking(4.1, 500))
    const compared = answer(now, { earlier: before, question: { filters: [] } as never })
    const [first] = rankRows(rankMembers(compared, measure, 'zh'), compared, { measure, say })
    expect(first?.change).toBe('升 0.25')
  })
})
