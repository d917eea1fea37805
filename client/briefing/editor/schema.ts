import type { Extensions } from '@tiptap/core'
import type { Node as ProseNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Extension, Node } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { StarterKit } from '@tiptap/starter-kit'
import { randomWord } from '../randomWord.ts'
import { blockFrom, figureFrom, textTableFrom } from './pasted.ts'

// References are stored as JSON in an attribute, so that they can be copied within and between documents.
function jsonAttribute(name: string, read: (json: string) => unknown) {
  return {
    [name]: {
      default: null,
      parseHTML: (element: HTMLElement): unknown => read(element.dataset[name] ?? ''),
      renderHTML: (attributes: Record<string, unknown>) => ({
        [`data-${name}`]: JSON.stringify(attributes[name]),
      }),
    },
  }
}

/** A number in the text, which is moved and deleted as a whole. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => jsonAttribute('figure', figureFrom),
  parseHTML: () => [
    {
      tag: 'span[data-figure]',
      getAttrs: element => (figureFrom(element.dataset.figure ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
})

/** A table, chart or note between paragraphs. A pasted table becomes a text table. */
export const BlockNode = Node.create({
  name: 'briefingBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => jsonAttribute('block', blockFrom),
  parseHTML: () => [
    { tag: 'div[data-block]', getAttrs: element => (blockFrom(element.dataset.block ?? '') ? null : false) },
    { tag: 'table', getAttrs: element => textTableFrom(element) ?? false },
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
})

/**
 * The content that a briefing's text may have: headings of two levels, paragraphs and strong text, without
 * line breaks inside paragraphs.
 */
export const starterKit = StarterKit.configure({
  heading: { levels: [3, 4] },
  blockquote: false,
  bulletList: false,
  orderedList: false,
  listItem: false,
  listKeymap: false,
  code: false,
  codeBlock: false,
  hardBreak: false,
  horizontalRule: false,
  italic: false,
  strike: false,
  underline: false,
  link: false,
  trailingNode: false,
})

const idOf = ({ attrs }: ProseNode): string | null => (attrs as { blockId: string | null }).blockId

/** The text of each block by id. */
function wordsById(doc: ProseNode): Map<string, string> {
  const words = new Map<string, string>()
  doc.forEach(node => words.set(idOf(node) ?? '', node.textContent))
  return words
}

/**
 * The ids of blocks, in order. Enter at the start of a paragraph leaves its id on the empty one above; here
 * the id is moved back to the text, so that comments stay with it.
 */
function idsOf(doc: ProseNode, before: ReadonlyMap<string, string>): (string | null)[] {
  const nodes: ProseNode[] = []
  doc.forEach(node => nodes.push(node))
  const ids = nodes.map(idOf)
  nodes.forEach((node, place) => {
    const above = nodes[place - 1]
    const id = ids[place - 1]
    if (ids[place] !== null || !above || !id || above.content.size > 0) return
    if (node.textContent === '' || before.get(id) !== node.textContent) return
    ids[place] = id
    ids[place - 1] = null
  })
  return ids
}

/** Gives an id to each block without one, and a new id to copies of a block. */
function identifyBlocks({ doc, tr }: EditorState, before: ProseNode): Transaction | null {
  const seen = new Set<string>()
  const ids = idsOf(doc, wordsById(before))
  let place = 0
  doc.forEach((node, from) => {
    const blockId = ids[place++] ?? null
    const isOwn = blockId !== null && !seen.has(blockId)
    const id = isOwn ? blockId : randomWord()
    seen.add(id)
    if (id !== idOf(node)) tr.setNodeAttribute(from, 'blockId', id)
  })
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null
}

/** The ids of blocks, which comments and the merging of texts rely on. They are never copied. */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    {
      types: ['heading', 'paragraph', 'briefingBlock'],
      attributes: {
        blockId: {
          default: null,
          keepOnSplit: false,
          parseHTML: () => null,
          renderHTML: ({ blockId }: Record<string, unknown>) => (blockId ? { 'data-block-id': blockId } : {}),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, state) =>
        transactions.some(({ docChanged }) => docChanged) ? identifyBlocks(state, before.doc) : null,
    }),
  ],
})

/** The editor's extensions without their views. */
export const schemaExtensions: Extensions = [starterKit, FigureNode, BlockNode, BlockIds]
