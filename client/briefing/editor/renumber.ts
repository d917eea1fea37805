import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { isHistoryTransaction } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import { headingNumber, renumberedTexts } from '#measures'
import { takenOver } from './takeOver.ts'

/** The HTML level of a briefing's first-level headings, which are below those of the page. */
const firstLevel = 3

const textsOf = ({ children }: Node): (string | null)[] =>
  children.map(node =>
    node.type.name === 'heading' && Number(node.attrs.level) === firstLevel ? node.textContent : null,
  )

/** True for text of others and for undone changes, which are not renumbered. */
const isTaken = (transaction: Transaction): boolean =>
  Boolean(transaction.getMeta(takenOver)) || isHistoryTransaction(transaction)

function renumber(
  transactions: readonly Transaction[],
  { before, now }: { before: EditorState; now: EditorState },
): Transaction | null {
  if (transactions.every(transaction => !transaction.docChanged) || transactions.some(isTaken)) return null
  const was = textsOf(now.doc)
  const texts = renumberedTexts(was, textsOf(before.doc))
  const tr = now.tr
  now.doc.forEach((node, from, place) => {
    const [old, text] = [was[place] ?? '', texts[place] ?? '']
    const [number, next] = [headingNumber(old), headingNumber(text)]
    if (number === next || !node.firstChild?.isText) return
    const start = tr.mapping.map(from + 1)
    tr.insertText(next, start, start + number.length)
  })
  return tr.docChanged ? tr : null
}

/**
 * Renumbers the first-level headings after one was moved, added or removed, if they were numbered without
 * gaps before.
 */
export const renumbering = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, before, now) => renumber(transactions, { before, now }),
  })
