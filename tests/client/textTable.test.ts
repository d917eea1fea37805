import type { TextTable } from '../../server/briefing/document.ts'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copiedCells, withCells } from '../../client/briefing/editor/tableCells.ts'
import TextTableFields from '../../client/briefing/editor/TextTableFields.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const copied = (html: string, text = ''): Pick<DataTransfer, 'getData'> => ({
  getData: type => (type === 'text/html' ? html : text),
})
const excel = '<table><tr><td>窗口</td><td>件数</td></tr><tr><td>房管</td><td>12</td></tr></table>'

describe('cells that were copied', () => {
  it('are those of a table, or of text between tabs', () => {
    const cells = [
      ['窗口', '件数'],
      ['房管', '12'],
    ]
    expect(copiedCells(copied(excel, '窗口\t件数'))).toEqual(cells)
    expect(copiedCells(copied('', '窗口\t件数\r\n房管\t12\r\n'))).toEqual(cells)
    expect(copiedCells(copied('<p>蜜柚</p>', '蜜柚'))).toBeNull()
    expect(copiedCells(copied('<table><tr><td>蜜柚</td></tr></table>', '蜜柚'))).toBeNull()
  })

  it('make the table grow, no further than it may', () => {
    expect(withCells([['甲', '乙']], [['1', '2'], ['3']], { row: 0, column: 1 })).toEqual({
      rows: [
        ['甲', '1', '2'],
        ['', '3', ''],
      ],
      isCut: false,
    })
    const many = Array.from({ length: 300 }, () => Array.from<string>({ length: 30 }).fill('1'))
    const grown = withCells(many, many, { row: 200, column: 20 })
    expect([grown.rows.length, grown.rows[0]?.length, grown.isCut]).toEqual([400, 40, true])
    const long = withCells([['']], [['长'.repeat(500)]], { row: 0, column: 0 })
    expect([long.rows[0]?.[0]?.length, long.isCut]).toEqual([400, true])
  })
})

describe('a text table in the editor', () => {
  beforeEach(async () => loadPageWords())
  afterEach(() => document.body.replaceChildren())

  function shown(rows: string[][]) {
    let table: TextTable = { kind: 'textTable', caption: '', rows }
    const page = mount(TextTableFields, {
      props: {
        table,
        onChange: (next: TextTable) => {
          table = next
          void page.setProps({ table })
        },
      },
      global: { plugins: [createPinia(), i18n] },
      attachTo: document.body,
    })
    return { page, now: () => table }
  }

  it('takes the cells of a spreadsheet from the cell they were pasted in', async () => {
    const { page, now } = shown([
      ['', ''],
      ['', ''],
    ])
    const paste = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(paste, { clipboardData: copied(excel) })
    page.findAll('textarea')[3]?.element.dispatchEvent(paste)
    await Promise.resolve()
    expect(paste.defaultPrevented).toBe(true)
    expect(now().rows).toEqual([
      ['', '', ''],
      ['', '窗口', '件数'],
      ['', '房管', '12'],
    ])
    page.unmount()
  })

  it('grows a cell with its words, keeps them in one line, and Enter leads to the cell below', async () => {
    const { page, now } = shown([['甲'], ['']])
    const [first, second] = page.findAll('textarea')
    first!.element.value = '蜜柚、茶叶、\n蔬菜种植'
    await first!.trigger('input')
    expect(first!.element.parentElement?.dataset.words).toContain('蔬菜种植')
    await first!.trigger('keydown', { key: 'Enter' })
    expect(document.activeElement).toBe(second!.element)
    await first!.trigger('change')
    expect(now().rows[0]).toEqual(['蜜柚、茶叶、 蔬菜种植'])
    page.unmount()
  })

  it('has its caption where it is printed', async () => {
    const { page, now } = shown([['甲']])
    await page.get('figcaption [data-caption]').setValue('种植情况')
    await page.get('figcaption [data-caption]').trigger('change')
    expect(now().caption).toBe('种植情况')
    page.unmount()
  })
})
