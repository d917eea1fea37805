import type { DefinitionChange, Measure, Printing, XmrSignal } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { Point } from './points.ts'
import type { ChartTheme } from './theme.ts'
import { printFigure, printLine, xmrWords } from '#measures'
import { plotGrid, timeAxis, valueAxis } from './parts/axis.ts'
import { changeLineData, changesAt } from './parts/changeLines.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

interface VariationInput {
  measure: Measure
  /** The known points in order of time. */
  points: readonly Point[]
  /** The usual range of each point. */
  limits: readonly { mean: number; low: number; high: number }[]
  signals: readonly XmrSignal[]
  /** The first days of new levels, each with a label. */
  steps?: readonly { day: string; word: string }[]
  /** The changes of definition within the period. */
  changes?: readonly DefinitionChange[]
  printing: Printing
  words: { mean: string; high: string; low: string; range: string; change?: string }
}

/** Vermilion for a deviation in the bad direction, otherwise the colour of data. */
function signalColour(measure: Measure, side: 'high' | 'low', theme: ChartTheme): string {
  return measure.better !== 'neutral' && (measure.better === 'higher') === (side === 'low')
    ? theme.accent
    : theme.data
}

/**
 * Restricts a limit to possible values: shares to 0…100 %, sums to at least 0. Rounded to a millionth, so
 * that axis and line agree.
 */
function within(measure: Measure, value: number): number {
  const possible =
    measure.unit === 'percent'
      ? Math.min(1, Math.max(0, value))
      : measure.kind === 'total'
        ? Math.max(0, value)
        : value
  return Number(possible.toFixed(6))
}

/** The lines of the limits and the mean; the area between the limits is filled. */
function limitSeries({ measure, limits, words }: VariationInput, theme: ChartTheme) {
  const line = (id: string, name: string, values: readonly number[]) => ({
    id,
    name,
    type: 'line' as const,
    silent: true,
    showSymbol: false,
    step: 'middle' as const,
    data: [...values],
    lineStyle: { color: theme.compare, width: 1 },
    emphasis: { disabled: true },
  })
  const lows = limits.map(({ low }) => within(measure, low))
  const heights = limits.map(({ high }, at) => within(measure, high) - (lows[at] ?? 0))
  return [
    { ...line('low', words.low, lows), stack: 'usual' },
    {
      ...line('high', words.high, heights),
      stack: 'usual',
      areaStyle: { color: theme.compare, opacity: 0.16 },
    },
    {
      ...line(
        'mean',
        words.mean,
        limits.map(({ mean }) => within(measure, mean)),
      ),
      lineStyle: { color: theme.target, width: 1, type: 'dashed' as const },
    },
  ]
}

/** Vertical lines where a definition changed and where a new level begins. */
function uprightLines({ points, changes = [], steps = [], words }: VariationInput, theme: ChartTheme) {
  const stepLines = steps.flatMap(({ day, word }) => {
    const at = points.findIndex(point => day <= point.to)
    return at < 0
      ? []
      : [
          {
            xAxis: at,
            lineStyle: { color: theme.ink3, type: 'solid' as const, width: 1.5 },
            label: { formatter: word, color: theme.ink1, fontFamily: theme.font, fontSize: 12 },
          },
        ]
  })
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    data: [...stepLines, ...changeLineData({ points, changes, word: words.change ?? '' }, theme)],
  }
}

function dotOf(value: number | null, signal: XmrSignal | undefined, color: string) {
  return { value, symbol: signal ? 'diamond' : 'circle', symbolSize: signal ? 11 : 5, itemStyle: { color } }
}

const signalsAt = ({ signals }: VariationInput, at: number): XmrSignal[] =>
  signals.filter(signal => signal.at === at)

function linesAt(input: VariationInput, index: number): string[] {
  const { measure, points, limits, changes = [], printing, words } = input
  const point = points[index]
  const usual = limits[index]
  const print = (value: number): string => printLine(within(measure, value), measure, printing)
  return point
    ? [
        `${point.from} – ${point.to}`,
        printFigure(point.figure, measure, printing),
        ...(usual ? [`${words.range} ${print(usual.low)} – ${print(usual.high)}`] : []),
        ...signalsAt(input, index).map(({ rule, side }) => xmrWords[rule][side][printing.language]),
        ...changesAt(points, changes, index),
      ]
    : []
}

/**
 * A chart of usual variation: the usual range of each point as a band, the mean, and the points with a signal
 * marked.
 */
export function variation(input: VariationInput, theme: ChartTheme): ChartOption {
  const { measure, points, limits, printing } = input
  const dots = points.map((point, at) => {
    const [first] = signalsAt(input, at)
    return dotOf(point.figure.value, first, first ? signalColour(measure, first.side, theme) : theme.data)
  })
  const low = Math.min(...limits.map(limit => within(measure, limit.low)))
  const high = Math.max(...limits.map(limit => within(measure, limit.high)))
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 24, right: 24 },
    tooltip: tooltip(theme, 'axis', index => linesAt(input, index)),
    xAxis: {
      ...timeAxis(
        theme,
        points.map(point => point.label),
        printing,
      ),
      boundaryGap: false,
    },
    yAxis: {
      ...valueAxis(theme, measure.unit, printing),
      scale: true,
      min: (range: { min: number }) => Math.min(range.min, low),
      max: (range: { max: number }) => Math.max(range.max, high),
    },
    series: [
      ...limitSeries(input, theme),
      {
        id: 'points',
        type: 'line',
        data: dots,
        showSymbol: true,
        lineStyle: { color: theme.data, width: 2 },
        emphasis: { disabled: true },
        markLine: uprightLines(input, theme),
      },
    ],
  }
}
