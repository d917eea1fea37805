import type { QuestionInput } from '#measures'
import type { Database } from '../../server/storage/database.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { factsOf, measureIds, measureNamed } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { recomputeCases } from '../../server/intake/batch/recompute.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { raiseDataVersion } from '../../server/storage/dataVersion.ts'
import { clusterUrl, useCluster } from '../support/cluster.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const centres = ['east', 'west', 'north']
const caseHeader = 'caseNumber,item,window,channel,receivedAt,acceptedAt,completedAt'
const feedbackHeader = 'feedbackCode,kind,subject,window,level,ownReview,givenDay'

/** Cases over five weeks, some still open, some without a window. */
function caseLines(centre: number, count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const day = String(1 + ((index * 3 + centre) % 28)).padStart(2, '0')
    const item = ['NOW', 'TEN', 'THIRTY', 'SPECIAL'][(index + centre) % 4]
    const window = index % 5 === 0 ? '' : `W${1 + (index % 3)}`
    const done = index % 7 === 0 ? '' : `2012-08-${day} 16:00`
    const began = `2012-07-${day} 09:00,2012-07-${day} 10:00`
    return `C${index},${item},${window},${index % 2 ? 'online' : 'hall'},${began},${done}`
  })
  return [caseHeader, ...lines].join('\n')
}

/** The same loads, corrections and undo on one server and on the cluster. */
async function fill(database: Database): Promise<void> {
  for (const [index, centre] of centres.entries()) {
    await addCentre(database, centre)
    await loadSmallHall(database, centre)
    await load(database, { centre, target: 'cases' }, caseLines(index, 60 + 20 * index))
    await load(
      database,
      { centre, target: 'feedback' },
      `${feedbackHeader}\nF1,banner,service,W1,,,2012-07-0${index + 1}\nF2,review,service,W2,5,1,2012-08-02`,
    )
  }
}

/** The centres of a database whose derived values or rollups differ from a recount. */
async function differing(database: Database): Promise<string[]> {
  const all = await centresOf(database).all()
  const checks = await Promise.all(
    all.map(async centre => ({ centre, ...(await verifyCentre(database, centre)) })),
  )
  return checks.flatMap(({ centre, differences }) => (differences.length > 0 ? [centre.code] : []))
}

/** Questions about every measure: a total, by month, and by window or category. */
function questions(codes: string[]): QuestionInput[] {
  return measureIds
    .filter(id => measureNamed(id).within === undefined)
    .flatMap(id => {
      const asked = { measures: [id], centres: codes, period: '2012-07-01..2012-09-30' }
      const byWindow = ['cases', 'feedback'].includes(factsOf(measureNamed(id)).join())
      return [
        { ...asked, granularity: 'month' as const, comparison: 'previous' },
        ...(byWindow ? [{ ...asked, granularity: 'none' as const, groupBy: ['window', 'centre'] }] : []),
      ]
    })
}

const sorted = (cells: unknown[]): string[] => cells.map(cell => JSON.stringify(cell)).sort()

async function valuesOf(database: Database, question: QuestionInput): Promise<unknown> {
  const answer = await ask(question, { database, scope: wholeScope, now: testNow }).catch(
    (error: Error) => error.message,
  )
  if (typeof answer === 'string') return answer
  const { current, earlier } = answer
  return {
    current: [sorted(current.cells), sorted(current.totals)],
    earlier: earlier && [sorted(earlier.cells), sorted(earlier.totals)],
  }
}

describe.skipIf(clusterUrl === undefined)('a cluster (skipped where BW_TEST_CITUS is not set)', () => {
  const cluster = useCluster()
  const single = useDatabase('empty')
  const both = (): Database[] => [cluster(), single()]
  beforeAll(async () => {
    for (const database of both()) await fill(database)
  })

  /** Every value of every question is that of the single server. */
  async function expectSameValues(): Promise<void> {
    for (const codes of [['west'], ['east', 'north'], centres]) {
      for (const question of questions(codes))
        expect(await valuesOf(cluster(), question), JSON.stringify(question)).toEqual(
          await valuesOf(single(), question),
        )
    }
    expect(await differing(cluster())).toEqual([])
  }

  it('answers every measure as one server does, for one, two and all centres', expectSameValues)

  it('does so after a correction, and after it is undone', async () => {
    const batches = await Promise.all(
      both().map(async database =>
        load(database, { centre: 'west', target: 'cases' }, caseLines(2, 40).replaceAll(' 16:00', ' 11:00')),
      ),
    )
    expect(batches[0]?.corrected).toBeGreaterThan(20)
    await expectSameValues()
    for (const [index, database] of both().entries())
      await undoBatch(database, batches[index]?.batchId ?? 0, { now: testNow, byUser: 'test' })
    await expectSameValues()
  })

  it('does so after a day was closed and working time computed again', async () => {
    for (const database of both()) {
      const { id } = await centresOf(database).find('north')
      await database.prisma.calendarOverride.create({
        data: { centreId: id, day: new Date('2012-08-06'), working: false, reason: '台风' },
      })
      await raiseDataVersion(database.pool, id)
      const centre = await centresOf(database).find('north')
      const { changed } = await recomputeCases(database, { centre, now: testNow, byUser: 'test' })
      expect(changed).toBeGreaterThan(0)
    }
    await expectSameValues()
  })
})
