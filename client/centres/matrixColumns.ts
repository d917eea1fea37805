import type { Answer, Figure, Interval, Measure, MeasureId, Parts, Printed, Verdict } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import {
  figureOf,
  isJudged,
  isShare,
  measureNamed,
  nothing,
  printFigureValue,
  printInterval,
  printValue,
  shownValue,
  smallSample,
  standOut,
  wilson,
} from '#measures'
import { rankMembers } from '../ui/rankMembers.ts'
import { rankScale } from '../ui/rankScale.ts'

/** The mark in a cell; positions in per cent of the cell's width. */
interface CellMark {
  bar: boolean
  at: number
  low: number | null
  high: number | null
}

/** A figure of one centre or of several together, printed and drawn. */
export interface MatrixCell {
  id: MeasureId
  /** The position of all centres together on the same scale; null for counts. */
  wholeAt: number | null
  text: string
  /** The interval and the number of cases as text. */
  about: string
  mark: CellMark | null
  verdict: Verdict | null
  small: boolean
}

/** A measure over all centres: one column of the table. */
export interface MatrixColumn {
  id: MeasureId
  measure: Measure
  /** The figure of all centres together. */
  whole: Figure
  ends: { at: number; text: string }[]
  /** The printed unit; empty for percentages, whose sign is printed in each cell. */
  unit: string
  /**
   * Whether centres are tested for significant differences in this measure. The results are in `verdicts`.
   */
  judged: boolean
  verdicts: ReadonlyMap<string, Verdict>
  cell: (parts: Parts | null, code: string | null) => MatrixCell
}

const none = { text: nothing, about: '', mark: null, verdict: null, small: false }

const isCount = ({ kind }: Measure): boolean => kind === 'total' || kind === 'level'

const intervalOf = (measure: Measure, { numerator, n }: Figure): Interval | null =>
  measure.kind === 'ratio' && isShare(measure.unit) && numerator !== null && n ? wilson(numerator, n) : null

/** A figure with its interval. `isVerdict` is true where the interval is the one used for the test. */
interface Shown {
  figure: Figure
  interval: Interval | null
  isVerdict: boolean
}

function aboutFigure(measure: Measure, { figure, interval, isVerdict }: Shown, say: Say): string {
  const range = interval && printInterval(interval, measure, say)
  const isSmall = !isCount(measure) && (figure.n ?? 0) < smallSample
  return [
    range ? `${say.t(isVerdict ? 'rank.interval' : 'panel.interval')} ${range.low}–${range.high}` : '',
    figure.n === null || isCount(measure) ? '' : `n = ${figure.n.toLocaleString('en-US')}`,
    isSmall ? say.t('panel.small') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A figure without its unit, which the column heading shows; percentages keep their sign. */
const withoutUnit = ({ text, unit }: Printed): string => (unit === '%' ? `${text}%` : text)

/** The scale of a column and the results of the test, from which its cells are made. */
interface ColumnScale {
  id: MeasureId
  measure: Measure
  at: (value: number) => number
  wholeAt: number | null
  judged: boolean
  intervals: ReadonlyMap<string, Interval | null>
  verdicts: ReadonlyMap<string, Verdict>
}

/** The cell of one centre, or of several together where `code` is null. */
function cellOf(
  { id, measure, at, wholeAt, judged, intervals, verdicts }: ColumnScale,
  { parts, code }: { parts: Parts | null; code: string | null },
  say: Say,
): MatrixCell {
  const bars = isCount(measure)
  const figure = parts && figureOf(measure, parts)
  const value = figure && shownValue(figure)
  if (!figure || value === null) return { ...none, id, wholeAt }
  const own = code === null ? undefined : intervals.get(code)
  const interval = own ?? intervalOf(measure, figure)
  // Sums of several centres are not tested, so no interval is drawn: it would be read as a verdict.
  const drawn = judged && !own ? null : interval
  const mark = { bar: bars, at: at(value), low: drawn && at(drawn.low), high: drawn && at(drawn.high) }
  return {
    id,
    wholeAt,
    text: withoutUnit(printFigureValue(figure, measure, say)),
    about: aboutFigure(measure, { figure, interval, isVerdict: Boolean(own) }, say),
    // Sums have no bar: it would shrink the bars of the single centres to nothing.
    mark: bars && code === null ? null : mark,
    verdict: code === null ? null : (verdicts.get(code) ?? null),
    small: !bars && (figure.n ?? 0) < smallSample,
  }
}

/**
 * A measure over all centres: one scale for every row, and the centres that differ significantly from all
 * together.
 */
export function columnOf(id: MeasureId, answer: Answer, say: Say): MatrixColumn {
  const measure = measureNamed(id)
  const bars = isCount(measure)
  const whole = figureOf(measure, answer.current.overall)
  const members = rankMembers(answer, measure, say.language).flatMap(member =>
    member.value === null ? [] : [{ ...member, value: member.value, was: null }],
  )
  const scale = rankScale(members, { bars, whole: bars, hall: whole.value })
  const judged = isJudged(measure)
  const intervals = new Map(judged ? members.map(({ code, interval }) => [code, interval]) : [])
  const verdicts = new Map(judged ? standOut(answer, measure)?.verdicts : [])
  const wholeAt = bars || whole.value === null ? null : scale.at(whole.value)
  const column = { id, measure, at: scale.at, wholeAt, judged, intervals, verdicts }
  return {
    id,
    measure,
    whole,
    ends: members.length > 0 ? ends(scale, measure, say) : [],
    unit: unitOf(measure, whole, say),
    judged,
    verdicts,
    cell: (parts, code) => cellOf(column, { parts, code }, say),
  }
}

function unitOf(measure: Measure, whole: Figure, say: Say): string {
  const { unit } = printValue(whole.value, measure, say)
  return unit === '%' ? '' : unit.replace(/^个(?=.)/, '')
}

/** The first and the last tick of a scale, or only the last where there is no room for both. */
function ends(
  { at, ticks }: ReturnType<typeof rankScale>,
  measure: Measure,
  say: Say,
): { at: number; text: string }[] {
  const [first, ...others] = ticks
  const last = others.at(-1)
  const isRoomy = first !== undefined && last !== undefined && at(last) - at(first) > 50
  return [isRoomy ? first : undefined, last ?? first].flatMap(value =>
    value === undefined ? [] : [{ at: at(value), text: withoutUnit(printValue(value, measure, say)) }],
  )
}
