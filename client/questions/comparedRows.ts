import type { Answer, AskedList, AskedRow, Cell, Language, Measure } from '#measures'
import type { RowMark } from '../ui/MemberTable.vue'
import type { Asked } from './useAsked.ts'
import { askedRows, figureOf, shownValue, whyNotCompared, wilson } from '#measures'
import { earlierPointsOf } from '../charts/points.ts'
import { rankScale } from '../ui/rankScale.ts'

/** A row of an answer with its earlier value. */
export interface ComparedRow extends AskedRow {
  /** Null where there is none, or where the two cannot be compared. */
  was: number | null
}

/** Returns the earlier value of a row: that of the same members, or of the same bucket. */
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

/** The requested rows of an answer with their earlier values. */
export function comparedRows(
  answer: Answer,
  asked: Asked,
  about: { measure: Measure; language: Language },
): AskedList<ComparedRow> {
  const list = askedRows(answer, asked, about)
  const was = earlierOf(answer, about.measure, asked.granularity !== 'none')
  return { ...list, rows: list.rows.map(row => ({ ...row, was: was(row.cell) })) }
}

/** A share that would print like its limit, with enough digits to tell them apart: 98.96% is below 99%. */
export function apartFrom(limit: Asked['threshold'], value: number | null, measure: Measure): string | null {
  if (!limit || value === null || measure.unit !== 'percent' || value === limit.value) return null
  const written = (share: number, digits: number): string => (share * 100).toFixed(digits)
  if (written(value, 1) !== written(limit.value, 1)) return null
  const digits = [2, 3, 4, 5].find(count => written(value, count) !== written(limit.value, count))
  return digits === undefined ? null : `${written(value, digits)}%`
}

/** The marks of the rows: bars for counts, dots with intervals for shares and means. */
export function marksOf(rows: readonly ComparedRow[], measure: Measure): (RowMark | null)[] {
  const bars = ['total', 'level', 'catalogue', 'distinct'].includes(measure.kind)
  const placed = rows.map(({ value, cell }) => {
    const { numerator, n } = figureOf(measure, cell.parts)
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
