import type { Block, BriefingDocument } from '../../server/briefing/document.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, mergeDrafts, settled } from '../../client/briefing/mergeDrafts.ts'

const paragraph = (id: string, text: string): Block => ({ kind: 'paragraph', id, inlines: [text] })
const documentOf = (blocks: Block[], title = '标题'): BriefingDocument => ({
  language: 'zh',
  masthead: { name: '报头', issue: '', unit: '', date: '' },
  title,
  subtitle: '',
  blocks,
  ending: { copyTo: '', distributeTo: '', printed: '' },
})
const textsOf = ({ blocks }: BriefingDocument): string[] =>
  blocks.map(block => (block.kind === 'paragraph' ? block.inlines.join('') : ''))
const base = documentOf([paragraph('a', '甲'), paragraph('b', '乙'), paragraph('c', '丙')])
const [a, b, c] = base.blocks as [Block, Block, Block]

describe('two who changed one text', () => {
  it('have both changes where they are of different paragraphs', () => {
    const mine = documentOf([paragraph('a', '甲我'), b, c])
    const theirs = documentOf([a, b, paragraph('x', '新'), paragraph('c', '丙他')])
    const { document, conflicts } = mergeDrafts({ base, mine, theirs })
    expect(textsOf(document)).toEqual(['甲我', '乙', '新', '丙他'])
    expect(conflicts).toEqual([])
  })

  it('choose where they changed the same paragraph: mine, theirs, or both one behind the other', () => {
    const mine = documentOf([a, paragraph('b', '乙我'), c])
    const theirs = documentOf([a, paragraph('b', '乙他'), c])
    const { document, conflicts } = mergeDrafts({ base, mine, theirs })
    expect(textsOf(document)).toEqual(['甲', '乙他', '丙'])
    const [conflict] = conflicts
    const after = (choice: 'mine' | 'theirs' | 'both') =>
      textsOf(settled(document, conflict!, { choice, fresh: 'n' }))
    expect(after('mine')).toEqual(['甲', '乙我', '丙'])
    expect(after('theirs')).toEqual(['甲', '乙他', '丙'])
    expect(after('both')).toEqual(['甲', '乙他', '乙我', '丙'])
    const gone = { ...document, blocks: [a] }
    expect(textsOf(settled(gone, conflict!, { choice: 'mine', fresh: 'n' }))).toEqual(['甲', '乙我'])
  })

  it('keep a paragraph that one deleted and the other wrote on; one that nobody wrote on goes', () => {
    const mine = documentOf([b, paragraph('c', '丙我')])
    const theirs = documentOf([paragraph('a', '甲他'), b])
    expect(textsOf(mergeDrafts({ base, mine, theirs }).document)).toEqual(['甲他', '乙', '丙我'])
    expect(textsOf(mergeDrafts({ base, mine: documentOf([a, c]), theirs: base }).document)).toEqual([
      '甲',
      '丙',
    ])
  })

  it('keep a move beside a change', () => {
    const mine = documentOf([c, a, b])
    const theirs = documentOf([a, paragraph('b', '乙他'), c])
    expect(textsOf(mergeDrafts({ base, mine, theirs }).document)).toEqual(['丙', '甲', '乙他'])
    expect(textsOf(mergeDrafts({ base, mine: theirs, theirs: mine }).document)).toEqual(['丙', '甲', '乙他'])
  })

  it('have lines around the text each for itself', () => {
    const mine = { ...base, title: '我的', ending: { ...base.ending, copyTo: '市作风办' } }
    const theirs = { ...base, title: '她的', ending: { ...base.ending, distributeTo: '县领导' } }
    const { document, conflicts } = mergeDrafts({ base, mine, theirs })
    expect(document.ending).toEqual({ copyTo: '市作风办', distributeTo: '县领导', printed: '' })
    expect(document.title).toBe('她的')
    expect(conflicts).toEqual([{ kind: 'line', path: ['title'], mine: '我的', theirs: '她的' }])
    expect(settled(document, conflicts[0]!, { choice: 'mine', fresh: 'n' }).title).toBe('我的')
  })
})

/** What somebody does with a text: writes on a paragraph, puts one in, takes one out, moves one. */
interface Deed {
  kind: 'write' | 'add' | 'delete' | 'move'
  at: number
  to: number
}
const deed = fc.record({
  kind: fc.constantFrom('write' as const, 'add' as const, 'delete' as const, 'move' as const),
  at: fc.nat(20),
  to: fc.nat(20),
})

/** The text after some deeds, and every word that was written in them and still stands. */
function after(start: BriefingDocument, deeds: readonly Deed[], who: string): BriefingDocument {
  return deeds.reduce((document, { kind, at, to }, count) => {
    const { blocks } = document
    const word = `<${who}${count}>`
    const place = blocks.length === 0 ? 0 : at % blocks.length
    const block = blocks[place]
    if (kind === 'add' || !block)
      return { ...document, blocks: blocks.toSpliced(place, 0, paragraph(`${who}${count}`, word)) }
    const rest = blocks.toSpliced(place, 1)
    if (kind === 'delete') return { ...document, blocks: rest }
    if (kind === 'move') return { ...document, blocks: rest.toSpliced(to % blocks.length, 0, block) }
    const inlines = block.kind === 'paragraph' ? [...block.inlines, word] : []
    return { ...document, blocks: blocks.with(place, { ...block, inlines } as Block) }
  }, start)
}
const wordsIn = (value: unknown): string[] => JSON.stringify(value).match(/<[^>]+>/g) ?? []

describe('any two histories of one text', () => {
  it('lose no word that either wrote, and put no paragraph in twice', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), fc.array(deed, { maxLength: 12 }), (one, other) => {
        const start = documentOf(['a', 'b', 'c', 'd'].map(id => paragraph(id, id)))
        const [mine, theirs] = [after(start, one, 'm'), after(start, other, 't')]
        const { document, conflicts } = mergeDrafts({ base: start, mine, theirs })
        const kept = new Set(wordsIn([document, conflicts]))
        expect([...wordsIn(mine), ...wordsIn(theirs)].filter(word => !kept.has(word))).toEqual([])
        const ids = document.blocks.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        // Once both have merged there is nothing more to merge.
        if (conflicts.length === 0)
          expect(isSame(mergeDrafts({ base: theirs, mine: document, theirs }).document, document)).toBe(true)
        const both = conflicts.reduce(
          (text, conflict, place) => settled(text, conflict, { choice: 'both', fresh: `n${place}` }),
          document,
        )
        const placed = new Set(wordsIn(both))
        expect([...wordsIn(mine), ...wordsIn(theirs)].filter(word => !placed.has(word))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
