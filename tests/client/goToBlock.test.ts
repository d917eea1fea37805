import { Editor, Extension } from '@tiptap/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { toEditor } from '../../client/briefing/editor/convert.ts'
import { cursorWhereGone } from '../../client/briefing/editor/cursorAt.ts'
import { schemaExtensions } from '../../client/briefing/editor/schema.ts'
import { goToBlock } from '../../client/briefing/goToBlock.ts'

const marked = vi.fn()
HTMLElement.prototype.animate = marked

/** The editor of a paper with two paragraphs and a table. */
function editorOn(sheet: HTMLElement): Editor {
  return new Editor({
    element: sheet,
    injectCSS: false,
    extensions: [
      ...schemaExtensions,
      Extension.create({ name: 'cursorWhereGone', addProseMirrorPlugins: () => [cursorWhereGone()] }),
    ],
    content: toEditor([
      { kind: 'paragraph', id: 'a', inlines: ['第一段。'] },
      { kind: 'paragraph', id: 'b', inlines: ['第二段。'] },
      { kind: 'textTable', id: 'c', caption: '', rows: [['一']] },
    ]),
  })
}

afterEach(() => {
  document.body.replaceChildren()
  marked.mockClear()
})

describe('going to a paragraph', () => {
  it('puts the cursor at its end, selects nothing, and marks it', () => {
    const sheet = document.body.appendChild(document.createElement('article'))
    sheet.className = 'sheet'
    const editor = editorOn(sheet)
    goToBlock('b')
    expect(editor.state.selection.empty).toBe(true)
    expect(editor.state.selection.$head.parent.textContent).toBe('第二段。')
    editor.view.dispatch(editor.state.tr.insertText('另附。'))
    expect(editor.state.doc.children.map(node => node.textContent)).toEqual([
      '第一段。',
      '第二段。另附。',
      '',
    ])
    expect(marked).toHaveBeenCalledOnce()
    // A table has no text of its own: the cursor stays where it was.
    goToBlock('c')
    expect(editor.state.selection.$head.parent.textContent).toBe('第二段。另附。')
    editor.destroy()
  })

  it('selects nothing in a text that is only read', () => {
    document.body.innerHTML = '<article class="sheet"><div data-block-id="a"><p>第一段。</p></div></article>'
    goToBlock('a')
    expect(getSelection()?.toString()).toBe('')
    expect(getSelection()?.isCollapsed).toBe(true)
  })
})
