import { describe, expect, it } from 'vitest'
import { findingKinds } from '../../server/briefing/checks.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { setPaper } from '../../server/briefing/paper/setPaper.ts'
import { usualPaper } from '../../server/briefing/paper/settings.ts'
import { showBriefing } from '../../server/briefing/shown.ts'
import { reissue, withdrawIssue } from '../../server/briefing/withdraw.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const signedAt = new Date('2013-01-15T02:00:00Z')
const later = new Date('2013-02-01T02:00:00Z')
const month = { template: 'month', period: '2012-10', comparison: 'none', language: 'zh' } as const
const office = {
  ...usualPaper,
  masthead: '作风建设年活动简报',
  unit: '县作风办',
  numbering: { ...usualPaper.numbering, withYear: false, start: { year: 2013, number: 46, total: 46 } },
}

async function as(by: string, now: Date) {
  const centre = await centresOf(database()).find('pinghe')
  return { centre, context: { database: database(), scope: leaderScope, now }, by }
}
const set = async (settings: typeof usualPaper) =>
  setPaper(database(), { centre: (await as('陈明', later)).centre, settings, by: '陈明', now: later })

async function withdrawn() {
  const draft = await beginDraft(await as('陈明', signedAt), month)
  const issue = await freezeDraft(await as('赵主任', signedAt), {
    id: draft.id,
    revision: draft.revision,
    accepts: findingKinds,
  })
  return withdrawIssue(await as('赵主任', later), { id: issue.id, why: '窗口名称有误' })
}

describe('a correction', () => {
  it('keeps masthead, number and frame of its issue, and says in the draft what it corrects', async () => {
    await set(office)
    const issue = await withdrawn()
    const draft = await reissue(await as('陈明', later), issue.id)
    await set({ ...usualPaper, masthead: '政务服务简报', unit: '服务中心' })
    const shown = await showBriefing(await as('赵主任', later), draft.id)
    const { head, corrections } = shown.paper
    expect([head.name, head.unit, head.issue]).toEqual([
      '作风建设年活动简报',
      '县作风办',
      '第46期（更正第1次）',
    ])
    expect(corrections).toEqual([
      '更正说明',
      '本期取代2013年1月15日印发的第46期（2013年2月1日撤回）。更正日期：2013年2月1日。',
      '更正原因：窗口名称有误',
      '两期共有的各项数据没有变化。',
    ])
    const at = { id: draft.id, revision: shown.revision }
    const findings = await checkDraft(await as('赵主任', later), at)
    expect(findings.map(({ kind }) => kind)).not.toContain('otherMasthead')
    const signed = await freezeDraft(await as('赵主任', later), { ...at, accepts: findingKinds })
    expect([signed.issue, signed.document.masthead.name, signed.document.masthead.issue]).toEqual([
      { year: 2013, number: 46, edition: 2, total: 46 },
      '作风建设年活动简报',
      '第46期（更正第1次）',
    ])
    expect(signed.document.correction).toEqual(corrections.slice(1))
  })

  it('is begun once: its issue leads to it, and another one is begun from the correction', async () => {
    const issue = await withdrawn()
    const asked = await Promise.allSettled([
      reissue(await as('陈明', later), issue.id),
      reissue(await as('林文书', later), issue.id),
    ])
    const begun = asked.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(begun).toHaveLength(1)
    const [draft] = begun
    await expect(reissue(await as('陈明', later), issue.id)).rejects.toThrow('briefing-corrected')
    const shown = async () => (await showBriefing(await as('陈明', later), issue.id)).corrected
    expect(await shown()).toMatchObject({ id: draft!.id, state: 'draft' })
    const { revision } = draft!
    const second = await freezeDraft(await as('赵主任', later), {
      id: draft!.id,
      revision,
      accepts: findingKinds,
    })
    expect(await shown()).toEqual({ id: second.id, state: 'frozen', issue: second.document.masthead.issue })
    await withdrawIssue(await as('赵主任', later), { id: second.id, why: '标题有误' })
    await expect(reissue(await as('陈明', later), issue.id)).rejects.toThrow('briefing-corrected')
    const third = await reissue(await as('陈明', later), second.id)
    const { paper } = await showBriefing(await as('陈明', later), third.id)
    expect(paper.head.issue).toBe(second.document.masthead.issue.replace('第1次', '第2次'))
  })
})
