import { beforeEach, describe, expect, it } from 'vitest'
import { measures, valueOf } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
let centre = ''
let serial = 0
beforeEach(async () => {
  centre = `hall-${++serial}`
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
})

const cases = async (csv: string, more: { dryRun?: boolean; now?: Date } = {}) =>
  load(database(), { centre, target: 'cases', ...more }, csv)
const stored = async (number: string) =>
  database().prisma.case.findFirst({
    where: { caseNumber: number, batchId: { gt: 0 }, centreId: { gt: 0 } },
    orderBy: { centreId: 'desc' },
  })
const verify = async () =>
  (await verifyCentre(database(), await centresOf(database()).find(centre))).differences
const completed = async () =>
  valueOf(
    measures.casesCompleted,
    (
      await ask(
        { measures: ['casesCompleted'], centres: [centre], period: '2012' },
        { database: database(), scope: wholeScope, now: testNow },
      )
    ).current.overall,
  )

describe('a file', () => {
  const file =
    'caseNumber,item,acceptedAt,completedAt\nA,TEN,2012-09-03 08:00,2012-09-05 ' +
    '08:00\nB,TEN,2012-09-03 08:00,\n'

  it('is loaded, and when it comes again changes nothing', async () => {
    expect(await cases(file)).toMatchObject({
      rows: 2,
      loaded: 2,
      unchanged: 0,
      corrected: 0,
      quarantined: 0,
    })
    expect(await cases(file)).toMatchObject({
      rows: 2,
      loaded: 0,
      unchanged: 2,
      corrected: 0,
      quarantined: 0,
    })
    expect(await verify()).toEqual([])
  })

  it('corrects known cases: mapped columns replace, blanks too, and unmapped ones stay', async () => {
    await cases(
      'caseNumber,item,acceptedAt,completedAt,applicant\nA,TEN,2012-09-03 08:00,2012-09-05 08:00,林某\n',
    )
    expect(
      await cases('caseNumber,acceptedAt,completedAt\nA,2012-09-03 08:00,2012-09-20 08:00\n'),
    ).toMatchObject({ corrected: 1 })
    expect(await stored('A')).toMatchObject({ applicant: '林某', committedVerdict: 'overdue', version: 2 })
    await cases('caseNumber,applicant\nA,\n')
    expect(await stored('A')).toMatchObject({ applicant: null, committedVerdict: 'overdue', version: 3 })
    expect(await verify()).toEqual([])
  })

  it('takes a new type, unit and window with a corrected item', async () => {
    await cases('caseNumber,item,acceptedAt\nA,TEN,2012-09-03 08:00\n')
    await cases('caseNumber,item\nA,NOW\n')
    const unit = await database().prisma.unit.findFirst({
      where: { code: 'U1' },
      orderBy: { centreId: 'desc' },
    })
    expect(await stored('A')).toMatchObject({ itemType: 'instant', unitId: unit?.id })
    expect(await verify()).toEqual([])
  })

  it('is only looked at in a dry run', async () => {
    expect(await cases(file, { dryRun: true })).toMatchObject({ rows: 2, loaded: 2 })
    // Without any record nothing is known, which is not the same as zero.
    expect(await completed()).toBeNull()
  })

  it('keeps a unit that it brings where an earlier row of it is rolled back as a repeat', async () => {
    // The second thousand repeats a number of the first, which is found out while the third, with a
    // unit of its own, is read.
    const line = (place: number): string =>
      `N${place === 1500 ? 3 : place},${place < 2000 ? 'U1' : 'U9'},TEN,2012-09-03 08:00`
    const columns = ['caseNumber', 'unit', 'item', 'acceptedAt']
    const result = await load(
      database(),
      {
        centre,
        target: 'cases',
        mapping: { columns: Object.fromEntries(columns.map(column => [column, column])), create: ['unit'] },
      },
      `${columns.join(',')}\n${Array.from({ length: 2500 }, (_, place) => line(place)).join('\n')}\n`,
    )
    expect(result).toMatchObject({ rows: 2500, loaded: 2499 })
    const unit = await database().prisma.unit.findFirstOrThrow({
      where: { code: 'U9' },
      orderBy: { centreId: 'desc' },
    })
    expect(await stored('N2400')).toMatchObject({ unitId: unit.id })
    expect(await verify()).toEqual([])
  })

  it('keeps what cannot be loaded, each row with its reason, and the counts add up', async () => {
    const result = await cases(
      [
        'caseNumber,item,channel,acceptedAt,completedAt,suspensions',
        'A,TEN,hall,2012-09-03 08:00,2012-13-40,',
        'B,NOPE,hall,2012-09-03 08:00,,',
        'C,TEN,pigeon,2012-09-03 08:00,,',
        ',TEN,hall,2012-09-03 08:00,,',
        'E,TEN,hall,,,',
        'F,TEN,hall,2012-09-03 08:00,,supplement someday',
        'G,TEN,hall,2012-09-03 08:00',
        'H,TEN,hall,2012-09-03 08:00,,',
        'H,TEN,hall,2012-09-04 08:00,,',
        '=1+1,TEN,hall,2012-09-03 08:00,,',
      ].join('\n'),
    )
    expect(result).toMatchObject({ rows: 10, loaded: 1, quarantined: 9 })
    expect(result.loaded + result.unchanged + result.corrected + result.quarantined).toBe(result.rows)
    const kept = await database().prisma.quarantinedRow.findMany({
      where: { batchId: result.batchId },
      orderBy: { row: 'asc' },
    })
    expect(kept.map(row => [row.row, row.field, row.reason])).toEqual([
      [2, 'completedAt', 'notAnInstant'],
      [3, 'item', 'unknownReference'],
      [4, 'channel', 'unknownValue'],
      [5, 'caseNumber', 'required'],
      [6, 'receivedAt', 'required'],
      [7, 'suspensions', 'notSuspensions'],
      [8, '', 'wrongColumns'],
      [10, 'caseNumber', 'duplicateKey'],
      [11, 'caseNumber', 'formula'],
    ])
    expect(kept[0]?.raw).toEqual(['A', 'TEN', 'hall', '2012-09-03 08:00', '2012-13-40', ''])
  })

  it('that lacks a mapped column, or maps a field that is none, changes nothing', async () => {
    await expect(
      load(database(), { centre, target: 'cases', mapping: { columns: { caseNumber: 'No' } } }, file),
    ).rejects.toThrow('column-missing')
    await expect(
      load(
        database(),
        { centre, target: 'cases', mapping: { columns: { caseNumber: 'caseNumber', colour: 'item' } } },
        file,
      ),
    ).rejects.toThrow('mapping-invalid')
    await expect(
      load(database(), { centre, target: 'cases', mapping: { columns: { item: 'item' } } }, file),
    ).rejects.toThrow('mapping-invalid')
    expect(
      await database().prisma.importBatch.count({ where: { target: 'cases', centre: { code: centre } } }),
    ).toBe(0)
  })

  it('stops suspended cases and takes their days out', async () => {
    await cases('caseNumber,item,acceptedAt,suspensions\nA,TEN,2012-09-03 08:00,hearing 2012-09-04/\n')
    expect(await stored('A')).toMatchObject({ dueGap: 'suspended', committedDueAt: null })
    await cases('caseNumber,suspensions\nA,hearing 2012-09-04/2012-09-06\n')
    expect(await stored('A')).toMatchObject({ dueGap: null, committedDueDay: new Date('2012-09-13') })
    expect(
      await database().prisma.caseSuspension.count({ where: { caseNumber: 'A', resumedOn: { not: null } } }),
    ).toBeGreaterThan(0)
    expect(await verify()).toEqual([])
  })

  it('keeps a case of an unpublished year: counted, without a due time, and said so', async () => {
    await cases('caseNumber,item,acceptedAt,completedAt\nA,TEN,2026-12-30 08:00,2026-12-31 08:00\n', {
      now: new Date('2027-01-31T00:00:00Z'),
    })
    expect(await stored('A')).toMatchObject({
      dueGap: 'calendarUnpublished',
      committedVerdict: null,
      workedMilliDays: 1000,
    })
  })
})

describe('undo', () => {
  it('restores what a correction replaced, to the last column', async () => {
    await cases(
      'caseNumber,item,acceptedAt,completedAt,suspensions\nA,TEN,2012-09-03 08:00,' +
        '2012-09-05 08:00,hearing 2012-09-03/2012-09-04\n',
    )
    const before = await stored('A')
    const { batchId } = await cases('caseNumber,completedAt,suspensions\nA,,\n')
    expect((await stored('A'))?.completedAt).toBeNull()
    await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
    expect(await stored('A')).toEqual(before)
    expect(await verify()).toEqual([])
  })

  it('takes back what a batch added, members of the catalogue included', async () => {
    const units = await database().prisma.unit.count()
    const { batchId } = await load(
      database(),
      {
        centre,
        target: 'cases',
        mapping: { columns: { caseNumber: 'n', unit: 'u', receivedAt: 'r' }, create: ['unit'] },
      },
      'n,u,r\nZ,NEW,2012-09-03 08:00\n',
    )
    expect(await database().prisma.unit.count()).toBe(units + 1)
    await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
    expect(await database().prisma.unit.count()).toBe(units)
    expect(await database().prisma.case.count({ where: { caseNumber: 'Z' } })).toBe(0)
  })

  it('is refused when a later batch changed the same case, and works from the last one back', async () => {
    const first = await cases('caseNumber,item,acceptedAt\nA,TEN,2012-09-03 08:00\n')
    const second = await cases('caseNumber,completedAt\nA,2012-09-05 08:00\n')
    await expect(
      undoBatch(database(), first.batchId, { now: testNow, byUser: 'test' }),
    ).rejects.toMatchObject({ name: 'undo-not-exact', details: { key: 'A', later: second.batchId } })
    await undoBatch(database(), second.batchId, { now: testNow, byUser: 'test' })
    await undoBatch(database(), first.batchId, { now: testNow, byUser: 'test' })
    expect(await completed()).toBeNull()
    await expect(undoBatch(database(), first.batchId, { now: testNow, byUser: 'test' })).rejects.toThrow(
      'batch-already-undone',
    )
    await expect(undoBatch(database(), 999_999, { now: testNow, byUser: 'test' })).rejects.toThrow(
      'batch-not-found',
    )
  })

  it('is refused for a later version of an item under which cases were accepted', async () => {
    await load(
      database(),
      { centre, target: 'items' },
      'item,name,unit,type,validFrom,validTo\nTEN,十日事项,U2,committed,2012-01-01,2012-10-01\n',
    )
    const later = await load(
      database(),
      { centre, target: 'items' },
      'item,name,unit,type,statutoryLimit,committedLimit,validFrom\nTEN,十日事项,U2,committed,10,3,2012-10-01\n',
    )
    const used = await cases('caseNumber,item,acceptedAt\nA,TEN,2012-10-15 08:00\n')
    await expect(
      undoBatch(database(), later.batchId, { now: testNow, byUser: 'test' }),
    ).rejects.toMatchObject({
      name: 'undo-not-exact',
      details: { key: 'TEN@2012-10-01', later: used.batchId },
    })
    await undoBatch(database(), used.batchId, { now: testNow, byUser: 'test' })
    await undoBatch(database(), later.batchId, { now: testNow, byUser: 'test' })
    expect(await database().prisma.itemVersion.count({ where: { versionCode: 'TEN@2012-10-01' } })).toBe(0)
  })

  it('is refused for a catalogue that cases have come to use', async () => {
    await cases('caseNumber,item,acceptedAt\nA,TEN,2012-09-03 08:00\n')
    const items = await database().prisma.importBatch.findFirst({
      where: { target: 'items', centre: { code: centre } },
    })
    await expect(undoBatch(database(), items?.id ?? 0, { now: testNow, byUser: 'test' })).rejects.toThrow(
      'undo-not-exact',
    )
  })
})
