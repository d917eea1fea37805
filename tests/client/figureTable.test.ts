import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import FigureTable from '../../client/ui/FigureTable.vue'
import { i18n } from '../../client/words/index.ts'

const table = (columns: number, texts = false) =>
  mount(FigureTable, {
    props: {
      caption: 'x',
      headers: Array.from({ length: columns }, (_, at) => `h${at}`),
      rows: [Array.from({ length: columns }, (_, at) => `c${at}`)],
      texts,
    },
    global: { plugins: [i18n] },
  })

describe('a table of figures', () => {
  it('becomes blocks of lines on a phone where its columns would be cut, each value with its heading', () => {
    const wide = table(5)
    expect(wide.get('table').classes()).toContain('blocks')
    expect(wide.findAll('td').map(wrapper => wrapper.attributes('data-name'))).toEqual([
      'h1',
      'h2',
      'h3',
      'h4',
    ])
    expect(table(4).get('table').classes()).not.toContain('blocks')
    expect(table(4, true).get('table').classes()).toContain('blocks')
  })
})
