import type { Node, Slice } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'

interface TopBlock {
  index: number
  from: number
  to: number
  node: Node
}

function blockAt(doc: Node, index: number): TopBlock {
  const node = doc.child(index)
  let from = 0
  for (let before = 0; before < index; before++) from += doc.child(before).nodeSize
  return { index, from, to: from + node.nodeSize, node }
}

/** The block that contains the cursor. */
export function currentBlock({ doc, selection }: EditorState): TopBlock {
  return blockAt(doc, Math.min(selection.$from.index(0), doc.childCount - 1))
}

/** Selects a block as a whole, or, for a block with text, sets the cursor `offset` after its start. */
function selectIn(
  tr: Transaction,
  { from, node }: Pick<TopBlock, 'from' | 'node'>,
  offset: number,
): Transaction {
  const selection = node.isTextblock
    ? TextSelection.create(tr.doc, from + Math.min(Math.max(offset, 1), node.nodeSize - 1))
    : NodeSelection.create(tr.doc, from)
  return tr.setSelection(selection).scrollIntoView()
}

/** Inserts a block after the one with the cursor; an empty paragraph is replaced. */
export const insertBlock =
  (node: Node): Command =>
  (state, dispatch) => {
    const current = currentBlock(state)
    const isEmpty = current.node.type.name === 'paragraph' && current.node.content.size === 0
    if (dispatch) {
      const from = isEmpty ? current.from : current.to
      const tr = state.tr.replaceWith(from, current.to, node)
      dispatch(selectIn(tr, { from, node }, 1))
    }
    return true
  }

const isHeading = (node: Node, level: number): boolean =>
  node.type.name === 'heading' && Number(node.attrs.level) <= level

/**
 * The index of the next heading of this level or a higher one; that after the last block if there is none.
 */
function nextHeading(doc: Node, from: number, level: number): number {
  let place = from
  while (place < doc.childCount && !isHeading(doc.child(place), level)) place++
  return place
}

/**
 * The ranges to exchange when a block is moved, as start, middle and end: a heading is exchanged with its
 * section for the neighbouring one, any other block for one block. Null at the end of the text.
 */
function exchanged(doc: Node, { index, node }: TopBlock, step: -1 | 1): [number, number, number] | null {
  const level = node.type.name === 'heading' ? Number(node.attrs.level) : null
  const end = level === null ? index + 1 : nextHeading(doc, index + 1, level)
  if (step > 0) {
    if (end >= doc.childCount) return null
    return [index, end, level === null ? end + 1 : nextHeading(doc, end + 1, level)]
  }
  if (index === 0) return null
  if (level === null) return [index - 1, index, end]
  let start = index - 1
  while (start > 0 && !isHeading(doc.child(start), level)) start--
  return [start, index, end]
}

/** Moves the block with the cursor up (-1) or down (1); a heading is moved with its section. */
export const moveBlock =
  (step: -1 | 1): Command =>
  (state, dispatch) => {
    const { doc, selection } = state
    const current = currentBlock(state)
    const places = exchanged(doc, current, step)
    if (!places) return false
    const [start, middle, end] = places.map(place =>
      place < doc.childCount ? blockAt(doc, place).from : doc.content.size,
    ) as [number, number, number]
    if (dispatch) {
      const [first, second] = [doc.slice(start, middle).content, doc.slice(middle, end).content]
      const tr = state.tr.replaceWith(start, end, second.append(first))
      const from = step < 0 ? start : start + second.size
      dispatch(selectIn(tr, { from, node: current.node }, selection.from - current.from))
    }
    return true
  }

/** Deletes the block with the cursor. */
export const deleteBlock: Command = (state, dispatch) => {
  const { from, to } = currentBlock(state)
  const isLast = state.doc.childCount === 1
  const paragraph = state.schema.nodes.paragraph?.create()
  if (dispatch && paragraph) {
    const tr = isLast ? state.tr.replaceWith(from, to, paragraph) : state.tr.delete(from, to)
    const near = tr.doc.resolve(Math.min(from, tr.doc.content.size))
    dispatch(tr.setSelection(Selection.near(near)).scrollIntoView())
  }
  return true
}

/** Sets the cursor after a selected number (a click selects it); null where none is selected. */
export function leaveFigure(state: EditorState): Transaction | null {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || !selection.node.isInline) return null
  return state.tr.setSelection(TextSelection.create(state.doc, selection.to))
}

/** Inserts typed text after a selected block or number instead of replacing it. */
export function typeBehindSelected(state: EditorState, text: string): Transaction | null {
  const { selection, schema } = state
  const paragraph = schema.nodes.paragraph
  const behind = leaveFigure(state)
  if (behind) return behind.insertText(text, selection.to).scrollIntoView()
  if (!(selection instanceof NodeSelection) || !paragraph) return null
  const tr = state.tr.insert(selection.to, paragraph.create(null, schema.text(text)))
  return tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length)).scrollIntoView()
}

/**
 * Pastes a slice that ends with a whole block, and selects that block, so that the next insertion follows it.
 * Null where the slice ends in text.
 */
export function pasteBlock(state: EditorState, slice: Slice): Transaction | null {
  const { content, openEnd } = slice
  const last = content.lastChild
  if (last?.type.name !== 'briefingBlock' || openEnd > 0) return null
  const tr = content.childCount === 1 ? state.tr.replaceSelectionWith(last) : state.tr.replaceSelection(slice)
  tr.doc.forEach((node, from) => {
    if (node === last) selectIn(tr, { from, node }, 0)
  })
  return tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste')
}
