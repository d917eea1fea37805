import type { EditorView } from '@tiptap/pm/view'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { goneTo } from '../goToBlock.ts'

/** The position where the text of a block ends; null for blocks without text. */
function endOf(view: EditorView, blockId: string | undefined): number | null {
  let end: number | null = null
  view.state.doc.forEach((node, from) => {
    if (node.isTextblock && node.attrs.blockId === blockId) end = from + node.nodeSize - 1
  })
  return end
}

/** Sets the cursor to the end of a block that the page scrolls to, so that typed text is appended. */
export const cursorWhereGone = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        [goneTo](view, event: Event) {
          const { target } = event
          event.preventDefault()
          const end = endOf(view, target instanceof HTMLElement ? target.dataset.blockId : undefined)
          if (end === null) return true
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)))
          view.focus()
          return true
        },
      },
    },
  })
