import { describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { listBriefings } from '../../server/briefing/archive.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { figuresOf } from '../../server/briefing/document.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { freezeDraft } from '../../server/briefing/freeze.ts'
import { showBriefing, writtenOf } from '../../server/briefing/shown.ts'
import { reissue, withdrawIssue } from '../../server/briefing/withdraw.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { textIn, unzip } from '../support/unzip.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const later = new Date('2013-02-01T02:00:00Z')

async function contextFor(by = '陈明', at = now) {
  return {
    centre: await centresOf(database()).find('pinghe'),
    context: { database: database(), scope: leaderScope, now: at },
    by,
  }
}
async function frozen(asked: Parameters<typeof beginDraft>[1], at = now) {
  const { id, revision } = await beginDraft(await contextFor(), asked)
  return freezeDraft(await contextFor('赵主任', at), { id, revision, accepts: findingKinds })
}
describe('taking back', () => {
  it('marks the issue with its reason; the next edition keeps the number', async () => {
    const issue = await frozen({
      template: 'half',
      period: '2012-07-01..2012-12-31',
      comparison: 'previous',
      language: 'zh',
    })
    await expect(reissue(await contextFor(), issue.id)).rejects.toThrow('briefing-not-withdrawn')
    await withdrawIssue(await contextFor('赵主任', later), { id: issue.id, why: '节约额有误' })
    const marked = await showBriefing(await contextFor(), issue.id)
    expect([marked.state, marked.withdrawn]).toEqual([
      'withdrawn',
      { at: later.toISOString(), by: '赵主任', why: '节约额有误' },
    ])
    const file = await briefingFile('docx', await writtenOf(await contextFor('x', later), marked, marked))
    expect(textIn((await unzip(file)).get('word/document.xml'))).toMatch(/^本期已撤回：节约额有误/)
    const { batchId } = await load(
      database(),
      { centre: 'pinghe', target: 'feedback' },
      'feedbackCode,kind,givenDay\nL98,letter,2012-10-05\n',
    )
    const letters = figuresOf(issue.document).find(ref => ref.measure === 'letters')!
    const was = Number(issue.readings.figures[referenceKey(letters)]!.value)
    const draft = await reissue(await contextFor(), issue.id)
    const second = await freezeDraft(await contextFor(), {
      id: draft.id,
      revision: draft.revision,
      accepts: findingKinds,
    })
    const [replaced, reason, first] = second.document.correction ?? []
    expect(replaced).toBe(
      `本期取代2013年1月15日印发的2013年第${issue.issue?.number}期（2013年2月1日撤回）。更正日期：2013年1月15日。`,
    )
    expect(reason).toBe('更正原因：节约额有误')
    expect(first).toContain(`感谢信：原为${was}封，现更正为${was + 1}封。`)
    const listed = await listBriefings(database(), (await contextFor()).centre, {
      text: `现更正为${was + 1}封`,
      limit: 5,
    })
    expect(listed.map(briefing => briefing.id)).toEqual([second.id])
    await undoBatch(database(), batchId, { now: later, byUser: 'test' })
    expect(second.issue).toEqual({ ...issue.issue, edition: 2 })
    expect(second.document.masthead.issue).toBe(`2013年第${issue.issue?.number}期（更正第1次）`)
  })
})
