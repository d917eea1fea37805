import type { QuarantinedRow } from '../../server/intake/jobs/repair.ts'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { quarantineWorkbook } from '../../server/intake/jobs/quarantineFile.ts'
import { quarantinedRows, repairRows } from '../../server/intake/jobs/repair.ts'
import { savedMapping, saveMapping } from '../../server/intake/jobs/savedMappings.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, loadProposed, lookAt, temporaryFile } from '../support/files.ts'
import { addSmallHall, differencesIn } from '../support/halls.ts'
import { testNow } from '../support/load.ts'

const database = useDatabase('empty')
const centreOf = async (code: string) => centresOf(database()).find(code)
const context = () => ({ database: database(), scope: wholeScope, now: testNow })

async function received(code: string): Promise<number | null> {
  return figureOf(
    measureNamed('casesReceived'),
    (await ask({ measures: ['casesReceived'], centres: [code], period: '2012' }, context())).current.overall,
  ).value
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
    await addSmallHall(database(), 'repair')
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
    expect(await differencesIn(database(), 'repair')).toEqual([])
  })

  it('comes back as a workbook with reasons that can be loaded again as it is', async () => {
    await addSmallHall(database(), 'workbook')
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
    await addSmallHall(database(), 'again')
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
    await addSmallHall(database(), 'long')
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
    expect(await differencesIn(database(), 'long')).toEqual([])
  })
})

describe('mappings', () => {
  it('are kept by name, in versions, and proposed for the next file with the same headings', async () => {
    await addSmallHall(database(), 'kept')
    const centre = await centreOf('kept')
    const file = temporaryFile('a.csv', '号,事,收\n1,TEN,2012-09-03\n')
    const mapping = {
      ...(await lookAt(database(), 'kept', { file, target: 'cases' })).mapping!,
      columns: { caseNumber: '号', item: '事', receivedAt: '收' },
    }
    const keep = async (used: typeof mapping) =>
      saveMapping(database(), centre, {
        name: '审批系统',
        mapping: used,
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
    expect(seen.findings.find(finding => finding.about === 'fromLastTime')?.details.name).toBe('审批系统 v2')
  })
})

it('every row of every example goes to exactly one place', async () => {
  await addSmallHall(database(), 'sums')
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
