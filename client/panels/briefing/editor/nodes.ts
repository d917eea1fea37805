import { Node } from '@tiptap/core'
import { VueNodeViewRenderer } from '@tiptap/vue-3'
import BlockNode from './BlockNode.vue'
import FigureNode from './FigureNode.vue'

// What is a reference stays one, also when it is copied within a page or between two: it travels as JSON in an attribute.
function json(name: string) {
  return {
    [name]: {
      default: null,
      parseHTML: (element: HTMLElement): unknown => JSON.parse(element.dataset[name] ?? 'null'),
      renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attributes[name]) }),
    },
  }
}

/** A number in the text: one unit, moved and deleted as a whole. */
export const FigureExtension = Node.create({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => json('figure'),
  parseHTML: () => [{ tag: 'span[data-figure]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  addNodeView: () => VueNodeViewRenderer(FigureNode),
})

/** A table, a quotation or a picture between paragraphs. */
export const BlockExtension = Node.create({
  name: 'block',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => json('block'),
  parseHTML: () => [{ tag: 'div[data-block]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  addNodeView: () => VueNodeViewRenderer(BlockNode),
})
