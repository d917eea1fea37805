import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { openingMinutes, setDay, setHours } from '../../server/centres/settings.ts'
import { recomputeCases } from '../../server/intake/batch/recompute.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { importCalendar, parseYear } from '../../server/intake/targets/calendar.ts'
import { useDatabase } from '../support/database.ts'
import { addSmallHall, differencesIn } from '../support/halls.ts'
import { load, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const centreOf = async (code: string) => centresOf(database()).find(code)

describe('the calendar', () => {
  const notice = (year: number, days: [string, boolean][]): string =>
    JSON.stringify({
      $schema: 'x',
      year,
      papers: ['国办发明电'],
      days: days.map(([date, isOffDay]) => ({ name: '节', date, isOffDay })),
    })

  it('of a later year gives its cases their due times at one command, and can be taken back', async () => {
    await addSmallHall(database(), 'calendar')
    await load(
      database(),
      { centre: 'calendar', target: 'cases', now: new Date('2027-02-01T00:00:00Z') },
      'caseNumber,item,acceptedAt\nA,TEN,2026-12-30 09:00\n',
    )
    const due = async () =>
      (await database().prisma.case.findFirst({
        where: { caseNumber: 'A', centreId: (await centreOf('calendar')).id },
      }))!
    expect((await due()).dueGap).toBe('calendarUnpublished')
    const request = {
      year: parseYear(
        notice(2027, [
          ['2027-01-01', true],
          ['2027-01-02', true],
          ['2027-01-03', true],
          ['2027-01-09', false],
        ]),
      ),
      fileName: '2027.json',
      fileHash: 'x',
      byUser: 'test',
      now: testNow,
    }
    expect(
      await importCalendar(database(), { ...request, centre: await centreOf('calendar'), dryRun: true }),
    ).toMatchObject({ batchId: 0, known: false, loaded: 4 })
    const loaded = await importCalendar(database(), { ...request, centre: await centreOf('calendar') })
    expect(loaded).toMatchObject({ year: 2027, known: false, rows: 4, loaded: 4 })
    expect(
      await recomputeCases(database(), {
        centre: await centreOf('calendar'),
        now: testNow,
        byUser: 'test',
        dryRun: true,
      }),
    ).toMatchObject({ batchId: null, cases: 1, changed: 1 })
    await recomputeCases(database(), { centre: await centreOf('calendar'), now: testNow, byUser: 'test' })
    // Six working days after Wednesday 30 December: 31, then 4 to 8 January.
    expect((await due()).committedDueDay?.toISOString().slice(0, 10)).toBe('2027-01-08')
    expect(
      await importCalendar(database(), { ...request, centre: await centreOf('calendar') }),
    ).toMatchObject({ batchId: 0, unchanged: 4 })
    const changed = await importCalendar(database(), {
      ...request,
      year: parseYear(
        notice(2027, [
          ['2027-01-01', true],
          ['2027-01-04', true],
        ]),
      ),
      centre: await centreOf('calendar'),
    })
    expect(changed).toMatchObject({ known: true, rows: 2, corrected: 1, unchanged: 1 })
    await expect(undoBatch(database(), loaded.batchId, { now: testNow, byUser: 'test' })).rejects.toThrow(
      'undo-not-exact',
    )
    await undoBatch(database(), changed.batchId, { now: testNow, byUser: 'test' })
    await undoBatch(database(), loaded.batchId, { now: testNow, byUser: 'test' })
    expect((await centreOf('calendar')).hall.calendar!.isWorking(20_820)).toBeNull()
  })

  it.each([
    ['not json', 'not JSON'],
    ['{"year":2027}', 'days'],
    [notice(2027, [['2029-01-01', true]]), 'is not in 2027'],
    [
      notice(2027, [
        ['2027-01-01', true],
        ['2027-01-01', false],
      ]),
      'stands twice',
    ],
    [notice(2027, [['2027-02-30', true]]), 'date'],
  ])('refuses %s', (content, reason) => {
    expect(() => parseYear(content)).toThrow(reason)
  })

  it('of one hall departs from the nation’s, and so do its hours', async () => {
    await addSmallHall(database(), 'hours')
    await load(
      database(),
      { centre: 'hours', target: 'cases' },
      'caseNumber,item,acceptedAt,completedAt\nA,NOW,2012-09-03 09:00,2012-09-04 09:00\n',
    )
    await setDay(database(), await centreOf('hours'), { day: '2012-09-04', working: false, reason: '台风' })
    const again = async () =>
      recomputeCases(database(), { centre: await centreOf('hours'), now: testNow, byUser: 'test' })
    expect(await again()).toMatchObject({ changed: 1 })
    await setDay(database(), await centreOf('hours'), { day: '2012-09-04', working: null, reason: '' })
    await again()
    await setHours(database(), await centreOf('hours'), {
      from: '2012-09-01',
      morning: openingMinutes('09:00-12:00', ''),
      afternoon: null,
      owner: '办公室',
      reason: '夏令作息',
    })
    expect(await again()).toMatchObject({ changed: 1 })
    expect(
      (await database().prisma.case.findFirst({ where: { centreId: (await centreOf('hours')).id } }))!
        .workedMinutes,
    ).toBe(180)
    expect(() => openingMinutes('12:00-9:00', '--morning')).toThrow('--morning')
    expect(await differencesIn(database(), 'hours')).toEqual([])
  })
})
