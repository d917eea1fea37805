import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
})

const snapshot = async (): Promise<unknown[]> =>
  (await database().pool.query<Record<string, unknown>>('SELECT * FROM "Case" ORDER BY "caseNumber"')).rows

const day = fc.integer({ min: 1, max: 28 }).map(n => `2012-09-${String(n).padStart(2, '0')}`)
const row = fc.record({
  number: fc.integer({ min: 1, max: 12 }),
  item: fc.constantFrom('NOW', 'TEN', 'THIRTY', 'SPECIAL', 'NOPE'),
  accepted: fc.oneof(
    day.map(date => `${date} 09:00`),
    fc.constantFrom('', 'soon'),
  ),
  completed: fc.oneof(
    day.map(date => `${date} 16:00`),
    fc.constant(''),
  ),
  suspensions: fc.constantFrom('', '', 'hearing 2012-09-04/2012-09-06', 'inspection 2012-09-10/'),
})
const file = fc.array(row, { minLength: 1, maxLength: 10 })
const step = fc.oneof(
  { weight: 3, arbitrary: file.map(rows => ({ rows })) },
  { weight: 1, arbitrary: fc.constant({ undo: true as const }) },
)

describe('random histories of loads, corrections and undos', () => {
  it('account for every row, recount clean, and undo exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
        const done: { batchId: number; before: unknown[] }[] = []
        for (const one of steps) {
          if ('undo' in one) {
            const last = done.pop()
            if (last) {
              await undoBatch(database(), last.batchId, { now: testNow, byUser: 'test' })
              expect(await snapshot()).toEqual(last.before)
            }
            continue
          }
          const before = await snapshot()
          const csv = one.rows.map(
            ({ number, item, accepted, completed, suspensions }) =>
              `C${number},${item},${accepted},${completed},${suspensions}`,
          )
          const result = await load(
            database(),
            { centre: 'here', target: 'cases' },
            `caseNumber,item,acceptedAt,completedAt,suspensions\n${csv.join('\n')}`,
          )
          expect(result.loaded + result.unchanged + result.corrected + result.quarantined).toBe(
            one.rows.length,
          )
          done.push({ batchId: result.batchId, before })
        }
        const { differences } = await verifyCentre(database(), await centresOf(database()).find('here'))
        expect(differences).toEqual([])
        for (const one of done.reverse()) {
          await undoBatch(database(), one.batchId, { now: testNow, byUser: 'test' })
          expect(await snapshot()).toEqual(one.before)
        }
      }),
      { numRuns: 16 },
    )
  })
})
