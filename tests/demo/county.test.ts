import { describe, expect, it } from 'vitest'
import { measures, valueOf } from '#measures'
import { casesTable } from '../../prisma/demo/cases.ts'
import { isUntouched, loadDemo, refreshDemo, removeDemo } from '../../prisma/demo/county.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { hall } from '../support/calendar.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'

// A clock soon after the opening keeps the recent part small: it lies within the launch months' own days.
const monday = new Date('2012-09-03T01:00:00Z')
const thursday = new Date('2012-09-06T01:00:00Z')

async function columns(database: ReturnType<ReturnType<typeof useDatabase>>): Promise<unknown[]> {
  const result = await database.pool.query<Record<string, unknown>>(
    `SELECT "caseNumber", "receivedAt", "acceptedAt", "completedAt", "outcome", "suspensions",
        "committedVerdict", "breachedDay", "workedMilliDays" FROM "Case" ORDER BY "caseNumber"`,
  )
  return result.rows
}

describe('the demo county', () => {
  it('is the same every time it is drawn', () => {
    const span = { from: 15_585, to: 15_590, cut: { day: 20_000, minute: 0 }, volumeOn: () => 50 }
    const once = Array.from(casesTable(hall, span).rows, row => row.join())
    expect(Array.from(casesTable(hall, span).rows, row => row.join())).toEqual(once)
    expect(once.length).toBeGreaterThan(150)
  })

  describe('brought up to date day by day', () => {
    const grown = useDatabase('empty')
    const whole = useDatabase('empty')

    it('holds what it would hold had it been loaded today', async () => {
      expect(await isUntouched(grown())).toBe(true)
      await loadDemo(grown(), { now: monday })
      await refreshDemo(grown(), { now: thursday })
      await refreshDemo(grown(), { now: thursday })
      await loadDemo(whole(), { now: thursday })
      expect(await columns(grown())).toEqual(await columns(whole()))
      expect((await verifyCentre(grown(), await centresOf(grown()).find('pinghe'))).differences).toEqual([])
    })

    it('knows nothing of what the clock has not come to', async () => {
      const result = await grown().pool.query(
        'SELECT 1 FROM "Case" WHERE "completedAt" > $1 OR "receivedAt" > $1',
        [thursday],
      )
      expect(result.rowCount).toBe(0)
      const answer = await ask(
        { measures: ['openCases'], centres: ['pinghe'], period: '2012-09-05' },
        { database: grown(), scope: wholeScope, now: thursday },
      )
      expect(valueOf(measures.openCases, answer.current.overall)).toBeGreaterThan(0)
    })

    it('is left alone once real data is there, and refuses to go while that data uses it', async () => {
      await load(
        grown(),
        { centre: 'pinghe', target: 'cases' },
        'caseNumber,item,acceptedAt\nREAL-1,PH-FG-01,2012-09-03 08:00\n',
      )
      const before = await columns(grown())
      await refreshDemo(grown(), { now: new Date('2012-10-01T00:00:00Z') })
      expect(await columns(grown())).toEqual(before)
      await expect(removeDemo(grown(), thursday)).rejects.toThrow('undo-not-exact')
    })

    it('goes with one command, and does not come back by itself', async () => {
      expect(await removeDemo(whole(), thursday)).toBeGreaterThan(8)
      for (const table of [
        'Case',
        'Trade',
        'Feedback',
        'Unit',
        'Window',
        'Item',
        'ItemVersion',
        'StaffMember',
        'Regulation',
        'Claim',
        'Centre',
        'CaseSuspension',
        'FactChange',
      ])
        expect((await whole().pool.query(`SELECT 1 FROM "${table}"`)).rowCount, table).toBe(0)
      expect(await isUntouched(whole())).toBe(false)
    })
  })
})
