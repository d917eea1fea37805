import { describe, expect, it } from 'vitest'
import { listBriefings } from '../../server/briefing/archive.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { setPaper } from '../../server/briefing/paper/setPaper.ts'
import { usualPaper } from '../../server/briefing/paper/settings.ts'
import { showBriefing } from '../../server/briefing/shown.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { reissue, withdrawIssue } from '../../server/briefing/withdraw.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const month = { template: 'month', period: '2012-10', comparison: 'none', language: 'zh' } as const

async function as(by: string) {
  const centre = await centresOf(database()).find('pinghe')
  return { centre, context: { database: database(), scope: leaderScope, now }, by }
}
const kindsOf = async (id: number, revision: number) =>
  new Map((await checkDraft(await as('赵主任'), { id, revision })).map(finding => [finding.kind, finding]))

const ownWords =
  '2012年10月8日9时30分第46期，另受理120件；平均35岁，12月底前发证6张，编印3期，交易1.2亿元，见〔2012〕7号。'

describe('what is found in a draft as a paper among others', () => {
  it('names another masthead, numbers typed by hand and who reported the period before', async () => {
    const first = await beginDraft(await as('陈明'), month)
    await freezeDraft(await as('赵主任'), { id: first.id, revision: 1, accepts: findingKinds })
    const draft = await beginDraft(await as('陈明'), month)
    const { centre } = await as('陈明')
    await setPaper(database(), {
      centre,
      settings: { ...usualPaper, masthead: '作风建设年活动简报' },
      by: '陈明',
      now,
    })
    const { revision } = await saveDraft(await as('陈明'), {
      id: draft.id,
      revision: 2,
      document: {
        ...draft.document,
        blocks: [...draft.document.blocks, { kind: 'paragraph', id: 'own', inlines: [ownWords] }],
      },
    })
    const kinds = await kindsOf(draft.id, revision)
    expect(kinds.get('otherMasthead')?.names[0]?.zh).toBe('“政务服务简报”，设置为“作风建设年活动简报”')
    expect(kinds.get('reportedBefore')?.names[0]?.zh).toBe('《政务服务与公共资源交易月报》2013年第1期')
    expect(kinds.get('typedNumbers')?.names).toEqual(
      ['120件', '35岁', '6张', '3期', '1.2亿元'].map(number => ({ zh: number, en: number, block: 'own' })),
    )
  })

  it('takes numbers of the template for its own, and names figures with their blocks', async () => {
    const draft = await beginDraft(await as('陈明'), {
      ...month,
      template: 'special',
      period: '2012-08-08..2012-12-31',
    })
    const texts = draft.document.blocks.flatMap(block => (block.kind === 'paragraph' ? block.inlines : []))
    expect(texts.some(text => typeof text === 'string' && /\d个/.test(text))).toBe(true)
    const kinds = await kindsOf(draft.id, 1)
    expect(kinds.has('typedNumbers')).toBe(false)
    const ids = new Set(draft.document.blocks.map(({ id }) => id))
    const claim = kinds.get('claimsDoubtful')?.names[0]
    expect(claim?.block !== undefined && ids.has(claim.block)).toBe(true)
  })

  it('says that a registration is used by another signed issue, and not of the one it corrects', async () => {
    const registered = async (period: string) => {
      const draft = await beginDraft(await as('陈明'), { ...month, period })
      const { document } = draft
      const ending = { ...document.ending, registration: '平简007号' }
      return saveDraft(await as('陈明'), { ...draft, document: { ...document, ending } })
    }
    const { id, revision } = await registered('2012-09')
    const signed = await freezeDraft(await as('赵主任'), { id, revision, accepts: findingKinds })
    const second = await registered('2012-10')
    expect((await kindsOf(second.id, second.revision)).get('registrationTaken')?.names[0]?.zh).toBe(
      `平简007号，《${signed.document.title}》${signed.document.masthead.issue}`,
    )
    await withdrawIssue(await as('赵主任'), { id, why: '标题有误' })
    const correction = await reissue(await as('陈明'), id)
    expect((await kindsOf(correction.id, 1)).has('registrationTaken')).toBe(false)
  })

  it('takes an open draft along when the masthead is set, and leaves what was changed by hand', async () => {
    const { centre } = await as('陈明')
    const set = async (masthead: string, copyTo: string) =>
      setPaper(database(), { centre, settings: { ...usualPaper, masthead, copyTo }, by: '陈明', now })
    await set('旧报头', '市中心')
    const plain = await beginDraft(await as('陈明'), { ...month, period: '2012-09' })
    const own = await beginDraft(await as('陈明'), { ...month, period: '2012-09' })
    const { document } = own
    await saveDraft(await as('陈明'), {
      ...own,
      document: { ...document, masthead: { ...document.masthead, name: '自定报头' } },
    })
    await set('作风建设年活动简报', '市作风办')
    const followed = await findBriefing(database(), centre, plain.id)
    expect([followed.document.masthead.name, followed.document.ending.copyTo, followed.revision]).toEqual([
      '作风建设年活动简报',
      '市作风办',
      2,
    ])
    expect((await kindsOf(plain.id, 2)).has('otherMasthead')).toBe(false)
    const kept = await findBriefing(database(), centre, own.id)
    expect([kept.document.masthead.name, kept.document.ending.copyTo]).toEqual(['自定报头', '市作风办'])
    expect((await kindsOf(own.id, kept.revision)).has('otherMasthead')).toBe(true)
    const search = { text: '市作风办', limit: 20 }
    expect((await listBriefings(database(), centre, search)).map(({ id }) => id)).toContain(plain.id)
  })

  it('says nothing of a draft that is like the others, and shows the number that it will get', async () => {
    const draft = await beginDraft(await as('陈明'), { ...month, period: '2012-11' })
    const kinds = await kindsOf(draft.id, 1)
    for (const kind of ['otherMasthead', 'reportedBefore', 'typedNumbers'] as const)
      expect(kinds.has(kind), kind).toBe(false)
    const { paper } = await showBriefing(await as('陈明'), draft.id)
    expect([paper.head.name, paper.head.issue, paper.head.draft]).toEqual([
      '作风建设年活动简报',
      '2013年第2期',
      '（草稿）',
    ])
    const signed = await freezeDraft(await as('赵主任'), {
      id: draft.id,
      revision: 1,
      accepts: findingKinds,
    })
    expect(signed.document.masthead.issue).toBe(paper.head.issue)
  })
})
