import type { Answer, Cell } from './answer.ts'
import type { Granularity } from './bucket.ts'
import type { Language } from './format.ts'
import type { Measure } from './measure.ts'
import type { SplitTie } from './ties.ts'
import { equalTo, splitTieOf } from './ties.ts'
import { timeName } from './timeName.ts'
import { figureOf, shownValue } from './value.ts'

/**
 * Kinds of measures whose extremes are "most" and "fewest"; those of shares, means and times are "highest"
 * and "lowest".
 */
const amounts: ReadonlySet<Measure['kind']> = new Set(['total', 'level', 'catalogue', 'distinct'])

/** True for measures of an amount (more or less); false for shares, means and times (higher or lower). */
export const isAmount = ({ kind }: Measure): boolean => amounts.has(kind)

/** True for a list of the fewest of a count, which lacks the members without any record. */
export function leavesOutNone(
  { order, groupBy, threshold }: Pick<Listing, 'order' | 'threshold'> & { groupBy: readonly string[] },
  measure: Measure,
): boolean {
  const isFewest = order === 'lowest' || threshold?.is === 'below' || threshold?.is === 'atMost'
  return isFewest && groupBy.length > 0 && isAmount(measure)
}

/** A threshold for the rows of a list. */
export interface RowLimit {
  is: 'below' | 'atMost' | 'above' | 'atLeast'
  value: number
}

/** The order, the limit and the threshold of a list. */
interface Listing {
  granularity: Granularity
  order: 'highest' | 'lowest' | null
  top: number | null
  threshold: RowLimit | null
}

/** A row of an answer: a member, a bucket, or both. */
export interface AskedRow {
  key: string
  name: string
  /** Its members, in the order of the splits. */
  members: readonly string[]
  value: number | null
  cell: Cell
}

/** The rows to show, and what the list contains. */
export interface AskedList<Row extends AskedRow = AskedRow> {
  rows: Row[]
  /** The number of all rows. */
  of: number
  /** The number of all rows with the value of the first; 0 where rows are not ordered by value. */
  tied: number
  /** Rows of equal value at the cut, where the list cuts through them. */
  splitTie: SplitTie | null
}

/** True where a value is within the threshold; false for unknown values. */
export function isWithin(value: number | null, limit: RowLimit | null): boolean {
  if (limit === null) return true
  if (value === null) return false
  switch (limit.is) {
    case 'below':
      return value < limit.value
    case 'atMost':
      return value <= limit.value
    case 'above':
      return value > limit.value
    case 'atLeast':
      return value >= limit.value
  }
}

/** Compares by value; unknown values come last. */
const byValue =
  (sign: number) =>
  (a: AskedRow, b: AskedRow): number =>
    Number(a.value === null) - Number(b.value === null) ||
    sign * ((a.value ?? 0) - (b.value ?? 0)) ||
    (a.key < b.key ? -1 : 1)

const nameOf = (answer: Answer, cell: Cell, language: Language): string[] =>
  cell.members.map(
    (code, place) => answer.members[place]?.find(member => member.code === code)?.[language] ?? code,
  )

/** True for lists with the lowest values first: 低于99% lists the lowest first. */
export const lowestFirst = ({ order, threshold }: Pick<Listing, 'order' | 'threshold'>): boolean =>
  order === 'lowest' || (order === null && threshold !== null && ['below', 'atMost'].includes(threshold.is))

/** True for lists by value; buckets otherwise keep their order in time. */
const isByValue = ({ granularity, order, threshold }: Listing): boolean =>
  order !== null || threshold !== null || granularity === 'none'

/** All rows within the threshold, in the requested order. */
function orderedRows(
  answer: Answer,
  asked: Listing,
  { measure, language }: { measure: Measure; language: Language },
): AskedRow[] {
  const { cells, totals, buckets } = answer.current
  const isTimed = asked.granularity !== 'none'
  const rows = (isTimed ? cells : totals).map((cell): AskedRow => {
    const time = isTimed ? [buckets[cell.bucket]?.key ?? ''] : []
    return {
      key: JSON.stringify([time, cell.members]),
      name: [...time.map(key => timeName(key, language)), ...nameOf(answer, cell, language)].join(' · '),
      members: cell.members,
      value: shownValue(figureOf(measure, cell.parts)),
      cell,
    }
  })
  const kept = rows.filter(({ value }) => isWithin(value, asked.threshold))
  return isByValue(asked) ? kept.sort(byValue(lowestFirst(asked) ? 1 : -1)) : kept
}

/**
 * The requested rows of an answer, the number of all rows, and ties. Buckets keep their order in time unless
 * an order or a threshold was requested; members are ordered from the highest value.
 */
export function askedRows(
  answer: Answer,
  asked: Listing,
  about: { measure: Measure; language: Language },
): AskedList {
  const ordered = orderedRows(answer, asked, about)
  const rows = asked.top === null ? ordered : ordered.slice(0, asked.top)
  const of = ordered.length
  if (!isByValue(asked)) return { rows, of, tied: 0, splitTie: null }
  return { rows, of, tied: equalTo(rows[0], ordered), splitTie: splitTieOf(ordered, rows) }
}
