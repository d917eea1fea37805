import type { EditorView } from '@tiptap/pm/view'
import type { FigureRef } from '#measures'
import type { Spot } from '../paperStore.ts'
import type { EditorNode } from './convert.ts'
import { inlinesOf } from './convert.ts'

/** The number at a position with its surroundings; null where there is none. */
export function spotAt(view: EditorView, at: number): Spot | null {
  const { doc } = view.state
  const node = doc.nodeAt(at)
  if (node?.type.name !== 'figure') return null
  const around = doc.resolve(at)
  return {
    figure: node.attrs.figure as FigureRef,
    inlines: inlinesOf(around.parent.toJSON() as EditorNode),
    place: around.index(),
    replace(figures, count = 1) {
      const { state } = view
      const type = state.schema.nodes.figure
      // The text may have been replaced by a newer revision in the meantime.
      if (view.isDestroyed || !type || state.doc.nodeAt(at)?.type !== type) return
      const nodes = figures.map(figure => type.create({ figure }, null, node.marks))
      view.dispatch(state.tr.replaceWith(at, at + count, nodes))
      view.focus()
    },
  }
}
