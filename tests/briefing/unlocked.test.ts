import { expect, it } from 'vitest'
import { findingKinds } from '../../server/briefing/checks.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { freezeDraft } from '../../server/briefing/freeze.ts'
import { restatementOf } from '../../server/briefing/restate.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'

const database = useDatabase('launch')
const centre = 'pinghe'
const [january, march] = ['2013-01-15T02:00:00Z', '2013-03-01T02:00:00Z']

it('a settled month that is opened again and changed is restated with who opened it and why', async () => {
  const hall = await centresOf(database()).find(centre)
  const as = async (at: string) =>
    createCaller(await testContext(database(), viewerIn('leader'), { clock: () => new Date(at) }))
  const lock = async (fact: 'feedback' | 'exams', from: string, to: string) =>
    (await as(january)).periods.lock({ centre, fact, from, to, reason: '已结算' })
  const { id } = await lock('feedback', '2012-10-01', '2012-10-31')
  const others = [
    await lock('exams', '2012-10-01', '2012-10-31'),
    await lock('feedback', '2012-11-01', '2012-11-30'),
  ]
  const context = { database: database(), scope: leaderScope, now: new Date(january) }
  const desk = { centre: hall, context, by: '陈明' }
  const draft = await beginDraft(desk, {
    template: 'month',
    period: '2012-10',
    comparison: 'none',
    language: 'zh',
  })
  const issue = await freezeDraft(desk, { id: draft.id, revision: 1, accepts: findingKinds })
  for (const locked of [{ id }, ...others])
    await (await as(march)).periods.unlock({ centre, id: locked.id, reason: '补报一面锦旗' })
  expect(await restatementOf(database(), hall, issue)).toEqual([])
  const late = 'feedbackCode,kind,givenDay\nLATE,banner,2012-10-09\n'
  await load(database(), { centre, target: 'feedback', now: new Date(march) }, late)
  const restated = await restatementOf(database(), hall, issue)
  // Of the locks that were ended, only the one of these records and days is named.
  expect(restated.find(({ measure }) => measure === 'banners')?.unlocked).toEqual([
    {
      fact: 'feedback',
      from: '2012-10-01',
      to: '2012-10-31',
      by: 'leader',
      at: new Date(march).toISOString(),
      why: '补报一面锦旗',
    },
  ])
})
