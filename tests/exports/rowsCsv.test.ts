import type { RowsAnswer } from '../../server/query/rows.ts'
import { expect, it } from 'vitest'
import { rowsCsv } from '../../server/exports/rowsCsv.ts'

type Column = RowsAnswer['columns'][number]
const column = (shows: Column['shows'], zh: string): Column => ({ key: zh, names: { zh, en: zh }, shows })
const csvOf = (columns: Column[], ...rows: RowsAnswer['rows']): string[] =>
  rowsCsv({ columns, rows }, 'zh').replace('\uFEFF', '').trim().split('\r\n')

it('writes durations in days, as their headings say', () => {
  const columns = [column('seconds', '历时（天）'), column('milliDays', '用时')]
  // A day and a half is 129,600 seconds; one minute is 0.00069 days.
  expect(csvOf(columns, [129_600, 1500], [60, 30_000], [null, null])).toEqual([
    '历时（天）,用时（天）',
    '1.5,1.5',
    '0.00069,30',
    ',',
  ])
})

it('writes money in yuan and rates in per cent', () => {
  const columns = [column('fen', '成交价'), column('milliPercent', '费率')]
  expect(csvOf(columns, ['123456', 1250])).toEqual(['成交价,费率（%）', '1234.56,1.25'])
})
