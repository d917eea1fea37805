import type { FigureRef } from '#measures'
import type { Block, Heading, Inline } from '../../../server/briefing/document.ts'

/** A node of the editor's document as JSON. */
export interface EditorNode {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string }[]
  content?: EditorNode[]
}

const bold = { marks: [{ type: 'bold' }] }

function inlineNode(inline: Inline): EditorNode {
  if (typeof inline === 'string') return { type: 'text', text: inline }
  if ('text' in inline) return { type: 'text', text: inline.text, ...bold }
  const { strong, ...figure } = inline
  return { type: 'figure', attrs: { figure }, ...(strong && bold) }
}

const isEmptyText = (inline: Inline): boolean =>
  typeof inline === 'string' ? inline === '' : 'text' in inline && inline.text === ''

function withContent(inlines: readonly Inline[]): { content?: EditorNode[] } {
  const content = inlines.filter(inline => !isEmptyText(inline)).map(inlineNode)
  return content.length > 0 ? { content } : {}
}

function blockNode({ id, ...block }: Block): EditorNode {
  const blockId = id ?? null
  switch (block.kind) {
    // Levels 1 and 2 are the titles of the page and of the document.
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: block.level + 2, blockId },
        ...withContent(block.inlines ?? [block.text]),
      }
    case 'paragraph':
      return { type: 'paragraph', attrs: { blockId }, ...withContent(block.inlines) }
    case 'table':
    case 'textTable':
    case 'claim':
    case 'note':
    case 'chart':
    case 'grid':
    case 'photo':
      return { type: 'briefingBlock', attrs: { block, blockId } }
  }
}

/** Blocks of a briefing as the editor's document. */
export const toEditor = (blocks: readonly Block[]): EditorNode => ({
  type: 'doc',
  content: blocks.length > 0 ? blocks.map(blockNode) : [{ type: 'paragraph' }],
})

function inlineOf({ type, text = '', attrs, marks }: EditorNode): Inline {
  const strong = marks?.some(mark => mark.type === 'bold') ?? false
  if (type === 'figure') {
    const figure = attrs?.figure as FigureRef
    return strong ? { ...figure, strong } : figure
  }
  return strong ? { text, strong } : text
}

/** The text and numbers of a paragraph or heading. */
export const inlinesOf = ({ content = [] }: EditorNode): Inline[] => content.map(inlineOf)

function headingOf({ attrs, content = [] }: EditorNode): Heading {
  const inlines = content.map(inlineOf)
  const words = content.map(({ text = '' }) => text).join('')
  const isPlain = inlines.every(inline => typeof inline === 'string')
  return {
    kind: 'heading',
    text: words,
    level: attrs?.level === 4 ? 2 : 1,
    ...(!isPlain && { inlines }),
  }
}

function bareBlockOf(node: EditorNode): Block {
  if (node.type === 'briefingBlock') return node.attrs?.block as Block
  return node.type === 'heading' ? headingOf(node) : { kind: 'paragraph', inlines: inlinesOf(node) }
}

function blockOf(node: EditorNode): Block {
  const id = node.attrs?.blockId
  return { ...bareBlockOf(node), ...(typeof id === 'string' && { id }) }
}

/** The editor's document as blocks of a briefing. `toEditor(fromEditor(document))` is the same document. */
export const fromEditor = (document: EditorNode): Block[] => document.content?.map(blockOf) ?? []
