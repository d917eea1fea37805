import type { DefinitionChange, Measure, Printing } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { Point } from './points.ts'
import type { ChartTheme } from './theme.ts'
import { printFigure, printLine, shownValue } from '#measures'
import { plotGrid, timeAxis, valueAxis } from './parts/axis.ts'
import { changeLines, changesAt } from './parts/changeLines.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

/** The data and texts of a trend chart. */
interface TrendInput {
  measure: Measure
  current: readonly Point[]
  earlier: readonly Point[]
  /** The goal at each point, where one is set. */
  goal?: readonly number[]
  /** The notes on each point. */
  notes?: readonly (readonly string[])[]
  /** Why each point is incomplete, as text; empty for complete points. */
  marks?: readonly string[]
  /** True where not all days of the last bucket are counted; the line to its point is dotted. */
  unfinished?: boolean
  /** The changes of definition within the period. */
  changes?: readonly DefinitionChange[]
  printing: Printing
  words: { current: string; earlier: string; goal?: string; change?: string }
}

/** The style of a line. */
interface Look {
  color: string
  /** The colour of the line, where it differs from that of its name. */
  mark?: string
  name: string
  width: number
  /**
   * Goals are dashed, and the way to an unfinished bucket is dotted. Periods differ in width and dots as
   * well, not only in colour.
   */
  dash: 'solid' | 'dashed' | 'dotted'
  /** How many pixels the name is moved down, so that the names of lines with similar ends do not overlap. */
  shift: number
}

function line(id: string, values: readonly (number | null)[], look: Look) {
  return {
    id,
    name: look.name,
    type: 'line' as const,
    data: [...values],
    // Unknown values leave gaps in the line.
    connectNulls: false,
    // While a line grows, the library moves its name along from the first value, which must exist.
    ...(values[0] === null && { animation: false }),
    showSymbol: values.length <= 62,
    symbolSize: look.width > 2 ? 5 : 0,
    lineStyle: {
      color: look.mark ?? look.color,
      width: look.width,
      type: look.dash,
    },
    itemStyle: { color: look.color },
    endLabel: {
      // A line without values has no position for a name, and one without a name would show its value.
      show: look.name !== '' && values.length > 1 && values.some(value => value !== null),
      formatter: look.name,
      color: look.color,
      fontSize: 12,
      offset: [0, look.shift],
    },
    emphasis: { disabled: true },
  }
}

const valuesOf = (points: readonly Point[]): (number | null)[] =>
  points.map(point => shownValue(point.figure))

/** A pin on every point with a note; its text is shown in the tooltip and under the chart. */
function pins(current: readonly Point[], notes: readonly (readonly string[])[], theme: ChartTheme) {
  return {
    id: 'notes',
    type: 'line' as const,
    data: current.map((point, index) => ((notes[index]?.length ?? 0) > 0 ? point.figure.value : null)),
    showSymbol: true,
    symbol: 'pin',
    symbolSize: 12,
    // Above the point, which remains visible.
    symbolOffset: [0, -9],
    lineStyle: { width: 0 },
    itemStyle: { color: theme.ink1 },
    emphasis: { disabled: true },
  }
}

/** The line of the period. The way to the point of an unfinished bucket is a dotted line of its own. */
function currentLines(input: TrendInput, shift: number, theme: ChartTheme) {
  const { current, changes = [], unfinished, words } = input
  const values = valuesOf(current)
  const whole = unfinished ? values.length - 1 : values.length
  const look = { color: theme.data, width: 2.5, shift: -shift }
  return [
    {
      ...line(
        'current',
        values.map((value, place) => (place < whole ? value : null)),
        { ...look, name: unfinished ? '' : words.current, dash: 'solid' },
      ),
      ...changeLines({ points: current, changes, word: words.change ?? '' }, theme),
    },
    ...(unfinished
      ? [
          {
            ...line(
              'unfinished',
              values.map((value, place) => (place >= whole - 1 ? value : null)),
              { ...look, name: words.current, dash: 'dotted' },
            ),
            symbol: 'emptyCircle',
          },
        ]
      : []),
  ]
}

/** How far the names of two lines must be moved apart, so that they do not overlap. */
function shiftOf(current: readonly Point[], earlier: readonly Point[]): number {
  const [now, then] = [valuesOf(current).at(-1) ?? 0, valuesOf(earlier.slice(0, current.length)).at(-1) ?? 0]
  return earlier.length === 0 ? 0 : now >= then ? 8 : -8
}

const span = (point: Point): string => (point.from === point.to ? point.from : `${point.from} – ${point.to}`)

function linesAt(
  { measure, current, earlier, goal, notes, marks, changes = [], printing, words }: TrendInput,
  index: number,
): string[] {
  const pace = goal?.[index]
  return [
    ...[current[index], earlier[index]].flatMap((point, side) =>
      point
        ? [
            side === 0
              ? `${words.current} ${span(point)}${marks?.[index] ?? ''}`
              : `${words.earlier} ${span(point)}`,
            printFigure(point.figure, measure, printing),
          ]
        : [],
    ),
    ...(pace === undefined ? [] : [`${words.goal ?? ''} ${printLine(pace, measure, printing)}`]),
    ...(notes?.[index] ?? []).map(text => `✎ ${text}`),
    ...changesAt(current, changes, index),
  ]
}

/** The lines of the compared period and the goal, drawn behind that of the period. */
function linesBehind({ current, earlier, goal, words }: TrendInput, shift: number, theme: ChartTheme) {
  return [
    ...(earlier.length > 0
      ? [
          line('earlier', valuesOf(earlier.slice(0, current.length)), {
            color: theme.compare,
            mark: theme.compareMark,
            name: words.earlier,
            width: 1.5,
            dash: 'solid',
            shift,
          }),
        ]
      : []),
    ...(goal
      ? [
          line('goal', goal, {
            color: theme.target,
            name: words.goal ?? '',
            width: 1.5,
            dash: 'dashed',
            shift: 0,
          }),
        ]
      : []),
  ]
}

/**
 * A trend chart: a line for the period, a thin and lighter one for the compared period, matched by index, and
 * a dashed one for the goal.
 */
export function trend(input: TrendInput, theme: ChartTheme): ChartOption {
  const { measure, current, earlier, notes = [], unfinished, printing } = input
  const shift = shiftOf(current, earlier)
  return {
    ...motion(theme),
    grid: { ...plotGrid, right: 84 },
    tooltip: tooltip(theme, 'axis', index => linesAt(input, index)),
    xAxis: {
      ...timeAxis(
        theme,
        current.map(point => point.label),
        { language: printing.language, starred: unfinished ? (current.at(-1)?.label ?? '') : '' },
      ),
      boundaryGap: false,
    },
    yAxis: valueAxis(theme, measure.unit, printing),
    series: [
      ...linesBehind(input, shift, theme),
      ...currentLines(input, shift, theme),
      ...(notes.some(list => list.length > 0) ? [pins(current, notes, theme)] : []),
    ],
  }
}
