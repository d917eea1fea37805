import type { QuestionInput } from '#measures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { factsOf, measureIds, measureNamed } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { recomputeCases } from '../../server/intake/batch/recompute.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { checkRollups } from '../../server/rollups/maintain/check.ts'
import { raiseDataVersion } from '../../server/storage/dataVersion.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
})

const two = (n: number): string => String(n).padStart(2, '0')
const date = fc
  .tuple(fc.integer({ min: 7, max: 10 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `2012-${two(month)}-${two(day)}`)
const time = (hour: number) =>
  fc.oneof(
    { weight: 5, arbitrary: date.map(text => `${text} ${two(hour)}:00`) },
    { weight: 1, arbitrary: fc.constant('') },
  )
const caseLine = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom('NOW', 'TEN', 'THIRTY', 'SPECIAL'),
    fc.constantFrom('', 'W1', 'W2', 'W3'),
    fc.constantFrom('', 'hall', 'online'),
    time(9),
    time(10),
    time(16),
  )
  .map(([number, ...rest]) => `C${number},${rest.join(',')}`)
const tradeLine = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('works', 'procurement', 'land'),
    fc.constantFrom('', 'openTender'),
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom('concluded', 'tooFewBidders', 'pending'),
    date,
  )
  .map(
    ([number, category, method, base, award, outcome, day]) =>
      `T${number},工程,${category},${method},amount,${base},${award},${outcome},3,` +
      `${outcome === 'pending' ? '' : day}`,
  )
const feedbackLine = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('banner', 'review', 'complaint'),
    fc.constantFrom('', 'W1', 'W2'),
    date,
  )
  .map(
    ([number, kind, window, day]) =>
      `F${number},${kind},service,${window},${kind === 'review' ? '5,1' : ','},${day}`,
  )

const files = {
  cases: { header: 'caseNumber,item,window,channel,receivedAt,acceptedAt,completedAt', line: caseLine },
  trades: {
    header: 'tradeCode,name,category,method,priceForm,base,award,outcome,bidders,concludedDay',
    line: tradeLine,
  },
  feedback: { header: 'feedbackCode,kind,subject,window,level,ownReview,givenDay', line: feedbackLine },
} as const
type FileName = keyof typeof files

const loading = fc
  .constantFrom<FileName[]>('cases', 'cases', 'trades', 'feedback')
  .chain(name =>
    fc.array(files[name].line, { minLength: 1, maxLength: 25 }).map(lines => ({ load: name, lines })),
  )
const step = fc.oneof(
  { weight: 6, arbitrary: loading },
  { weight: 2, arbitrary: fc.constant({ undo: true as const }) },
  { weight: 1, arbitrary: fc.record({ holiday: date, working: fc.boolean() }) },
)

/** A calendar change of the hall, and the recomputation that follows it. */
async function changeCalendar(holiday: string, working: boolean): Promise<number | null> {
  const { prisma } = database()
  const { id } = await centresOf(database()).find('here')
  const day = new Date(`${holiday}T00:00:00Z`)
  await prisma.calendarOverride.upsert({
    where: { centreId_day: { centreId: id, day } },
    create: { centreId: id, day, working, reason: '台风' },
    update: { working },
  })
  await raiseDataVersion(database().pool, id)
  const centre = await centresOf(database()).find('here')
  const foretold = await recomputeCases(database(), { centre, now: testNow, byUser: 'test', dryRun: true })
  const done = await recomputeCases(database(), { centre, now: testNow, byUser: 'test' })
  expect({ ...done, batchId: null }).toEqual(foretold)
  return done.batchId
}

const factOf = (id: string): string => factsOf(measureNamed(id)).join()
const dimensions: Record<string, string[]> = {
  cases: ['unit', 'window', 'item', 'itemType', 'channel', 'outcome', 'weekday', 'hour'],
  trades: ['category', 'method', 'round'],
  feedback: ['unit', 'window', 'feedbackKind'],
}
const question = fc.constantFrom(...Object.keys(dimensions)).chain(fact =>
  fc.record({
    measures: fc.subarray(
      measureIds.filter(id => factOf(id) === fact && measureNamed(id).within === undefined),
      { minLength: 1, maxLength: 6 },
    ),
    centres: fc.constant('here').map(code => [code]),
    period: fc.tuple(date, date).map(pair => [...pair].sort().join('..')),
    granularity: fc.constantFrom(
      'none' as const,
      'none' as const,
      'day' as const,
      'week' as const,
      'month' as const,
    ),
    comparison: fc.constantFrom('none', 'previous'),
    groupBy: fc.subarray(dimensions[fact] ?? [], { maxLength: 2 }),
    filters: fc.oneof(
      fc.boolean().map((): { dimension: string; in: string[] }[] => []),
      fact === 'trades'
        ? fc.boolean().map(() => [{ dimension: 'category', in: ['works'] }])
        : fc
            .subarray(['W1', 'W2', 'W3'], { minLength: 1 })
            .map(windows => [{ dimension: 'window', in: windows }]),
    ),
  }),
)

/** The same answer, wherever it was read; only the sources may differ. */
async function expectSameFromFacts(asked: QuestionInput): Promise<boolean> {
  const context = { database: database(), scope: wholeScope, now: testNow }
  const { sources, ...fromRollups } = await ask(asked, context)
  const { sources: tables, ...fromFacts } = await ask(asked, { ...context, factsOnly: true })
  const byMembers = <
    T extends {
      current: { cells: unknown[]; totals: unknown[] }
      earlier: { cells: unknown[]; totals: unknown[] } | null
    },
  >(
    answer: T,
  ): T => {
    for (const side of [answer.current, answer.earlier]) {
      side?.cells.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      side?.totals.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    }
    return answer
  }
  expect(byMembers(fromRollups)).toEqual(byMembers(fromFacts))
  expect(tables.some(name => name.startsWith('rollup_'))).toBe(false)
  return sources.some(name => name.startsWith('rollup_'))
}

describe('random histories of loads, corrections, undos and calendar changes', () => {
  it('leave every rollup equal to a recount, and every answer equal to the one from facts', async () => {
    let fromRollups = 0
    let asked = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.array(question, { minLength: 6, maxLength: 6 }),
        async (steps, questions) => {
          const centre = await centresOf(database()).find('here')
          const done: number[] = []
          for (const one of steps) {
            if ('undo' in one) {
              const last = done.pop()
              if (last !== undefined) await undoBatch(database(), last, { now: testNow, byUser: 'test' })
            } else if ('holiday' in one) {
              const batch = await changeCalendar(one.holiday, one.working)
              done.push(...(batch === null ? [] : [batch]))
            } else {
              done.push(
                (
                  await load(
                    database(),
                    { centre: 'here', target: one.load },
                    `${files[one.load].header}\n${one.lines.join('\n')}`,
                  )
                ).batchId,
              )
            }
            const client = await database().pool.connect()
            const { checked, differences } = await checkRollups(client, centre.id)
            client.release()
            expect(differences).toEqual([])
            expect(new Set(checked).size).toBe(checked.length)
          }
          for (const one of questions) {
            asked++
            fromRollups += (await expectSameFromFacts(one)) ? 1 : 0
          }
        },
      ),
      { numRuns: 14 },
    )
    expect(fromRollups).toBeGreaterThan(asked / 3)
    const latest = await centresOf(database()).find('here')
    await recomputeCases(database(), { centre: latest, now: testNow, byUser: 'test' })
    expect((await verifyCentre(database(), latest)).differences).toEqual([])
  })
})
