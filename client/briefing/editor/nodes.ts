import type { FigureRef } from '#measures'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import BlockView from './BlockView.vue'
import { deleteBlock, leaveFigure, moveBlock, pasteBlock, typeBehindSelected } from './commands.ts'
import { cursorWhereGone } from './cursorAt.ts'
import FigureView from './FigureView.vue'
import { cleanedHtml } from './pasted.ts'
import { renumbering } from './renumber.ts'
import { BlockIds, BlockNode, FigureNode, starterKit } from './schema.ts'

/** Shortcuts for whole blocks, typing after a selected block, and pasting HTML of other programs. */
const BlockKeys = Extension.create({
  name: 'blockKeys',
  addKeyboardShortcuts: () => ({
    'Alt-ArrowUp': ({ editor }) => moveBlock(-1)(editor.state, editor.view.dispatch),
    'Alt-ArrowDown': ({ editor }) => moveBlock(1)(editor.state, editor.view.dispatch),
    'Mod-Shift-Backspace': ({ editor }) => deleteBlock(editor.state, editor.view.dispatch),
    'Shift-Enter': ({ editor }) => editor.commands.splitBlock(),
  }),
  addProseMirrorPlugins: () => [
    renumbering(),
    cursorWhereGone(),
    new Plugin({
      props: {
        // eslint-disable-next-line max-params -- ProseMirror's own signature
        handleTextInput(view, _from, _to, text) {
          const tr = typeBehindSelected(view.state, text)
          if (tr) view.dispatch(tr)
          return tr !== null
        },
        // Otherwise Enter and input methods would replace a selected number, as typed text would.
        handleKeyDown(view, event) {
          const composes = event.isComposing || event.key === 'Process'
          const tr = event.key === 'Enter' || composes ? leaveFigure(view.state) : null
          if (tr) view.dispatch(tr)
          return false
        },
        handlePaste(view, _event, slice) {
          const behind = leaveFigure(view.state)
          if (behind) view.dispatch(behind)
          const tr = pasteBlock(view.state, slice)
          if (tr) view.dispatch(tr)
          return tr !== null
        },
        transformPastedHTML: cleanedHtml,
      },
    }),
  ],
})

/** The editor's extensions. `textOf` returns the value of a number, for copying as plain text. */
export const editorExtensions = (textOf: (figure: FigureRef) => string, beside: Plugin) => [
  starterKit,
  FigureNode.extend({
    renderText: ({ node }) => textOf(node.attrs.figure as FigureRef),
    addNodeView: () => VueNodeViewRenderer(FigureView),
  }),
  BlockNode.extend({ addNodeView: () => VueNodeViewRenderer(BlockView) }),
  BlockIds,
  BlockKeys,
  Extension.create({ name: 'commentsBeside', addProseMirrorPlugins: () => [beside] }),
]
