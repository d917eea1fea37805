import type { QuarantinedRow } from '../../server/intake/jobs/repair.ts'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { openingMinutes, setDay, setHours } from '../../server/centres/settings.ts'
import { recomputeCases } from '../../server/intake/batch/recompute.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { quarantineWorkbook } from '../../server/intake/jobs/quarantineFile.ts'
import { quarantinedRows, repairRows } from '../../server/intake/jobs/repair.ts'
import { savedMapping, saveMapping } from '../../server/intake/jobs/savedMappings.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { importCalendar, parseYear } from '../../server/intake/targets/calendar.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { freshnessOf } from '../../server/query/freshness.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, loadProposed, lookAt, temporaryFile } from '../support/files.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const centreOf = async (code: string) => centresOf(database()).find(code)
const context = () => ({ database: database(), scope: wholeScope, now: testNow })

async function hallOf(code: string): Promise<void> {
  await addCentre(database(), code)
  await loadSmallHall(database(), code)
}

async function received(code: string): Promise<number | null> {
  return figureOf(
    measureNamed('casesReceived'),
    (await ask({ measures: ['casesReceived'], centres: [code], period: '2012' }, context())).current.overall,
  ).value
}

async function clean(code: string): Promise<void> {
  expect((await verifyCentre(database(), await centreOf(code))).differences).toEqual([])
}

const edited = (row: QuarantinedRow, place: number, text: string): { row: number; cells: string[] } => ({
  row: row.row,
  cells: row.cells.with(place, text),
})

describe('a file with mistakes', () => {
  const csv =
    '\uFEFF办件编号,事项编码,渠道,收件时间\nA,TEN,大厅窗口,2012-09-03 08:00\nB,NOPE,大厅窗口,2012-09-03 ' +
    '08:00\nC,TEN,鸽子,2012-09-03 08:00\nD,TEN,大厅窗口,2012-13-03\nE,=TEN,大厅窗口,' +
    '2012-09-03\n'

  it('is repaired in place: right rows are loaded, the rest keeps a reason, all can be undone', async () => {
    await hallOf('repair')
    const result = await loadProposed(database(), 'repair', {
      file: temporaryFile('a.csv', csv),
      target: 'cases',
    })
    expect(result).toMatchObject({ rows: 5, loaded: 1, quarantined: 4 })
    expect(result.problemGroups.map(group => [group.field, group.reason, group.count])).toEqual([
      ['item', 'unknownReference', 1],
      ['channel', 'unknownValue', 1],
      ['receivedAt', 'notAnInstant', 1],
      ['item', 'formula', 1],
    ])
    const centre = await centreOf('repair')
    const page = await quarantinedRows(database(), centre, { batchId: result.batchId, offset: 0, limit: 50 })
    expect(page).toMatchObject({ headers: ['办件编号', '事项编码', '渠道', '收件时间'], total: 4, open: 4 })
    const [b, c, d] = page.rows
    const repaired = await repairRows(database(), centre, {
      batchId: result.batchId,
      rows: [edited(b!, 1, 'TEN'), edited(c!, 2, '网上'), edited(d!, 3, '2012-09-31')],
      byUser: 'test',
      now: testNow,
    })
    // 网上 is a name and no code: the mapping of the batch knows only what the file had.
    expect(repaired).toMatchObject({ rows: 3, loaded: 1, quarantined: 2 })
    const after = await quarantinedRows(database(), centre, { batchId: result.batchId, offset: 0, limit: 50 })
    expect(after.open).toBe(3)
    expect(after.rows.map(row => [row.row, row.reason, row.repairedIn])).toEqual([
      [3, 'unknownReference', repaired.batchId],
      [4, 'unknownValue', null],
      [5, 'notAnInstant', null],
      [6, 'formula', null],
    ])
    expect(after.rows[2]!.cells[3]).toBe('2012-09-31')
    expect(await received('repair')).toBe(2)
    await expect(
      repairRows(database(), centre, {
        batchId: result.batchId,
        rows: [edited(b!, 1, 'TEN')],
        byUser: 'test',
        now: testNow,
      }),
    ).rejects.toThrow('rows-not-quarantined')
    await undoBatch(database(), repaired.batchId, { now: testNow, byUser: 'test' })
    expect(await received('repair')).toBe(1)
    expect(
      (await quarantinedRows(database(), centre, { batchId: result.batchId, offset: 0, limit: 50 })).open,
    ).toBe(4)
    await undoBatch(database(), result.batchId, { now: testNow, byUser: 'test' })
    // With nothing loaded, no day of the year is known any more: that is no count of nothing.
    expect(await received('repair')).toBeNull()
    await expect(
      repairRows(database(), centre, {
        batchId: result.batchId,
        rows: [edited(b!, 1, 'TEN')],
        byUser: 'test',
        now: testNow,
      }),
    ).rejects.toThrow('batch-already-undone')
    await clean('repair')
  })

  it('comes back as a workbook with reasons that can be loaded again as it is', async () => {
    await hallOf('workbook')
    const result = await loadProposed(database(), 'workbook', {
      file: temporaryFile('a.csv', csv),
      target: 'cases',
    })
    const centre = await centreOf('workbook')
    const content = await quarantineWorkbook(
      await quarantinedRows(database(), centre, { batchId: result.batchId, offset: 0, limit: 100 }),
      { by: 'test', at: testNow },
    )
    const file = temporaryFile('back.xlsx', content)
    const { source } = await openSource(file, {}, defaultLimits)
    const rows: string[][] = []
    for await (const { cells } of source.records) rows.push(cells)
    expect(source.headers).toEqual([
      '办件编号',
      '事项编码',
      '渠道',
      '收件时间',
      '隔离原因 Reason',
      '栏 Field',
      '行号 Row',
    ])
    expect(rows[0]).toEqual([
      'B',
      'NOPE',
      '大厅窗口',
      '2012-09-03 08:00',
      '在目录中找不到 · is not in the catalogue',
      'item',
      '3',
    ])
    // A text that begins with = came as text, and goes as text: no formula that a spreadsheet would run.
    expect(rows[3]![1]).toBe('=TEN')
    const again = await loadProposed(database(), 'workbook', { file, target: 'cases' })
    expect(again).toMatchObject({ rows: 4, loaded: 0, quarantined: 4 })
  })
})

describe('the same again', () => {
  it('changes nothing, whatever the format; repeats are unchanged, contradictions are refused', async () => {
    await hallOf('again')
    const csv =
      'caseNumber,unit,item,receivedAt\nA,,TEN,2012-09-03 08:00\nB,,NOW,2012-09-03 ' +
      '08:00\nA,,TEN,2012-09-03 08:00\nB,,TEN,2012-09-03 08:00\n'
    const first = await loadProposed(database(), 'again', {
      file: temporaryFile('a.csv', csv),
      target: 'cases',
    })
    expect(first).toMatchObject({ rows: 4, loaded: 2, unchanged: 1, quarantined: 1 })
    const lines = [
      ['A', 'TEN'],
      ['B', 'NOW'],
    ]
      .map(([caseNumber, item]) =>
        JSON.stringify({ caseNumber, unit: '', item, receivedAt: '2012-09-03 08:00' }),
      )
      .join('\n')
    expect(
      await loadProposed(database(), 'again', { file: temporaryFile('a.jsonl', lines), target: 'cases' }),
    ).toMatchObject({ rows: 2, unchanged: 2, corrected: 0 })
    expect(await received('again')).toBe(2)
  })

  it('within one file across thousands of rows', async () => {
    await hallOf('long')
    const rows = Array.from({ length: 4500 }, (_, index) => `C${index % 4400},TEN,2012-09-03 08:00`)
    const result = await loadProposed(database(), 'long', {
      file: temporaryFile('a.csv', `caseNumber,item,receivedAt\n${rows.join('\n')}\n`),
      target: 'cases',
    })
    expect(result).toMatchObject({ rows: 4500, loaded: 4400, unchanged: 100 })
    const corrections = Array.from(
      { length: 4500 },
      (_, index) => `C${index % 4400},NOW,2012-09-03 08:${index < 4450 ? '00' : '30'}`,
    )
    const corrected = await loadProposed(database(), 'long', {
      file: temporaryFile('b.csv', `caseNumber,item,receivedAt\n${corrections.join('\n')}\n`),
      target: 'cases',
    })
    expect(corrected).toMatchObject({ rows: 4500, corrected: 4400, unchanged: 50, quarantined: 50 })
    await clean('long')
  })
})

describe('mappings', () => {
  it('are kept by name, in versions, and proposed for the next file with the same headings', async () => {
    await hallOf('kept')
    const centre = await centreOf('kept')
    const file = temporaryFile('a.csv', '号,事,收\n1,TEN,2012-09-03\n')
    const mapping = {
      ...(await lookAt(database(), 'kept', { file, target: 'cases' })).mapping!,
      columns: { caseNumber: '号', item: '事', receivedAt: '收' },
    }
    const keep = async (one: typeof mapping) =>
      saveMapping(database(), centre, {
        name: '审批系统',
        mapping: one,
        headers: ['号', '事', '收'],
        byUser: 'test',
        now: testNow,
      })
    expect([
      await keep(mapping),
      await keep(mapping),
      await keep({ ...mapping, constants: { channel: 'hall' } }),
    ]).toEqual([1, 1, 2])
    expect((await savedMapping(database(), centre, '审批系统')).mapping.constants).toEqual({
      channel: 'hall',
    })
    const seen = await lookAt(database(), 'kept', { file, target: 'cases' })
    expect(seen.mapping).toMatchObject({ columns: mapping.columns, constants: { channel: 'hall' } })
    expect(seen.findings.find(one => one.about === 'fromLastTime')?.details.name).toBe('审批系统 v2')
  })
})

describe('the calendar', () => {
  const notice = (year: number, days: [string, boolean][]): string =>
    JSON.stringify({
      $schema: 'x',
      year,
      papers: ['国办发明电'],
      days: days.map(([date, isOffDay]) => ({ name: '节', date, isOffDay })),
    })

  it('of a later year gives its cases their due times at one command, and can be taken back', async () => {
    await hallOf('calendar')
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
    await hallOf('hours')
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
    await clean('hours')
  })
})

describe('people and services', () => {
  it('load with their places; a name stands for a code where only one person has it', async () => {
    await hallOf('people')
    await load(
      database(),
      { centre: 'people', target: 'staff' },
      'code,name,unit,window,validFrom\nS1,林某,U1,W1,2012-01-01\nS2,叶某,U2,W2,' +
        '2012-01-01\nS3,叶某,U2,W3,2012-01-01\n',
    )
    const result = await loadProposed(database(), 'people', {
      file: temporaryFile(
        'a.csv',
        '姓名,日期,应到,实到,公假\n林某,2012-09-03,2,1,1\n叶某,2012-09-03,2,2,0\nS2,2012-09-03,2,2,' +
          '1\nS3,2012-09-03,2,2,0\n',
      ),
      target: 'attendance',
    })
    expect(result).toMatchObject({ rows: 4, loaded: 2, quarantined: 2 })
    expect(result.problemGroups.map(group => [group.field, group.reason])).toEqual([
      ['staff', 'unknownReference'],
      ['attended', 'more'],
    ])
    const row = await database().prisma.attendance.findFirst({ where: { attendanceCode: '林某@2012-09-03' } })
    expect(row!.unitId).not.toBeNull()
    const targets = await loadProposed(database(), 'people', {
      file: temporaryFile(
        't.csv',
        '指标,窗口,目标值,生效日,失效日\n按时办结率,W1,0.995,2012-01-01,2013-01-01\n没有的指标,,1,2012-01-01,2013-01-01\n',
      ),
      target: 'targets',
    })
    expect(targets).toMatchObject({ loaded: 1, quarantined: 1 })
    expect(await database().prisma.goal.findFirst({ where: { measure: 'onTimeRate' } })).toMatchObject({
      valueMilli: 995n,
      targetCode: 'onTimeRate@W1@2012-01-01..2013-01-01',
    })
    await expect(
      undoBatch(
        database(),
        (await database().prisma.importBatch.findFirst({
          where: { target: 'staff', centreId: (await centreOf('people')).id },
        }))!.id,
        { now: testNow, byUser: 'test' },
      ),
    ).rejects.toThrow('undo-not-exact')
    await clean('people')
  })
})

describe('freshness', () => {
  it('says who has not reported, each by its own rhythm', async () => {
    await addCentre(database(), 'fresh')
    await load(
      database(),
      { centre: 'fresh', target: 'units' },
      'code,name,rhythm,validFrom\nD,日报,daily,2012-01-01\nW,周报,weekly,2012-01-01\nM,' +
        '月报,monthly,2012-01-01\nN,不报,,2012-01-01\nX,缺报,daily,2012-01-01\n',
    )
    // Seen on Wednesday 10 October 2012, two days after the long holiday.
    await load(
      database(),
      { centre: 'fresh', target: 'cases' },
      'caseNumber,unit,receivedAt\n1,D,2012-10-09 09:00\n2,W,2012-10-01 09:00\n3,M,' +
        '2012-09-03 09:00\n4,X,2012-10-08 09:00\n',
    )
    const found = await freshnessOf('fresh', { ...context(), now: new Date('2012-10-10T04:00:00Z') })
    expect(found.dataUntil).toBe('2012-10-09')
    expect(found.units.map(one => [one.unit.code, one.reportedUntil, one.expectedUntil, one.late])).toEqual([
      ['D', '2012-10-09', '2012-10-09', false],
      ['M', '2012-09-03', '2012-09-01', false],
      ['W', '2012-10-01', '2012-10-01', false],
      ['X', '2012-10-08', '2012-10-09', true],
    ])
    expect(found.late).toBe(1)
  })
})

it('every row of every example goes to exactly one place', async () => {
  await hallOf('sums')
  for (const rows of [
    'A,TEN,2012-09-03\nB,TEN,2012-09-03\n',
    'A,TEN,2012-09-04\nB,TEN,2012-09-03\nC,,\n',
    'A\nB,TEN,2012-09-03,,,x\n\n',
    '',
  ]) {
    const result = await loadProposed(database(), 'sums', {
      file: temporaryFile('a.csv', `caseNumber,item,receivedAt\n${rows}`),
      target: 'cases',
    })
    expect(addsUp(result), rows).toBe(true)
    expect(result.rows, rows).toBe(rows.split('\n').filter(line => line !== '').length)
  }
})
