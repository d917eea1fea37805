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
  /** The index of the point whose bucket is not over yet. */
  unfinished?: number | null
  /** The changes of definition within the period. */
  changes?: readonly DefinitionChange[]
  printing: Printing
  words: { current: string; earlier: string; goal?: string; change?: string; unfinished?: string }
}

/** The style of a line. */
interface Look {
  color: string
  /** The colour of the line, where it differs from that of its name. */
  mark?: string
  name: string
  width: number
  /** Goals are dashed. Periods differ in width and dots as well, not only in colour. */
  dash: 'solid' | 'dashed'
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
      // A line without values has no position for a name.
      show: values.length > 1 && values.some(value => value !== null),
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
    symbolSize: 22,
    lineStyle: { width: 0 },
    itemStyle: { color: theme.accent },
    emphasis: { disabled: true },
  }
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

/** A larger, hollow point with a label, for a bucket that is not over yet. */
function unfinishedPoint({ current, unfinished, words }: TrendInput, theme: ChartTheme) {
  const value = current[unfinished ?? -1]?.figure.value
  if (unfinished === undefined || unfinished === null || value === undefined || value === null) return []
  return [
    {
      id: 'unfinished',
      type: 'line' as const,
      data: current.map((_, place) => (place === unfinished ? value : null)),
      animation: false,
      showSymbol: true,
      symbol: 'diamond',
      symbolSize: 13,
      lineStyle: { width: 0 },
      itemStyle: { color: theme.panel, borderColor: theme.data, borderWidth: 2 },
      label: {
        show: true,
        position: 'bottom' as const,
        distance: 8,
        // On the left, away from the names of the lines.
        offset: [-14, 0],
        formatter: words.unfinished ?? '',
        color: theme.ink3,
        fontFamily: theme.font,
        fontSize: 12,
      },
      emphasis: { disabled: true },
    },
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
  const { measure, current, earlier, notes = [], changes = [], printing, words } = input
  const shift = shiftOf(current, earlier)
  return {
    ...motion(theme),
    grid: { ...plotGrid, right: 84 },
    tooltip: tooltip(theme, 'axis', index => linesAt(input, index)),
    xAxis: {
      ...timeAxis(
        theme,
        current.map(point => point.label),
        printing.language,
      ),
      boundaryGap: false,
    },
    yAxis: valueAxis(theme, measure.unit, printing),
    series: [
      ...linesBehind(input, shift, theme),
      {
        ...line('current', valuesOf(current), {
          color: theme.data,
          name: words.current,
          width: 2.5,
          dash: 'solid',
          shift: -shift,
        }),
        ...changeLines({ points: current, changes, word: words.change ?? '' }, theme),
      },
      ...unfinishedPoint(input, theme),
      ...(notes.some(list => list.length > 0) ? [pins(current, notes, theme)] : []),
    ],
  }
}
