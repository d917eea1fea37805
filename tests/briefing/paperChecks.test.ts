import { describe, expect, it } from 'vitest'
import { listBriefings } from '../../server/briefing/archive.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { setPaper, usualPaper } from '../../server/briefing/paper/settings.ts'
import { showBriefing } from '../../server/briefing/shown.ts'
import { findBriefing } from '../../server/briefing/store.ts'
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
  new Map((await checkDraft(await as('赵主任'), { id, revision })).map(one => [one.kind, one]))

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
        blocks: [...draft.document.blocks, { kind: 'paragraph', inlines: ['2012年10月8日另受理120件。'] }],
      },
    })
    const found = await kindsOf(draft.id, revision)
    expect(found.get('otherMasthead')?.names[0]?.zh).toBe('“政务服务简报”，设置为“作风建设年活动简报”')
    expect(found.get('reportedBefore')?.names[0]?.zh).toBe('《政务服务与公共资源交易月报》2013年第1期')
    expect(found.get('typedNumbers')?.names.map(({ zh }) => zh)).toEqual(['120件'])
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
    const found = await kindsOf(draft.id, 1)
    for (const kind of ['otherMasthead', 'reportedBefore', 'typedNumbers'] as const)
      expect(found.has(kind), kind).toBe(false)
    const { paper } = await showBriefing(await as('陈明'), draft.id)
    expect([paper.head.name, paper.head.issue, paper.head.draft]).toEqual([
      '作风建设年活动简报',
      '2013年第1期',
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
