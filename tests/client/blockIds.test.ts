import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { BlockIds, schemaExtensions } from '../../client/briefing/editor/schema.ts'

const schema = getSchema(schemaExtensions)
const plugins = BlockIds.config.addProseMirrorPlugins?.call({} as never) ?? []

/** One paragraph with an id, in which Enter is pressed behind so many letters. */
function afterEnter(behind: number): [text: string, id: string | null][] {
  const paragraph = schema.node('paragraph', { blockId: 'own' }, [schema.text('受理量上升')])
  const state = EditorState.create({ doc: schema.node('doc', null, [paragraph]), plugins })
  const at = TextSelection.create(state.doc, 1 + behind)
  const split = state.tr
    .setSelection(at)
    .split(1 + behind, 1, [{ type: paragraph.type, attrs: { blockId: null } }])
  const { doc } = state.applyTransaction(split).state
  const pairsOfIds: [string, string | null][] = []
  doc.forEach(node => pairsOfIds.push([node.textContent, node.attrs.blockId as string | null]))
  return pairsOfIds
}

describe('the id of a paragraph', () => {
  it('goes with its words when a line is opened above them', () => {
    const [[above, other] = ['', ''], below] = afterEnter(0)
    expect(above).toBe('')
    expect(other).not.toBe('own')
    expect(below).toEqual(['受理量上升', 'own'])
  })

  it('stays with the first half of a paragraph that is split', () => {
    const [first, [second, other] = ['', '']] = afterEnter(3)
    expect(first).toEqual(['受理量', 'own'])
    expect(second).toBe('上升')
    expect(other).not.toBe('own')
  })
})
