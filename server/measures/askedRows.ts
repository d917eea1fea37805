import type { Answer, Cell } from './answer.ts'
import type { Granularity } from './bucket.ts'
import type { Language } from './format.ts'
import type { Measure } from './measure.ts'
import type { CutTie } from './ties.ts'
import { cutTieOf, equalTo } from './ties.ts'
import { timeName } from './timeName.ts'
import { figureOf, shownValue } from './value.ts'

/** What is counted and money are many or few; shares, means and times are high or low. */
const amounts: ReadonlySet<Measure['kind']> = new Set(['total', 'level', 'catalogue', 'distinct'])

/** True for a figure of which there is more or less, false for one that is high or low. */
export const isAmount = ({ kind }: Measure): boolean => amounts.has(kind)

/**
 * True for a list of members that begins with or keeps the fewest of what is counted: those without a record,
 * who have still fewer, are not in it.
 */
export function leavesOutNone(
  { order, groupBy, threshold }: Pick<Listing, 'order' | 'threshold'> & { groupBy: readonly string[] },
  measure: Measure,
): boolean {
  const isFewest = order === 'lowest' || threshold?.is === 'below' || threshold?.is === 'atMost'
  return isFewest && groupBy.length > 0 && isAmount(measure)
}

/** A limit that the members of a list keep. */
export interface RowLimit {
  is: 'below' | 'atMost' | 'above' | 'atLeast'
  value: number
}

/** How the lines of an answer are ordered, cut and kept. */
interface Listing {
  granularity: Granularity
  order: 'highest' | 'lowest' | null
  top: number | null
  threshold: RowLimit | null
}

/** One line of an answer: a member, a time, or a member at a time. */
export interface AskedRow {
  key: string
  name: string
  /** The members that it is about, in the order of the splits. */
  members: readonly string[]
  value: number | null
  cell: Cell
}

/** The lines of an answer as they are shown, with what the list is of. */
export interface AskedList<Row extends AskedRow = AskedRow> {
  rows: Row[]
  /** How many there are in all. */
  of: number
  /** How many of all have the value of the first; 0 where they stand in no order of value. */
  tied: number
  /** The lines of one value among which the list ends. */
  cutTie: CutTie | null
}

/** True where a value is within the limit that was asked for. What is not known is within none. */
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

/** By value in one direction; what is not known stands last. */
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

/** The side from which a list is read: 低于99% lists the lowest first. */
export const lowestFirst = ({ order, threshold }: Pick<Listing, 'order' | 'threshold'>): boolean =>
  order === 'lowest' || (order === null && threshold !== null && ['below', 'atMost'].includes(threshold.is))

/** True for a list by value; times stand in their own order otherwise. */
const isByValue = ({ granularity, order, threshold }: Listing): boolean =>
  order !== null || threshold !== null || granularity === 'none'

/** Every line of an answer that is within the limit, in the order that was asked for. */
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
      name: [...time.map(one => timeName(one, language)), ...nameOf(answer, cell, language)].join(' · '),
      members: cell.members,
      value: shownValue(figureOf(measure, cell.parts)),
      cell,
    }
  })
  const kept = rows.filter(({ value }) => isWithin(value, asked.threshold))
  return isByValue(asked) ? kept.sort(byValue(lowestFirst(asked) ? 1 : -1)) : kept
}

/**
 * The lines of an answer as they were asked for, how many there are in all, and which are equal. Times
 * stand in their own order unless an order or a limit was asked for; members stand from the highest.
 */
export function askedRows(
  answer: Answer,
  asked: Listing,
  about: { measure: Measure; language: Language },
): AskedList {
  const ordered = orderedRows(answer, asked, about)
  const rows = asked.top === null ? ordered : ordered.slice(0, asked.top)
  const of = ordered.length
  if (!isByValue(asked)) return { rows, of, tied: 0, cutTie: null }
  return { rows, of, tied: equalTo(rows[0], ordered), cutTie: cutTieOf(ordered, rows) }
}
