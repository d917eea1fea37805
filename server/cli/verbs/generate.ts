import type { Config } from '../../config.ts'
import { Buffer } from 'node:buffer'
import { createWriteStream } from 'node:fs'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { dayFromText, HallTime, NamedError, WorkCalendar, Zone } from '#measures'
import { casesTable } from '../../../prisma/demo/cases.ts'
import { csvLines } from '../../../prisma/demo/csv.ts'
import { demoTimetable } from '../../../prisma/demo/places.ts'
import { shippedCalendar } from '../../centres/calendars.ts'

/** The years over which generated cases are received, whatever their number. */
const years = { from: '2021-01-01', to: '2025-12-31' }

/** The header and the first `count` rows of CSV pieces. */
export function* firstLines(lines: Iterable<Buffer>, count: number): Generator<Buffer> {
  let left = count + 1
  for (const piece of lines) {
    const text = piece.toString('utf8').split('\n')
    text.pop()
    const taken = text.slice(0, left)
    left -= taken.length
    yield Buffer.from(`${taken.join('\n')}\n`)
    if (left <= 0) return
  }
}

/**
 * bw generate --cases N [--out FILE(.gz)]: deterministic cases of the demo county's items as CSV, for
 * tests of scale.
 */
export async function generateVerb(args: readonly string[], _: Config): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { cases: { type: 'string' }, out: { type: 'string' } },
  })
  const count = Number(values.cases)
  if (!Number.isInteger(count) || count < 1 || count > 100_000_000)
    throw new NamedError('bad-arguments', { argument: '--cases', value: values.cases ?? '' })
  const calendar = new WorkCalendar(shippedCalendar())
  const hall = new HallTime(new Zone('Asia/Shanghai'), calendar, [{ validFrom: 0, ...demoTimetable }])
  const [from, to] = [dayFromText(years.from) ?? 0, dayFromText(years.to) ?? 0]
  const perDay = Math.ceil((count / (calendar.countFrom(from, to) ?? 1)) * 1.12) + 1
  const table = casesTable(hall, { from, to, cut: { day: to + 1, minute: 0 }, volumeOn: () => perDay })
  const lines = Readable.from(firstLines(csvLines(table), count))
  const out = values.out === undefined ? process.stdout : createWriteStream(values.out)
  if (values.out?.endsWith('.gz')) await pipeline(lines, createGzip(), out)
  else await pipeline(lines, out, { end: values.out !== undefined })
  return 0
}
