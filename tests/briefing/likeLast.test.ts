import type { Block } from '../../server/briefing/document.ts'
import { describe, expect, it } from 'vitest'
import { isCarriedNote } from '../../server/briefing/carriedText.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { figuresOf } from '../../server/briefing/document.ts'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')

async function as(by: string, now = new Date('2012-12-03T02:00:00Z')) {
  const centre = await centresOf(database()).find('pinghe')
  return { centre, context: { database: database(), scope: leaderScope, now }, by }
}
const month = { template: 'month', comparison: 'none', language: 'zh' } as const
const headings = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))

/** The part of a document from one heading of the first level to the next. */
function section(blocks: readonly Block[], words: string): Block[] {
  const start = blocks.findIndex(block => block.kind === 'heading' && block.text.includes(words))
  const end = blocks.findIndex(
    (block, place) => place > start && block.kind === 'heading' && block.level === 1,
  )
  return blocks.slice(start, end < 0 ? undefined : end)
}

describe('a draft like the last issue', () => {
  it('keeps order, omissions and words of the last one, with numbers of its own period', async () => {
    const draft = await beginDraft(await as('陈明'), { ...month, period: '2012-10' })
    const { blocks } = draft.document
    const [trades, people] = [section(blocks, '公共资源交易'), section(blocks, '群众评价')]
    const rest = blocks.filter(block => !trades.includes(block) && !people.includes(block))
    const [first = 0] = rest.flatMap((block, place) => (block.kind === 'heading' ? [place] : []))
    const figure = figuresOf(draft.document).find(({ measure }) => measure === 'casesCompleted')!
    const own: Block = { kind: 'paragraph', inlines: ['本月新设婚姻登记窗口，办结', figure, '。'] }
    const { revision } = await saveDraft(await as('陈明'), {
      id: draft.id,
      revision: 1,
      // Trades come first with a paragraph of the writer's own; what the public says is left out.
      document: {
        ...draft.document,
        blocks: [...rest.slice(0, first), ...trades, own, ...rest.slice(first)],
      },
    })
    await freezeDraft(await as('赵主任'), { id: draft.id, revision, accepts: findingKinds })

    const next = await as('陈明', new Date('2013-01-04T02:00:00Z'))
    const like = await beginDraft(next, { ...month, period: '2012-12', likeLast: true })
    const titles = headings(like.document.blocks)
    expect(titles[0]).toBe('一、公共资源交易')
    expect(titles[1]).toBe('二、办件情况')
    expect(titles.some(text => text.includes('群众评价'))).toBe(false)
    const place = like.document.blocks.findIndex(
      block => block.kind === 'paragraph' && block.inlines[0] === '本月新设婚姻登记窗口，办结',
    )
    expect(like.document.blocks[place - 1]).toMatchObject({ kind: 'note' })
    const periods = new Set(figuresOf(like.document).map(({ period }) => period))
    expect([...periods].filter(period => period.includes('2012-10'))).toEqual([])
    const plain = await beginDraft(next, { ...month, period: '2012-12' })
    const plainPeriods = new Set(figuresOf(plain.document).map(({ period }) => period))
    expect([...periods].toSorted()).toEqual([...plainPeriods].toSorted())
  })

  it('is the draft of the template where there is no issue of its kind', async () => {
    const asked = { ...month, template: 'quarter', period: '2012-Q4' } as const
    const [like, plain] = [
      await beginDraft(await as('陈明'), { ...asked, likeLast: true }),
      await beginDraft(await as('陈明'), asked),
    ]
    expect(headings(like.document.blocks)).toEqual(headings(plain.document.blocks))
  })
})

describe('a draft like another one that serves as a template', () => {
  it('has its sections, sentences and conditions, about its own period', async () => {
    const model = await beginDraft(await as('陈明'), { ...month, period: '2012-10' })
    const trades = section(model.document.blocks, '公共资源交易')
    const figure = figuresOf(model.document).find(({ measure }) => measure === 'casesCompleted')!
    const zero = {
      ...figure,
      clause: { before: '婚姻登记窗口办结', after: '', zero: '婚姻登记窗口没有办件' },
    }
    const own: Block = { kind: 'paragraph', inlines: [zero, '。'] }
    const rest = model.document.blocks.filter(block => !trades.includes(block))
    const document = { ...model.document, title: '我的月报', blocks: [...trades, own, ...rest] }
    await saveDraft(await as('陈明'), { id: model.id, revision: model.revision, document })
    const like = await beginDraft(await as('李云', new Date('2012-12-03T02:00:00Z')), {
      ...month,
      template: 'custom',
      period: '2012-11',
      like: model.id,
    })
    expect(like.series).toBe('month')
    expect(like.document.title).toBe('我的月报')
    const [first] = like.document.blocks
    expect(first?.kind).toBe('heading')
    expect(first && 'text' in first ? first.text : '').toContain('交易')
    const carried = figuresOf(like.document).find(({ clause }) => clause?.zero === '婚姻登记窗口没有办件')
    expect(carried?.period).toBe('2012-11-01..2012-11-30')
    expect(JSON.stringify(like.document)).not.toContain('沿用上期文字')
  })

  it('marks typed dates and numbers to be read again, once for a run of text, until they are', async () => {
    const model = await beginDraft(await as('陈明'), { ...month, period: '2012-09' })
    const typed = ['一是地税局窗口超期3件，9月18日以来已督办。', '二是加强培训。', '下一步，九月底前完成。']
    const own = typed.map((text): Block => ({ kind: 'paragraph', inlines: [text] }))
    const document = { ...model.document, blocks: [...own, ...model.document.blocks] }
    await saveDraft(await as('陈明'), { id: model.id, revision: model.revision, document })
    const next = await as('李云', new Date('2012-12-03T02:00:00Z'))
    const like = await beginDraft(next, { ...month, period: '2012-11', like: model.id })
    const [note, ...rest] = like.document.blocks
    expect(note && isCarriedNote(note)).toBe(true)
    expect(rest.slice(0, 3).map(block => 'inlines' in block && block.inlines?.[0])).toEqual(typed)
    expect(like.document.blocks.filter(isCarriedNote)).toHaveLength(1)
    const findingsOf = async (revision: number) =>
      (await checkDraft(next, { id: like.id, revision }))
        .find(({ kind }) => kind === 'carriedText')
        ?.names.map(({ zh }) => zh)
    expect(await findingsOf(like.revision)).toEqual(['“一是地税局窗口超期3件，9月18…”'])
    // A draft after this one does not take its note along, but gets one of its own.
    const third = await beginDraft(next, { ...month, period: '2012-10', like: like.id })
    expect(third.document.blocks.filter(isCarriedNote)).toHaveLength(1)
    const { revision, document: now } = like
    const blocks = now.blocks.filter(block => !isCarriedNote(block))
    const saved = await saveDraft(next, { id: like.id, revision, document: { ...now, blocks } })
    expect(await findingsOf(saved.revision)).toBeUndefined()
  })
})
