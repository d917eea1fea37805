import type { Answer, Figure, Interval, Measure, MeasureId, Parts, Printed } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { Verdict } from '../ui/standOut.ts'
import {
  figureOf,
  isShare,
  measureNamed,
  nothing,
  printFigureValue,
  printInterval,
  printValue,
  shownValue,
  smallSample,
  wilson,
} from '#measures'
import { rankMembers } from '../ui/rankMembers.ts'
import { rankScale } from '../ui/rankScale.ts'
import { isJudged, standOut } from '../ui/standOut.ts'

/** What a cell draws, in per cent of its width. */
interface CellMark {
  bar: boolean
  at: number
  low: number | null
  high: number | null
}

/** A figure of one centre, or of several together, as it is printed and drawn. */
export interface MatrixCell {
  id: MeasureId
  /** Where all centres together stand on the same scale; null for counts. */
  wholeAt: number | null
  text: string
  /** The interval and the number of cases, in words. */
  about: string
  mark: CellMark | null
  verdict: Verdict | null
  small: boolean
}

/** A measure over all centres. */
export interface MatrixColumn {
  id: MeasureId
  measure: Measure
  /** Of all centres together. */
  whole: Figure
  ends: { at: number; text: string }[]
  /** In what it is counted; empty for shares, whose sign stands in each cell. */
  unit: string
  /** Whether centres can be told apart from chance by it, and those that can. */
  judged: boolean
  verdicts: ReadonlyMap<string, Verdict>
  cell: (parts: Parts | null, code: string | null) => MatrixCell
}

const none = { text: nothing, about: '', mark: null, verdict: null, small: false }

const isCount = ({ kind }: Measure): boolean => kind === 'total' || kind === 'level'

const intervalOf = (measure: Measure, { numerator, n }: Figure): Interval | null =>
  measure.kind === 'ratio' && isShare(measure.unit) && numerator !== null && n ? wilson(numerator, n) : null

/** A figure with its interval, and whether that is the one by which centres are judged. */
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

/** A figure under a heading that says its unit. */
const withoutUnit = ({ text, unit }: Printed): string => (unit === '%' ? `${text}%` : text)

/** A measure over all centres: one scale for every row, and who differs from all together. */
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
  const cell = (parts: Parts | null, code: string | null): MatrixCell => {
    const figure = parts && figureOf(measure, parts)
    const value = figure && shownValue(figure)
    if (!figure || value === null) return { ...none, id, wholeAt }
    const own = code === null ? undefined : intervals.get(code)
    const interval = own ?? intervalOf(measure, figure)
    // Several centres together are not judged: a line beside the dashed one would be read as a verdict.
    const drawn = judged && !own ? null : interval
    const text = withoutUnit(printFigureValue(figure, measure, say))
    const mark = {
      bar: bars,
      at: scale.at(value),
      low: drawn && scale.at(drawn.low),
      high: drawn && scale.at(drawn.high),
    }
    return {
      id,
      wholeAt,
      text,
      about: aboutFigure(measure, { figure, interval, isVerdict: Boolean(own) }, say),
      // A sum of many would make the bars of its parts stubs.
      mark: bars && code === null ? null : mark,
      verdict: code === null ? null : (verdicts.get(code) ?? null),
      small: !bars && (figure.n ?? 0) < smallSample,
    }
  }
  return {
    id,
    measure,
    whole,
    ends: members.length > 0 ? ends(scale, measure, say) : [],
    unit: unitOf(measure, whole, say),
    judged,
    verdicts,
    cell,
  }
}

function unitOf(measure: Measure, whole: Figure, say: Say): string {
  const { unit } = printValue(whole.value, measure, say)
  return unit === '%' ? '' : unit.replace(/^个(?=.)/, '')
}

/** The first and the last round value of a scale; one of them where both have no room. */
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
