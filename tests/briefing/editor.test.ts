import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import type { Block } from '../../server/briefing/document.ts'
import { getSchema } from '@tiptap/core'
import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  selectNodeBackward,
  selectNodeForward,
  setBlockType,
  splitBlock,
  toggleMark,
} from '@tiptap/pm/commands'
import { history, redo, undo } from '@tiptap/pm/history'
import { EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  currentBlock,
  deleteBlock,
  insertBlock,
  leaveFigure,
  moveBlock,
  typeBehindSelected,
} from '../../client/briefing/editor/commands.ts'
import { fromEditor, toEditor } from '../../client/briefing/editor/convert.ts'
import { renumbering } from '../../client/briefing/editor/renumber.ts'
import { schemaExtensions } from '../../client/briefing/editor/schema.ts'
import { blockSchema } from '../../server/briefing/documentSchema.ts'

const schema = getSchema(schemaExtensions)
const figure = (measure: 'banners' | 'letters' | 'casesCompleted') => ({
  measure,
  period: '2012-10-01..2012-10-31',
  comparison: 'none',
  shows: 'value' as const,
  form: 'plain' as const,
})
const table: Block = {
  kind: 'table',
  caption: '办件',
  rows: [{ value: figure('casesCompleted'), change: null }],
}
const textTable: Block = {
  kind: 'textTable',
  caption: '',
  rows: [
    ['窗口', '件数'],
    ['房管', '12'],
  ],
}
const start: Block[] = [
  { kind: 'heading', level: 1, text: '一、办件情况' },
  { kind: 'paragraph', inlines: ['办结', figure('casesCompleted'), '。'] },
  table,
  { kind: 'heading', level: 2, text: '锦旗', inlines: ['锦旗', { ...figure('banners'), strong: true }] },
  { kind: 'note', text: '请补充' },
  { kind: 'paragraph', inlines: [{ text: '感谢信', strong: true }, figure('letters')] },
  { kind: 'paragraph', inlines: [] },
]

const stateOf = (blocks: readonly Block[]): EditorState =>
  EditorState.create({
    doc: schema.nodeFromJSON(toEditor(blocks)),
    schema,
    plugins: [history(), renumbering()],
  })

/** What the server keeps of the text: it went over the wire and through the schema of documents. */
const saved = (doc: Node): Block[] =>
  fromEditor(doc.toJSON() as Parameters<typeof fromEditor>[0]).map(block =>
    blockSchema.parse(JSON.parse(JSON.stringify(block))),
  )
const reopened = (doc: Node): Node => schema.nodeFromJSON(toEditor(saved(doc)))

function figuresIn(doc: Node): number {
  let count = 0
  doc.descendants(node => {
    if (node.type.name === 'figure') count++
  })
  return count
}

/** What a browser does where no command applies: it deletes one character or one number. */
const deleteCharacter =
  (direction: -1 | 1): Command =>
  (state, dispatch) => {
    const { from, empty } = state.selection
    const [start, end] = direction < 0 ? [from - 1, from] : [from, from + 1]
    if (!empty || start < 0 || end > state.doc.content.size) return false
    if (!state.doc.resolve(start).sameParent(state.doc.resolve(end))) return false
    dispatch?.(state.tr.delete(start, end))
    return true
  }

function pressed(key: 'Enter' | 'Backspace' | 'Delete'): Command {
  switch (key) {
    case 'Enter':
      return chainCommands(createParagraphNear, liftEmptyBlock, splitBlock)
    case 'Backspace':
      return chainCommands(deleteSelection, joinBackward, selectNodeBackward, deleteCharacter(-1))
    case 'Delete':
      return chainCommands(deleteSelection, joinForward, selectNodeForward, deleteCharacter(1))
  }
}

const toggleHeading =
  (level: 3 | 4): Command =>
  (state, dispatch) => {
    const { node } = currentBlock(state)
    const isOn = node.type.name === 'heading' && node.attrs.level === level
    return setBlockType(isOn ? schema.nodes.paragraph! : schema.nodes.heading!, isOn ? null : { level })(
      state,
      dispatch,
    )
  }

const blockNode = (block: Block): Node => schema.nodes.briefingBlock!.create({ block })

/** Steps of writing by name; `deletes` says that the step may take numbers away. */
const steps: Record<string, { deletes: boolean; command: (place: number) => Command }> = {
  type: {
    deletes: true,
    command: place => (state, dispatch) => {
      dispatch?.(typeBehindSelected(state, '文字') ?? state.tr.insertText(`字${place}`))
      return true
    },
  },
  enter: { deletes: true, command: () => pressed('Enter') },
  backspace: { deletes: true, command: () => pressed('Backspace') },
  delete: { deletes: true, command: () => pressed('Delete') },
  headingOne: { deletes: false, command: () => toggleHeading(3) },
  headingTwo: { deletes: false, command: () => toggleHeading(4) },
  strong: { deletes: false, command: () => toggleMark(schema.marks.bold!) },
  insertTable: { deletes: false, command: () => insertBlock(blockNode(table)) },
  insertTextTable: { deletes: false, command: () => insertBlock(blockNode(textTable)) },
  up: { deletes: false, command: () => moveBlock(-1) },
  down: { deletes: false, command: () => moveBlock(1) },
  deleteBlock: { deletes: true, command: () => deleteBlock },
  undo: { deletes: true, command: () => undo },
  redo: { deletes: true, command: () => redo },
  paste: {
    deletes: true,
    command: place => (state, dispatch) => {
      const size = state.doc.content.size
      const [from, to] = [place % size, (place * 7) % size].toSorted((a, b) => a - b) as [number, number]
      dispatch?.(state.tr.replaceSelection(state.doc.slice(from, to)))
      return true
    },
  },
  insertFigure: {
    deletes: true,
    command: () => (state, dispatch) => {
      const { $from } = state.selection
      const node = schema.nodes.figure!.create({ figure: figure('banners') })
      if (!$from.parent.inlineContent) return false
      dispatch?.(state.tr.replaceSelectionWith(node, false))
      return true
    },
  },
}

function selected(state: EditorState, anchor: number, head: number): EditorState {
  const size = state.doc.content.size
  const $anchor = state.doc.resolve(anchor % (size + 1))
  const $head = state.doc.resolve(head % (size + 1))
  const node = $anchor.nodeAfter
  const selection =
    node?.type.name === 'briefingBlock' && anchor % 3 === 0
      ? NodeSelection.create(state.doc, $anchor.pos)
      : anchor % 2 === 0
        ? Selection.near($anchor)
        : TextSelection.between($anchor, $head)
  return state.apply(state.tr.setSelection(selection))
}

const stepArbitrary = fc.record({
  name: fc.constantFrom(...Object.keys(steps)),
  anchor: fc.nat(400),
  head: fc.nat(400),
  keepsCursor: fc.boolean(),
})

describe('moving', () => {
  const text = (...names: string[]): Block[] =>
    names.map((name): Block =>
      /^(?:[一二三五]、|（)/.test(name)
        ? { kind: 'heading', level: name.startsWith('（') ? 2 : 1, text: name }
        : { kind: 'paragraph', inlines: [name] },
    )
  const blocks = text('首段', '一、办件', '甲', '（一）窗口', '乙', '二、交易', '丙')
  /** The state after moving the block at a place, with the cursor in it; null where it cannot be moved. */
  function afterMove(place: number, step: -1 | 1): EditorState | null {
    let state = stateOf(blocks)
    let from = 1
    for (let before = 0; before < place; before++) from += state.doc.child(before).nodeSize
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from)))
    return moveBlock(step)(state, tr => (state = state.apply(tr))) ? state : null
  }
  const textsIn = (state: EditorState | null): string[] | undefined =>
    state?.doc.children.map(node => node.textContent)
  const moved = (place: number, step: -1 | 1): string[] | undefined => textsIn(afterMove(place, step))

  it('takes the section of a heading along, and numbers the headings anew', () => {
    expect(moved(5, -1)).toEqual(['首段', '一、交易', '丙', '二、办件', '甲', '（一）窗口', '乙'])
    expect(moved(1, 1)).toEqual(['首段', '一、交易', '丙', '二、办件', '甲', '（一）窗口', '乙'])
    expect(moved(1, -1)).toEqual(['一、办件', '甲', '（一）窗口', '乙', '首段', '二、交易', '丙'])
    // A part of a section goes over to the section before or behind it.
    expect(moved(3, 1)).toEqual(['首段', '一、办件', '甲', '二、交易', '丙', '（一）窗口', '乙'])
    expect(moved(5, 1)).toBeUndefined()
  })

  it('keeps the cursor in the block, and one undo brings order and numbers back', () => {
    let state = afterMove(5, -1)!
    expect(currentBlock(state).node.textContent).toBe('一、交易')
    undo(state, tr => (state = state.apply(tr)))
    expect(textsIn(state)).toEqual(textsIn(stateOf(blocks)))
  })

  it('closes the gap of a section that was deleted, and leaves numbers of the writer alone', () => {
    let state = stateOf(text('一、甲', '二、乙', '三、丙'))
    deleteBlock(state, tr => (state = state.apply(tr)))
    expect(textsIn(state)).toEqual(['一、乙', '二、丙'])
    let own = stateOf(text('一、甲', '五、乙', '三、丙'))
    moveBlock(1)(own, tr => (own = own.apply(tr)))
    expect(textsIn(own)).toEqual(['五、乙', '一、甲', '三、丙'])
  })

  it('takes a paragraph over one block alone', () => {
    expect(moved(2, -1)).toEqual(['首段', '甲', '一、办件', '（一）窗口', '乙', '二、交易', '丙'])
    expect(moved(6, 1)).toBeUndefined()
    expect(moved(0, -1)).toBeUndefined()
  })
})

describe('random editing', () => {
  it('keeps the document valid and equal to what was saved, and loses no number that was not deleted', () => {
    let applied = 0
    fc.assert(
      fc.property(fc.array(stepArbitrary, { minLength: 5, maxLength: 40 }), sequence => {
        let state = stateOf(start)
        for (const { name, anchor, head, keepsCursor } of sequence) {
          const { deletes, command } = steps[name]!
          if (!keepsCursor) state = selected(state, anchor, head)
          const before = state
          command(anchor)(state, tr => {
            state = state.apply(tr)
            applied++
          })
          state.doc.check()
          expect(reopened(state.doc).eq(state.doc), name).toBe(true)
          if (!deletes) expect(figuresIn(state.doc), name).toBe(figuresIn(before.doc))
          else if (before.selection.empty && (name === 'enter' || name === 'type' || name === 'insertFigure'))
            expect(figuresIn(state.doc), name).toBeGreaterThanOrEqual(figuresIn(before.doc))
        }
      }),
      { numRuns: 600 },
    )
    expect(applied).toBeGreaterThan(5000)
  }, 120_000)

  it('is undone step by step to the text that was opened', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { minLength: 1, maxLength: 15 }), sequence => {
        let state = stateOf(start)
        const opened = state.doc
        const apply = (command: Command): boolean => command(state, tr => (state = state.apply(tr)))
        for (const { name, anchor, head } of sequence.filter(step => !/undo|redo/.test(step.name))) {
          state = selected(state, anchor, head)
          apply(steps[name]!.command(anchor))
        }
        while (apply(undo));
        expect(state.doc.eq(opened)).toBe(true)
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})

describe('single steps', () => {
  const at = (state: EditorState, position: number): EditorState =>
    state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))
  const run = (state: EditorState, command: Command): EditorState => {
    let next = state
    expect(command(state, tr => (next = state.apply(tr)))).toBe(true)
    return next
  }

  it.each([
    ['start', 1, ['', '一二三']],
    ['middle', 2, ['一', '二三']],
    ['end', 4, ['一二三', '']],
  ])('Enter at the %s of a paragraph makes two', (_, position, texts) => {
    const state = run(at(stateOf([{ kind: 'paragraph', inlines: ['一二三'] }]), position), pressed('Enter'))
    expect(saved(state.doc)).toEqual(texts.map(text => ({ kind: 'paragraph', inlines: text ? [text] : [] })))
  })

  it('a heading keeps its number when it becomes a paragraph and again a heading', () => {
    const opened = stateOf([{ kind: 'paragraph', inlines: ['办结', figure('casesCompleted')] }])
    const heading = run(at(opened, 2), toggleHeading(3))
    expect(saved(heading.doc)).toEqual([
      { kind: 'heading', level: 1, text: '办结', inlines: ['办结', figure('casesCompleted')] },
    ])
    expect(run(heading, toggleHeading(3)).doc.eq(opened.doc)).toBe(true)
  })

  it('a block moves up and down past its neighbours, keeps the cursor, and stops at both ends', () => {
    const opened = at(stateOf(start.slice(1)), 2)
    expect(moveBlock(-1)(opened)).toBe(false)
    const moved = run(run(opened, moveBlock(1)), moveBlock(1))
    expect(saved(moved.doc).map(block => block.kind)).toEqual([
      'table',
      'heading',
      'paragraph',
      'note',
      'paragraph',
      'paragraph',
    ])
    expect(currentBlock(moved).index).toBe(2)
    expect(moved.selection.$from.parentOffset).toBe(1)
    expect(run(run(moved, moveBlock(-1)), moveBlock(-1)).doc.eq(opened.doc)).toBe(true)
  })

  it('the only block can be deleted, and leaves an empty paragraph', () => {
    expect(saved(run(stateOf([table]), deleteBlock).doc)).toEqual([{ kind: 'paragraph', inlines: [] }])
  })

  it('typing on a selected block writes behind it', () => {
    const opened = stateOf([table])
    const state = opened.apply(opened.tr.setSelection(NodeSelection.create(opened.doc, 0)))
    expect(saved(state.apply(typeBehindSelected(state, '甲')!).doc)).toEqual([
      table,
      { kind: 'paragraph', inlines: ['甲'] },
    ])
  })

  it('typing on a selected number writes behind it and keeps it', () => {
    const opened = stateOf([{ kind: 'paragraph', inlines: ['办结', figure('casesCompleted'), '。'] }])
    const state = opened.apply(opened.tr.setSelection(NodeSelection.create(opened.doc, 3)))
    const typed = state.apply(typeBehindSelected(state, '（含网上）')!)
    expect(saved(typed.doc)).toEqual([
      { kind: 'paragraph', inlines: ['办结', figure('casesCompleted'), '（含网上）。'] },
    ])
    expect(typed.selection.from).toBe(9)
    const left = state.apply(leaveFigure(state)!)
    expect(saved(run(left, splitBlock).doc)).toEqual([
      { kind: 'paragraph', inlines: ['办结', figure('casesCompleted')] },
      { kind: 'paragraph', inlines: ['。'] },
    ])
    expect(leaveFigure(left)).toBeNull()
  })
})
