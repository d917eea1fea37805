import type { DayAmount } from '#measures'
import { Buffer } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { dayFromText, dayOf, everyDay } from '#measures'
import { casesTable, usualVolume } from '../../prisma/demo/cases.ts'
import { hall } from '../support/calendar.ts'

/** A series of days with its name. */
export interface Series {
  name: string
  days: DayAmount[]
  /** True where the working days of China hold. */
  isChinese: boolean
}

const shared = join(import.meta.dirname, '../../../shared/data')

/** Rows counted by day. */
function counted(days: Iterable<number>): DayAmount[] {
  const counts = new Map<number, number>()
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1)
  return everyDay(
    Array.from(counts, ([day, y]) => ({ day, y, exposure: 1 })).toSorted((a, b) => a.day - b.day),
  )
}

/** Cases received in the demonstration’s settled years, two years to the end of October 2026. */
export function demoSeries(): Series {
  const [from, to] = [dayFromText('2024-11-01') ?? 0, dayFromText('2026-10-31') ?? 0]
  const table = casesTable(hall, { from, to, cut: { day: to + 1, minute: 0 }, volumeOn: usualVolume })
  const at = table.header.indexOf('receivedAt')
  function* days(): Generator<number> {
    for (const row of table.rows) yield dayFromText(String(row[at] ?? '').slice(0, 10)) ?? 0
  }
  return { name: 'demo county, cases received', days: counted(days()), isChinese: true }
}

function american(text: string): number {
  const [month = 0, date = 0, year = 0] = text.slice(0, 10).split('/').map(Number)
  return dayOf(year, month, date)
}

function readRows(path: string): Record<string, string>[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8')
  return parse(text, { columns: true, relax_quotes: true, relax_column_count: true })
}

const files: { name: string; file: string; daysOf: (rows: Record<string, string>[]) => number[] }[] = [
  {
    name: 'Boston 311, first half of 2015',
    file: 'boston311/boston311_2015H1.csv.gz',
    daysOf: rows => rows.map(row => american(row.OPEN_DT ?? '')),
  },
  {
    name: 'Baltimore 311, sample of 2018',
    file: 'baltimore311/311_sample.csv',
    daysOf: rows =>
      rows.flatMap(row =>
        (row.CreatedDate ?? '').slice(6, 10) === '2018' ? [american(row.CreatedDate ?? '')] : [],
      ),
  },
  {
    name: 'Tsuchiura, public-works auctions',
    file: 'auctions_tsuchiura/tsuchiura_bids.csv.gz',
    daysOf: rows => [
      ...new Map(
        rows.map(row => [row.pid, dayOf(Number(row.year), Number(row.month), Number(row.day))]),
      ).values(),
    ],
  },
]

/** Three real series, where their files are at hand; and the names of those that are not. */
export function realSeries(): { series: Series[]; missing: string[] } {
  const present = files.filter(({ file }) => existsSync(join(shared, file)))
  return {
    series: present.map(({ name, file, daysOf }) => ({
      name,
      days: counted(daysOf(readRows(join(shared, file))).toSorted((a, b) => a - b)),
      isChinese: false,
    })),
    missing: files.filter(file => !present.includes(file)).map(({ name }) => name),
  }
}
