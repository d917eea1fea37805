import { beforeAll, describe, expect, it } from 'vitest'
import { causeWords, referenceKey } from '#measures'
import { findingKinds } from '../../server/briefing/checks.ts'
import { figuresOf } from '../../server/briefing/document.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { restatementOf } from '../../server/briefing/restate.ts'
import { showBriefing } from '../../server/briefing/shown.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { declareDays, withdrawDays } from '../../server/centres/declaredDays.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const later = new Date('2013-01-16T02:00:00Z')
const november = { template: 'month', period: '2012-11', comparison: 'previous', language: 'zh' } as const

async function contextFor(at = now) {
  return {
    centre: await centresOf(database()).find('pinghe'),
    context: { database: database(), scope: leaderScope, now: at },
    by: '陈明',
  }
}

/** The first unit of the demo; its records of three days are said to be missing. */
let unit: { code: string; name: string }
async function declareMissing(from: string, to: string): Promise<number> {
  return declareDays(database(), (await contextFor()).centre, {
    fact: 'cases',
    unit: unit.code,
    from,
    to,
    known: false,
    reason: '停电三天',
    by: '林书记员',
    at: later,
  })
}

/** What is said of the numbers that are not printed. */
async function silent(id: number): Promise<string[]> {
  const { document, readings } = await showBriefing(await contextFor(later), id)
  const reasons = figuresOf(document).flatMap(ref => {
    const { text, whyNot, to } = readings.figures[referenceKey(ref)]!
    return text === '' && whyNot ? [causeWords(whyNot, 'zh', to.slice(0, 4))] : []
  })
  return [...new Set(reasons)]
}

beforeAll(async () => {
  unit = await database().prisma.unit.findFirstOrThrow({ orderBy: { id: 'asc' } })
})

describe('days that are declared missing', () => {
  it('take numbers from a draft with the reason, and are found before it is signed', async () => {
    const draft = await beginDraft(await contextFor(), november)
    const at = { id: draft.id, revision: draft.revision }
    expect((await checkDraft(await contextFor(), at)).map(({ kind }) => kind)).not.toContain('daysMissing')
    // Some have nothing to count, whatever is declared.
    const before = await silent(draft.id)
    expect(before.toSorted()).toEqual(['没有可比的数', '没有可计的记录'])
    const declaration = await declareMissing('2012-10-10', '2012-10-12')
    const reason = `对比期${unit.name}10月10日至10月12日无数据`
    expect((await silent(draft.id)).filter(one => !before.includes(one))).toEqual([reason])
    // A number that is no longer printed has not been updated.
    const { moved } = await showBriefing(await contextFor(later), draft.id)
    expect(moved.length).toBeGreaterThan(3)
    expect(moved.filter(one => one.now !== '')).toEqual([])
    const finding = (await checkDraft(await contextFor(later), at)).find(({ kind }) => kind === 'daysMissing')
    expect(finding).toMatchObject({ blocks: false })
    expect(finding?.count).toBeGreaterThanOrEqual(moved.length)
    // Each number with its reason. The year until the end of November is printed of the days that are there.
    const said = finding?.names.map(({ zh }) => zh.slice(0, -1).split('（')) ?? []
    expect(new Set(said.map(([, why]) => why))).toEqual(new Set([reason, reason.replace('对比期', '')]))
    expect(said.map(([name]) => name)).toContain('办结量')
    expect(finding?.names[0]?.en).toMatch(/^.+ \(no data from .+ for 10 October to 12 October\)$/)
    await withdrawDays(database(), (await contextFor()).centre, declaration)
  })

  it('are the reason why an issue would say something else today, and so is taking them back', async () => {
    const { id, revision } = await beginDraft(await contextFor(), november)
    await freezeDraft(await contextFor(), { id, revision, accepts: findingKinds })
    const { centre } = await contextFor()
    const restated = async () => restatementOf(database(), centre, await findBriefing(database(), centre, id))
    expect(await restated()).toEqual([])
    const declaration = await declareMissing('2012-10-10', '2012-10-12')
    const changed = await restated()
    expect(changed.length).toBeGreaterThan(3)
    for (const { declared, batches, isWithdrawn } of changed) {
      expect(declared).toMatchObject([
        { unit: unit.name, from: '2012-10-10', to: '2012-10-12', known: false, reason: '停电三天' },
      ])
      expect([batches, isWithdrawn]).toEqual([[], false])
    }

    const issue = await beginDraft(await contextFor(later), november)
    const accepted = { id: issue.id, revision: issue.revision, accepts: findingKinds }
    await freezeDraft(await contextFor(new Date('2013-01-17T02:00:00Z')), accepted)
    await withdrawDays(database(), centre, declaration)
    const back = await restatementOf(database(), centre, await findBriefing(database(), centre, issue.id))
    expect(back.length).toBe(changed.length)
    for (const one of back) expect([one.declared, one.isWithdrawn]).toEqual([[], true])
  })
})
