import type { FigureRef } from '#measures'
import type { Block, Inline } from '../../../../server/briefing/document.ts'

/** A node as the editor keeps it. */
export interface EditorNode {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string }[]
  content?: EditorNode[]
}

function inlineNode(inline: Inline): EditorNode {
  if (typeof inline === 'string')
    return { type: 'text', text: inline }
  return 'text' in inline ? { type: 'text', text: inline.text, marks: [{ type: 'bold' }] } : { type: 'figure', attrs: { figure: inline } }
}

const hasText = (inline: Inline): boolean => typeof inline === 'string' ? inline !== '' : !('text' in inline) || inline.text !== ''
const withContent = (content: EditorNode[]): { content?: EditorNode[] } => content.length > 0 ? { content } : {}

function blockNode(block: Block): EditorNode {
  switch (block.kind) {
    // The title of the page and of the document stand above these.
    case 'heading': return { type: 'heading', attrs: { level: block.level + 2 }, ...withContent(block.text ? [{ type: 'text', text: block.text }] : []) }
    case 'paragraph': return { type: 'paragraph', ...withContent(block.inlines.filter(hasText).map(inlineNode)) }
    case 'table':
    case 'claim':
    case 'chart':
    case 'grid': return { type: 'block', attrs: { block } }
  }
}

/** Blocks of a briefing as the editor's document. */
export const toEditor = (blocks: readonly Block[]): EditorNode => ({ type: 'doc', content: blocks.length > 0 ? blocks.map(blockNode) : [{ type: 'paragraph' }] })

function inlinesOf(node: EditorNode): Inline[] {
  if (node.type === 'figure')
    return [node.attrs?.figure as FigureRef]
  const text = node.text ?? (node.type === 'hardBreak' ? ' ' : '')
  return node.marks?.some(mark => mark.type === 'bold') ? [{ text, strong: true }] : [text]
}

function blockOf(node: EditorNode): Block {
  if (node.type === 'block')
    return node.attrs?.block as Block
  if (node.type === 'heading')
    return { kind: 'heading', text: node.content?.map(one => one.text ?? '').join('') ?? '', level: node.attrs?.level === 4 ? 2 : 1 }
  return { kind: 'paragraph', inlines: node.content?.flatMap(inlinesOf) ?? [] }
}

/** The editor's document as blocks of a briefing: what went in comes out. */
export const fromEditor = (document: EditorNode): Block[] => document.content?.map(blockOf) ?? []
