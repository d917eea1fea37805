import type { FigureRef, Reading } from '#measures'
import type { Block } from '../../server/briefing/document.ts'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { referenceKey } from '#measures'
import BlockView from '../../client/briefing/editor/BlockView.vue'
import FigureChip from '../../client/briefing/FigureChip.vue'
import { usePaper } from '../../client/briefing/paperStore.ts'
import ReadingNotes from '../../client/briefing/ReadingNotes.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

let pinia = createPinia()
beforeEach(async () => {
  pinia = createPinia()
  setActivePinia(pinia)
  await loadPageWords()
})
const plugins = () => [pinia, i18n, createPageRouter(createMemoryHistory())]

describe('a briefing in its editor', () => {
  it('numbers the captions of photos and charts as the paper does', () => {
    const photo = { kind: 'photo', photo: 'a', record: 'r', caption: '锦旗' } as unknown as Block
    usePaper().number([
      { kind: 'chart', id: 'one', caption: '走势' } as unknown as Block,
      { ...photo, id: 'two' },
    ])
    const view = mount(BlockView, {
      props: { node: { attrs: { block: photo, blockId: 'two' } }, selected: false } as never,
      global: { plugins: plugins(), stubs: { NodeViewWrapper: { template: '<div><slot /></div>' } } },
    })
    expect(view.get('figcaption').text()).toBe('图2\u3000锦旗')
  })

  it('begins no line with the comma of a number', () => {
    const chip = (text: string) =>
      mount(FigureChip, {
        props: { figure: { measure: 'letters' } as never, text },
        global: { plugins: plugins() },
      })
    expect(chip('，同比增长6.3%').classes()).toContain('stopped')
    expect(chip('5864件').classes()).not.toContain('stopped')
  })

  it('folds why numbers are left out, and says how many for each reason', () => {
    const silent = (whyNot: object) =>
      ({ text: '', whyNot, to: '2012-12-31', measure: 'letters' }) as unknown as Reading
    const keyOf = (measure: string) =>
      referenceKey({
        measure,
        period: { kind: 'year', back: 0 },
        comparison: null,
        shows: 'value',
        form: 'short',
      } as unknown as FigureRef)
    usePaper().readings = {
      figures: {
        [keyOf('letters')]: silent({ reason: 'noRecords' }),
        [keyOf('banners')]: silent({ reason: 'noRecords' }),
        [keyOf('meetings')]: silent({ reason: 'nowClosed' }),
        [keyOf('cases')]: { text: '12' } as unknown as Reading,
      },
      series: {},
    }
    const notes = mount(ReadingNotes, { global: { plugins: plugins() } })
    const fold = notes.get('details[data-omitted]')
    expect(fold.attributes('open')).toBeUndefined()
    expect(fold.get('summary').text()).toContain('3 个数字不印出')
    expect(fold.findAll('li').map(wrapper => wrapper.text())).toEqual([
      '没有可计的记录（2 个）',
      '本期无工作日（1 个）',
    ])
  })
})
