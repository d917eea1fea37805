import type { SeriesReading, SeriesRef } from '#measures'
import type { Basis } from './check.ts'
import type { Dates } from './days.ts'
import type { Dimension, Recount } from './recount.ts'
import { toPrint } from './check.ts'
import { addDays, monthEnd } from './days.ts'
import { valueFault } from './printed.ts'

interface Seen {
  faults: string[]
  read: string[]
  numbers: number
}
type SeriesRow = SeriesReading['rows'][number]

/** The last day of the bucket that begins on a day. */
function bucketEnd(day: string, granularity: SeriesRef['granularity']): string {
  if (granularity === 'month') return monthEnd(day)
  if (granularity !== 'week') return day
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7
  return addDays(day, 7 - weekday)
}

/** The buckets of some dates. */
function bucketsOf({ from, to }: Dates, granularity: SeriesRef['granularity']): Dates[] {
  const buckets: Dates[] = []
  for (let day = from; day <= to; day = addDays(buckets.at(-1)?.to ?? day, 1)) {
    const end = bucketEnd(day, granularity)
    buckets.push({ from: day, to: end < to ? end : to })
  }
  return buckets
}

function cellFaults(ref: SeriesRef, row: SeriesRow, recount: Recount, { known, language }: Basis): string[] {
  return ref.measures.flatMap((measure, place) => {
    const text = row.cells[place]?.text ?? ''
    const counted = recount.of(measure, row)
    // A member without a record of what the measure is about has no figure: land saves nothing, not 0 yuan.
    const isApart = ref.by !== '' && counted.population === 0
    const value = isApart ? null : toPrint(counted, { measure }, row, known)
    const fault =
      value === null
        ? text === '—'
          ? null
          : 'nothing should be printed'
        : text === '—'
          ? `${value} should be printed`
          : valueFault(text, { ...counted, value }, { measure, language })
    return fault === null ? [] : [`${row.label} ${measure} ${row.from}..${row.to} “${text}”: ${fault}`]
  })
}

function memberFaults(ref: SeriesRef, { rows, from, to }: SeriesReading, basis: Basis): string[] {
  const [first] = ref.measures
  const members = [...basis.recount.members(ref.by as Dimension)].flatMap(([code, recount]) => {
    const sizes = ref.measures.map(measure => recount.of(measure, { from, to }).of)
    const value = first ? (recount.of(first, { from, to }).value ?? 0) : 0
    return code !== '' && sizes.some(of => of > 0) ? [{ code, value }] : []
  })
  const expected = members
    .toSorted((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
    .slice(0, ref.most)
    .map(({ code }) => code)
  const codes = rows.map(({ code }) => code)
  return codes.join() === expected.join()
    ? rows.flatMap(row =>
        cellFaults(ref, row, basis.recount.members(ref.by as Dimension).get(row.code)!, basis),
      )
    : [`${ref.by}: ${codes.join()} instead of ${expected.join()}`]
}

function bucketFaults(ref: SeriesRef, { rows, from, to }: SeriesReading, basis: Basis): string[] {
  const expected = bucketsOf({ from, to }, ref.granularity)
  const isSame =
    rows.length === expected.length &&
    rows.every((row, place) => row.from === expected[place]?.from && row.to === expected[place]?.to)
  return isSame
    ? rows.flatMap(row => cellFaults(ref, row, basis.recount, basis))
    : [`rows ${rows.map(row => `${row.from}..${row.to}`).join()} of ${from}..${to}`]
}

/** The faults of a table or chart, and its texts. */
export function seriesFaults(ref: SeriesRef, reading: SeriesReading, basis: Basis): Seen {
  return {
    faults: ref.by ? memberFaults(ref, reading, basis) : bucketFaults(ref, reading, basis),
    read: reading.rows.flatMap(row => [row.label, ...row.cells.map(({ text }) => text)]),
    numbers: reading.rows.length * ref.measures.length,
  }
}
