import { describe, expect, it } from 'vitest'
import { listBriefings } from '../../server/briefing/archive.ts'
import { withBlockIds } from '../../server/briefing/blockIds.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { figuresOf } from '../../server/briefing/document.ts'
import { beginDraft, discardDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { freezeDraft } from '../../server/briefing/freeze.ts'
import { noticesOf } from '../../server/briefing/notices.ts'
import { closeRemark, commentOn, instruct, openTasks, remarksOn } from '../../server/briefing/remarks.ts'
import { replyTo } from '../../server/briefing/replies.ts'
import { recallDraft, sendBack, submitDraft, tellSigned } from '../../server/briefing/review.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const october = { template: 'month', period: '2012-10', comparison: 'previous', language: 'zh' } as const

async function as(by: '陈明' | '赵主任', at = now) {
  return {
    centre: await centresOf(database()).find('pinghe'),
    context: { database: database(), scope: leaderScope, now: at },
    by,
  }
}
const begun = async () => beginDraft(await as('陈明'), october)
const reviewOf = async (id: number) => (await findBriefing(database(), (await as('陈明')).centre, id)).review
const inbox = async () =>
  (await noticesOf(database(), { centreId: (await as('陈明')).centre.id, name: 'x', now })).map(
    notice => notice.zh,
  )

describe('ids of blocks', () => {
  it('are given to each block once, kept through a save, and never to two', async () => {
    const draft = await begun()
    const ids = draft.document.blocks.map(({ id }) => id)
    expect(ids.every(Boolean)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    const [first, ...rest] = draft.document.blocks
    const copied = { ...draft.document, blocks: [first!, first!, ...rest] }
    const saved = await saveDraft(await as('陈明'), { id: draft.id, revision: 1, document: copied })
    const after = saved.document.blocks.map(({ id }) => id)
    expect(after.toSpliced(1, 1)).toEqual(ids)
    expect(new Set(after).size).toBe(after.length)
  })

  it('a draft of before there were ids gets the same ones each time it is read', () => {
    const old = {
      language: 'zh' as const,
      masthead: { name: '', issue: '', unit: '', date: '' },
      title: '',
      subtitle: '',
      blocks: [
        { kind: 'note' as const, text: '甲' },
        { kind: 'note' as const, text: '乙', id: 'b0' },
        { kind: 'note' as const, text: '丙' },
      ],
      ending: { copyTo: '', distributeTo: '', printed: '' },
    }
    const [first, second, third] = withBlockIds(old, place => `b${place}`).blocks
    expect([second?.id, third?.id]).toEqual(['b0', 'b2'])
    expect(first?.id).not.toBe('b0')
  })
})

describe('the way to the signature', () => {
  it('rests while submitted, goes on when sent back with a reason, and is told when signed', async () => {
    const draft = await begun()
    const { id } = draft
    await submitDraft(await as('陈明'), { id, revision: 1 })
    expect(await reviewOf(id)).toBe('submitted')
    const changed = { ...draft.document, title: '另一个标题' }
    await expect(saveDraft(await as('陈明'), { id, revision: 1, document: changed })).rejects.toThrow(
      'briefing-submitted',
    )
    await expect(submitDraft(await as('陈明'), { id, revision: 1 })).rejects.toThrow('briefing-submitted')
    await sendBack(await as('赵主任'), { id, revision: 1, why: '请补十月的锦旗' })
    expect(await reviewOf(id)).toBe('returned')
    await expect(sendBack(await as('赵主任'), { id, revision: 1, why: '再退' })).rejects.toThrow(
      'briefing-not-submitted',
    )
    await expect(freezeDraft(await as('赵主任'), { id, revision: 1, accepts: findingKinds })).rejects.toThrow(
      'briefing-returned',
    )
    const saved = await saveDraft(await as('陈明'), { id, revision: 1, document: changed })
    await submitDraft(await as('陈明'), { id, revision: saved.revision })
    await recallDraft(await as('陈明'), { id, revision: saved.revision })
    expect(await reviewOf(id)).toBe('open')
    await submitDraft(await as('陈明'), { id, revision: saved.revision })
    const { centre } = await as('陈明')
    const waiting = await listBriefings(database(), centre, { review: 'submitted', limit: 50 })
    expect(waiting.map(listed => listed.id)).toEqual([id])

    const signed = await freezeDraft(await as('赵主任'), {
      id,
      revision: saved.revision,
      accepts: findingKinds,
    })
    await tellSigned(await as('赵主任'), signed)
    expect((await remarksOn(await as('陈明'), id)).map(({ kind, by }) => `${by} ${kind}`)).toEqual([
      '陈明 submitted',
      '赵主任 returned',
      '陈明 submitted',
      '陈明 recalled',
      '陈明 submitted',
      '赵主任 signed',
    ])
    const told = await inbox()
    expect(told[0]).toBe('赵主任签发《另一个标题》（2013年第1期），可以印发')
    expect(told.find(text => text.includes('退回'))).toContain('：请补十月的锦旗')
  })

  it('a revision that the leader has not read is neither sent back nor recalled', async () => {
    const { id } = await begun()
    await submitDraft(await as('陈明'), { id, revision: 1 })
    await expect(sendBack(await as('赵主任'), { id, revision: 2, why: 'x' })).rejects.toThrow(
      'briefing-changed',
    )
    await expect(recallDraft(await as('陈明'), { id, revision: 7 })).rejects.toThrow('briefing-changed')
  })
})

describe('comments', () => {
  it('stand on a paragraph with its words, are dealt with once, and end with the draft', async () => {
    const { id, document } = await begun()
    const paragraph = document.blocks.find(({ kind }) => kind === 'paragraph')!
    const comment = await commentOn(await as('赵主任'), { id, blockId: paragraph.id!, text: '写得具体些' })
    expect(comment.quoted).toMatch(/^10月/)
    expect([...comment.quoted].length).toBeLessThanOrEqual(80)
    await expect(commentOn(await as('赵主任'), { id, blockId: 'not there', text: 'x' })).rejects.toThrow(
      'remark-not-placed',
    )
    await closeRemark(await as('陈明'), { id, remark: comment.id, answer: '' })
    const [kept] = await remarksOn(await as('陈明'), id)
    expect(kept?.done?.by).toBe('陈明')
    await expect(closeRemark(await as('陈明'), { id, remark: comment.id, answer: '' })).rejects.toThrow(
      'remark-not-open',
    )
    await discardDraft(await as('陈明'), id)
    expect(await database().prisma.briefingRemark.count({ where: { briefingId: id } })).toBe(0)
  })
})

describe('a reply', () => {
  it('answers an open comment, is told, and leaves it open', async () => {
    const { id, document } = await begun()
    const { id: blockId } = document.blocks.find(({ kind }) => kind === 'paragraph')!
    const comment = await commentOn(await as('赵主任'), { id, blockId: blockId!, text: '同比“为何”下降' })
    const reply = await replyTo(await as('陈明'), { id, remark: comment.id, text: '系统升级两天' })
    expect(reply).toMatchObject({ kind: 'reply', replyTo: comment.id, blockId, by: '陈明' })
    expect((await inbox())[0]).toBe('陈明回复批注“同比‘为何’下降”：系统升级两天')
    const said = await remarksOn(await as('陈明'), id)
    expect(said.map(({ kind, done }) => [kind, done])).toEqual([
      ['comment', null],
      ['reply', null],
    ])
    const refused = async (remark: number, briefing = id) =>
      as('赵主任').then(async by => replyTo(by, { id: briefing, remark, text: 'x' }))
    await expect(refused(reply.id), 'a reply to a reply').rejects.toThrow('remark-not-open')
    await expect(refused(comment.id, (await begun()).id), 'of another draft').rejects.toThrow(
      'remark-not-open',
    )
    await closeRemark(await as('陈明'), { id, remark: comment.id, answer: '' })
    await expect(refused(comment.id), 'a closed one').rejects.toThrow('remark-not-open')
    await expect(closeRemark(await as('陈明'), { id, remark: reply.id, answer: '' })).rejects.toThrow(
      'remark-not-open',
    )
  })
})

describe('an instruction on a number', () => {
  it('is a task with a due day, kept with the signed issue until it is reported done', async () => {
    const { id, document } = await begun()
    const figure = figuresOf(document).find(({ measure }) => measure === 'casesCompleted')!
    const given = { id, figure, text: '分析原因', addressee: '公安窗口', dueOn: '2013-01-20' }
    await expect(instruct(await as('赵主任'), { ...given, dueOn: '2013-01-14' })).rejects.toThrow(
      'due-day-past',
    )
    await expect(
      instruct(await as('赵主任'), { ...given, figure: { ...figure, period: '2011' } }),
    ).rejects.toThrow('remark-not-placed')
    const task = await instruct(await as('赵主任'), given)
    expect([task.quoted, task.addressee]).toEqual(['办结量 5950件', '公安窗口'])
    await expect(discardDraft(await as('陈明'), id)).rejects.toThrow('briefing-instructed')
    const issue = await freezeDraft(await as('赵主任'), { id, revision: 1, accepts: findingKinds })
    // An issue takes instructions as well; what was frozen stays what it was.
    await instruct(await as('赵主任'), { ...given, text: '下月再看', dueOn: '2013-02-28' })
    expect((await findBriefing(database(), (await as('陈明')).centre, id)).hash).toBe(issue.hash)
    const open = await openTasks(await as('陈明', new Date('2013-01-22T02:00:00Z')))
    expect(open.map(({ text, dueOn, isOverdue }) => [text, dueOn, isOverdue])).toEqual([
      ['分析原因', '2013-01-20', true],
      ['下月再看', '2013-02-28', false],
    ])
    await closeRemark(await as('陈明'), { id, remark: task.id, answer: '已约谈窗口' })
    expect((await openTasks(await as('陈明'))).map(({ text }) => text)).toEqual(['下月再看'])
    expect((await inbox())[0]).toBe('陈明办结批示“分析原因”：已约谈窗口')
  })
})
