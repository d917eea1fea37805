import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import BriefingEditor from '../../client/briefing/editor/BriefingEditor.vue'
import { picturesIn } from '../../client/briefing/editor/pictures.ts'
import { copiedCells } from '../../client/briefing/editor/tableCells.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

interface Copied {
  html?: string
  text?: string
  files?: readonly string[]
}
/** What a clipboard or a drag carries; the simulated document has neither. */
const carried = ({ html = '', text = '', files = [] }: Copied): DataTransfer =>
  ({
    files: files.map(type => ({ type })),
    getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : ''),
  }) as unknown as DataTransfer

describe('pictures in what is pasted', () => {
  it.each<[string, Copied, string]>([
    ['a screenshot', { files: ['image/png'] }, 'alone'],
    ['a picture of a page', { html: '<img src="a.png">', files: ['image/png'] }, 'alone'],
    [
      'text with a picture from Word',
      { html: '<p>锦旗<img src="file:///a.png"></p>', text: '锦旗' },
      'besideText',
    ],
    [
      'an old picture of Word',
      { html: '<p>锦旗</p><!--[if vml]><v:imagedata src="a"/><![endif]-->' },
      'besideText',
    ],
    [
      'cells of Excel',
      { html: '<table><tr><td>1</td></tr></table>', text: '1', files: ['image/png'] },
      'none',
    ],
    ['text', { text: '锦旗' }, 'none'],
    ['a file that is no picture', { files: ['application/pdf'] }, 'none'],
  ])('%s', (_, copied, expected) => {
    expect(picturesIn(carried(copied))).toBe(expected)
  })
})

it('parses no styles, which the content policy would refuse', () => {
  const parse = vi.spyOn(DOMParser.prototype, 'parseFromString')
  const html =
    '<style>p{margin:0}</style><p style="margin:0">锦旗</p><table style="x:y"><tr><td>1</td></tr></table>'
  picturesIn(carried({ html }))
  copiedCells(carried({ html }))
  expect(parse.mock.calls).toHaveLength(2)
  for (const [parsed] of parse.mock.calls) expect(parsed).not.toContain('style')
})

describe('the editor', () => {
  afterEach(() => document.body.replaceChildren())

  it.each(['paste', 'drop'])(
    'says that a picture cannot be put in by %s, and keeps words beside one',
    async how => {
      await loadPageWords()
      document.body.innerHTML = '<div id="editor-tools"></div><div id="page"></div>'
      const page = mount(BriefingEditor, {
        props: { blocks: [], round: 1, period: '2012-10-01..2012-10-31', comparison: 'none', remarks: [] },
        global: { plugins: [createPinia(), i18n], stubs: { EditorTools: true } },
        attachTo: '#page',
      })
      await flushPromises()
      const put = (copied: Copied): Event => {
        const event = new Event(how, { bubbles: true, cancelable: true })
        Object.assign(event, { clipboardData: carried(copied), dataTransfer: carried(copied) })
        page.get('.editor').element.dispatchEvent(event)
        return event
      }
      expect(put({ files: ['image/png'] }).defaultPrevented).toBe(true)
      expect(page.emitted('picture')).toHaveLength(1)
      expect(put({ html: '<p>锦旗<img src="a"></p>', text: '锦旗' }).defaultPrevented).toBe(false)
      expect(page.emitted('picture')).toHaveLength(2)
      put({ text: '锦旗' })
      expect(page.emitted('picture')).toHaveLength(2)
      page.unmount()
    },
  )
})
