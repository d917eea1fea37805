import type { Node } from '@tiptap/pm/model'
import type { Remark } from '../../../server/briefing/remarks.ts'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** The meta key of a transaction after a change of remarks, so that they are drawn again. */
export const commentsChanged = 'commentsChanged'

/** A comment and its replies as an element below a paragraph. It is not part of the text. */
function noteOf(comment: Remark, replies: readonly Remark[], name: string): HTMLElement {
  const note = document.createElement('div')
  note.className = 'beside noprint'
  note.contentEditable = 'false'
  note.dataset.beside = String(comment.id)
  note.setAttribute('role', 'note')
  note.setAttribute('aria-label', name)
  for (const remark of [comment, ...replies]) {
    const line = note.appendChild(document.createElement('p'))
    const by = line.appendChild(document.createElement('strong'))
    by.textContent = remark.by
    line.append(` ${remark.text}`)
  }
  return note
}

function notesIn(doc: Node, remarks: readonly Remark[], name: string): DecorationSet {
  const comments = remarks.filter(({ kind, done }) => kind === 'comment' && done === null)
  const notes: Decoration[] = []
  doc.forEach((node, from) => {
    const { blockId } = node.attrs as { blockId: string | null }
    for (const comment of comments.filter(comment => comment.blockId === blockId && blockId !== null)) {
      const replies = remarks.filter(({ replyTo }) => replyTo === comment.id)
      const key = `${comment.id} ${replies.map(({ id }) => id).join(' ')}`
      const note = (): HTMLElement => noteOf(comment, replies, name)
      notes.push(Decoration.widget(from + node.nodeSize, note, { side: -1, key, ignoreSelection: true }))
    }
  })
  return DecorationSet.create(doc, notes)
}

/** A plugin that shows open comments below their paragraphs. */
export const commentsBeside = (remarks: () => readonly Remark[], name: () => string): Plugin =>
  new Plugin({ props: { decorations: ({ doc }) => notesIn(doc, remarks(), name()) } })
