import type { Measure, Printing } from '#measures'
import { isShare, printLine } from '#measures'
import { withinYear } from '../charts/parts/withinYear.ts'

/** The size of the chart and of its type, in pixels. */
export interface Box {
  width: number
  height: number
  em: number
}

interface Axis {
  labels: readonly string[]
  measure: Measure
  printing: Printing
  /** The goal at each point, where one is set. */
  goal?: readonly number[]
  /** The names of the lines, shown at their ends. */
  names?: Record<LineKind, string>
  box?: Box
}

type LineKind = 'current' | 'earlier' | 'goal'

interface WallLines {
  /** The horizontal range of the lines, to the right of the axis labels. */
  from: number
  to: number
  current: string[]
  earlier: string[]
  goal: string[]
  last: { x: number; y: number } | null
  /** The name of each line at its end; names are moved apart where lines end close together. */
  ends: { kind: LineKind; x: number; y: number; text: string }[]
  /** The points of the current line with their index among the figures. */
  points: { x: number; y: number; at: number }[]
  ticks: { y: number; text: string }[]
  labels: { x: number; text: string; anchor: 'middle' | 'end' }[]
}

const usualBox: Box = { width: 1000, height: 420, em: 36 }

/** The approximate width of a text in ems. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1 : 0.56), 0)

/**
 * The label of a tick. English labels of money and of counts are numbers alone, money shortened (10M),
 * because the finding above shows the unit and words would take the room of the lines.
 */
function tickText(value: number, { measure, printing }: Axis): string {
  if (value === 0) return '0'
  if (printing.language === 'en' && measure.unit === 'fen')
    return new Intl.NumberFormat('en', { notation: 'compact' }).format(value / 100)
  if (printing.language === 'en' && Number.isInteger(value) && !isShare(measure.unit))
    return value.toLocaleString('en-US')
  // With its unit, because 万 and 亿 may occur on the same axis.
  return printLine(value, measure, printing).replace(/\.0+(?=\D|$)/, '')
}

/** The round step with which an axis covers a span in at most three steps. */
function roundStep(span: number, unit: Measure['unit']): number {
  const size = 10 ** Math.floor(Math.log10(span / 3))
  // Shares are printed with one decimal, so steps of 0.25 are not used.
  return (
    ((isShare(unit) ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]).find(step => step * size * 3 >= span) ?? 10) * size
  )
}

/** Round ticks around some values. Counts get whole ticks, and shares none above 1. */
function ticksAround(low: number, high: number, unit: Measure['unit']): number[] {
  const isWhole = !isShare(unit) && Number.isInteger(high) && Number.isInteger(low)
  const step = Math.max(roundStep(high - low || Math.abs(high) || 1, unit), isWhole ? 1 : 0)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  const values = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step)
  return isShare(unit) && high <= 1 ? values.filter(value => value <= 1 + 1e-9) : values
}

/** The ticks of the chart; none where no value is known. */
function ticksOf(values: readonly number[], axis: Axis): { value: number; text: string }[] {
  if (values.length === 0) return []
  const { unit } = axis.measure
  // The axis of rates shows their differences; the axis of amounts begins at zero.
  const low = isShare(unit) ? Math.min(...values) : Math.min(0, ...values)
  return ticksAround(low, Math.max(...values), unit).map(value => ({ value, text: tickText(value, axis) }))
}

/** The labels of the points, as many as fit side by side. */
function labelsOf(axis: Axis, x: (index: number) => number, right: number): WallLines['labels'] {
  const { em } = axis.box ?? usualBox
  const texts = axis.labels.map(text => withinYear(text, axis.printing.language))
  const widest = (Math.max(1, ...texts.map(widthOf)) + 1) * em
  const room = Math.max(1, Math.floor((right - x(0)) / widest) + 1)
  const every = Math.max(1, Math.ceil(texts.length / Math.min(room, 12)))
  return texts.flatMap((text, index) =>
    // A label at the edge stays inside the chart.
    index % every === 0
      ? [{ x: x(index), text, anchor: x(index) > right - 1.6 * em ? 'end' : 'middle' }]
      : [],
  )
}

/** The segments of a line; unknown values leave gaps. */
function piecesOf(values: readonly (number | null)[], place: (value: number, index: number) => string) {
  const runs: string[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(place(value, index))
  })
  return runs.filter(piece => piece.length > 1).map(piece => piece.join(' '))
}

/** Spreads heights at least one line of type apart and within the chart, keeping their order. */
function apart(
  ends: WallLines['ends'],
  { top, bottom, step }: { top: number; bottom: number; step: number },
) {
  const sorted = ends.toSorted((a, b) => a.y - b.y)
  let free = top
  const moved = sorted.map(end => {
    const y = Math.max(end.y, free)
    free = y + step
    return { ...end, y }
  })
  const over = Math.max(0, free - step - bottom)
  return moved.map(end => ({ ...end, y: end.y - over }))
}

/** Computes the lines of the wall's chart and the labels around them. */
export function wallLines(
  current: readonly (number | null)[],
  earlier: readonly (number | null)[],
  axis: Axis,
): WallLines {
  const { goal = [], names, box: { width, height, em } = usualBox } = axis
  const values = [...current, ...earlier, ...goal].filter(value => value !== null)
  const ticks = ticksOf(values, axis)
  const [low, high] = [ticks[0]?.value ?? 0, Math.max(ticks.at(-1)?.value ?? 1, ...values)]
  const left = (0.9 + Math.max(0, ...ticks.map(tick => widthOf(tick.text)))) * em
  const lines = { current, earlier, goal }
  const kinds = (['current', 'earlier', 'goal'] as const).filter(kind =>
    lines[kind].some(value => value !== null),
  )
  const aside = names ? Math.max(0, ...kinds.map(kind => widthOf(names[kind]))) * em : 0
  const [right, top, bottom] = [width - 0.8 * em - aside, 0.8 * em, height - 1.5 * em]
  const x = (index: number): number => left + (index * (right - left)) / Math.max(1, current.length - 1)
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top)
  const place = (value: number, index: number): string => `${x(index).toFixed(1)},${y(value).toFixed(1)}`
  const lastAt = current.findLastIndex(value => value !== null)
  const lastValue = current[lastAt]
  return {
    current: piecesOf(current, place),
    earlier: piecesOf(earlier, place),
    goal: piecesOf(goal, place),
    ends: apart(
      kinds.map(kind => ({
        kind,
        x: right + 0.5 * em,
        y: y(lines[kind].findLast(value => value !== null) ?? low),
        text: names?.[kind] ?? '',
      })),
      { top: 0.6 * em, bottom, step: 1.2 * em },
    ),
    last: typeof lastValue === 'number' ? { x: x(lastAt), y: y(lastValue) } : null,
    points: current.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value), at }])),
    from: left,
    to: right,
    ticks: ticks.map(({ value, text }) => ({ y: y(value), text })),
    labels: labelsOf(axis, x, right),
  }
}
