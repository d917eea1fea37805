import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorNode } from './convert.ts'
import { TextSelection } from '@tiptap/pm/state'

/** The meta key of the transaction that replaces the text, which is no input of the writer. */
export const takenOver = 'takenOver'

/** The start of the block with an id; -1 where there is none. */
function startOf(doc: Node, id: unknown): number {
  let place = -1
  doc.forEach((node, from) => {
    if (id !== null && node.attrs.blockId === id) place = from
  })
  return place
}

/**
 * Replaces the parts that differ from another text. The cursor stays in its paragraph, at the same offset.
 */
export function takeOver(view: EditorView, text: EditorNode): void {
  const { state } = view
  const next = state.schema.nodeFromJSON(text)
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || end === null) return
  // Where a text is repeated, the ends of the difference may lie before its start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const tr = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap))
  const { $head } = state.selection
  const block = $head.depth > 0 ? $head.node(1) : null
  const from = block ? startOf(tr.doc, block.attrs.blockId) : -1
  const size = from < 0 ? 0 : (tr.doc.nodeAt(from)?.content.size ?? 0)
  if (from >= 0 && tr.doc.nodeAt(from)?.isTextblock)
    tr.setSelection(TextSelection.create(tr.doc, from + 1 + Math.min($head.parentOffset, size)))
  view.dispatch(tr.setMeta(takenOver, true).setMeta('addToHistory', false))
}
