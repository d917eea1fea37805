import type { Answer, Cell, Language, Measure, Parts } from '#measures'
import type { RowMark } from '../ui/MemberTable.vue'
import type { Asked } from './useAsked.ts'
import { figureOf, shownValue, whyNotCompared, wilson } from '#measures'
import { earlierPointsOf } from '../charts/points.ts'
import { rankScale } from '../ui/rankScale.ts'
import { timeName } from './timeName.ts'

/** One line of an answer: a member, a time, or a member at a time. */
export interface AskedRow {
  key: string
  name: string
  /** The members that it is about, in the order of the splits. */
  members: readonly string[]
  value: number | null
  parts: Parts
  /** The earlier value beside it; null where there is none, or where the two cannot be compared. */
  was: number | null
}

/** True where a value is within the limit that was asked for. What is not known is within none. */
function isKept(value: number | null, limit: Asked['threshold']): boolean {
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

/** The earlier value beside each row: that of the same members, or of the same time. */
function earlierOf(answer: Answer, measure: Measure, isTimed: boolean): (cell: Cell) => number | null {
  const { earlier } = answer
  if (!earlier) return () => null
  if (isTimed) {
    const points = answer.members.length === 0 ? earlierPointsOf(answer, measure) : []
    return ({ bucket }) => {
      const point = points[bucket]
      return point ? shownValue(point.figure) : null
    }
  }
  const values = new Map(
    earlier.totals.map(cell => [JSON.stringify(cell.members), shownValue(figureOf(measure, cell.parts))]),
  )
  return ({ members }) =>
    whyNotCompared(measure, answer, members) ? null : (values.get(JSON.stringify(members)) ?? null)
}

/** The side from which a list is read: 低于99% lists the lowest first. */
const lowestFirst = ({ order, threshold }: Asked): boolean =>
  order === 'lowest' || (order === null && threshold !== null && ['below', 'atMost'].includes(threshold.is))

/** Every line of an answer that is within the limit, in the order that was asked for. */
function orderedRows(
  answer: Answer,
  asked: Asked,
  { measure, language }: { measure: Measure; language: Language },
): AskedRow[] {
  const { cells, totals, buckets } = answer.current
  const isTimed = asked.granularity !== 'none'
  const was = earlierOf(answer, measure, isTimed)
  const rows = (isTimed ? cells : totals).map((cell): AskedRow => {
    const time = isTimed ? [buckets[cell.bucket]?.key ?? ''] : []
    return {
      key: JSON.stringify([time, cell.members]),
      name: [...time.map(one => timeName(one, language)), ...nameOf(answer, cell, language)].join(' · '),
      members: cell.members,
      value: shownValue(figureOf(measure, cell.parts)),
      parts: cell.parts,
      was: was(cell),
    }
  })
  const kept = rows.filter(({ value }) => isKept(value, asked.threshold))
  const isOrdered = asked.order !== null || asked.threshold !== null || !isTimed
  return isOrdered ? kept.sort(byValue(lowestFirst(asked) ? 1 : -1)) : kept
}

/** The lines of an answer as they were asked for, and how many there are in all. */
export function askedRows(
  answer: Answer,
  asked: Asked,
  about: { measure: Measure; language: Language },
): { rows: AskedRow[]; of: number } {
  const ordered = orderedRows(answer, asked, about)
  return { rows: asked.top === null ? ordered : ordered.slice(0, asked.top), of: ordered.length }
}

/** A share that prints as its limit does, with as many digits as part them: 98.96% is below 99%. */
export function apartFrom(limit: Asked['threshold'], value: number | null, measure: Measure): string | null {
  if (!limit || value === null || measure.unit !== 'percent' || value === limit.value) return null
  const written = (share: number, digits: number): string => (share * 100).toFixed(digits)
  if (written(value, 1) !== written(limit.value, 1)) return null
  const digits = [2, 3, 4, 5].find(count => written(value, count) !== written(limit.value, count))
  return digits === undefined ? null : `${written(value, digits)}%`
}

/** Where each row stands: bars for what is counted, dots with their intervals for shares and means. */
export function marksOf(rows: readonly AskedRow[], measure: Measure): (RowMark | null)[] {
  const bars = ['total', 'level', 'catalogue', 'distinct'].includes(measure.kind)
  const placed = rows.map(({ value, parts }) => {
    const { numerator, n } = figureOf(measure, parts)
    const isShare = measure.kind === 'ratio' && measure.unit === 'percent'
    const interval = isShare && numerator !== null && n ? wilson(numerator, n) : null
    return { value: value ?? 0, was: null, interval, small: interval !== null && (n ?? 0) < 30 }
  })
  const scale = rankScale(placed, { bars, whole: true, hall: null })
  return placed.map(({ value, interval }, place): RowMark | null => {
    if (rows[place]?.value === null) return null
    if (bars) return { is: 'bar', to: scale.at(value) }
    const [low, high] = [interval?.low ?? value, interval?.high ?? value]
    return { is: 'dot', at: scale.at(value), low: scale.at(low), high: scale.at(high) }
  })
}
