import type { DefinitionChange, Measure, Printing, Xmr, XmrSignal } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { Point } from './points.ts'
import type { ChartTheme } from './theme.ts'
import { printFigure, printLine, xmrWords } from '#measures'
import { nameAxis, plotGrid, valueAxis } from './parts/axis.ts'
import { changeLineData, changesAt } from './parts/changeLines.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

interface VariationInput {
  measure: Measure
  /** Known points only, in order of time: limits are made of nothing else. */
  points: readonly Point[]
  xmr: Xmr
  /** The days within it on which what is counted changed. */
  changes?: readonly DefinitionChange[]
  printing: Printing
  words: { mean: string; high: string; low: string; change?: string }
}

/** A concern where it goes the wrong way, good news the other way; neither where no way is better. */
function signalColour(measure: Measure, side: 'high' | 'low', theme: ChartTheme): string {
  return measure.better !== 'neutral' && (measure.better === 'higher') === (side === 'low')
    ? theme.accent
    : theme.saved
}

/**
 * A limit where it can be: a share stays within 0 and 100 %, a sum above 0; to a millionth, so that
 * axis and line agree on it.
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

/** The mean and the limits as lines with their values. */
function limitLines(
  { measure, points, xmr, changes = [], printing, words }: VariationInput,
  theme: ChartTheme,
) {
  const lineAt = (value: number, name: string, look: { color: string; type: 'dashed' | 'solid' }) => ({
    yAxis: value,
    lineStyle: { ...look, width: 1 },
    label: {
      formatter: `${name} ${printLine(value, measure, printing)}`,
      color: theme.ink3,
      fontSize: 11,
    },
  })
  // Its default precision would move a line of a share to the next whole per cent.
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    precision: 8,
    data: [
      lineAt(xmr.mean, words.mean, { color: theme.target, type: 'dashed' }),
      lineAt(within(measure, xmr.high), words.high, { color: theme.compare, type: 'solid' }),
      lineAt(within(measure, xmr.low), words.low, { color: theme.compare, type: 'solid' }),
      ...changeLineData({ points, changes, word: words.change ?? '' }, theme),
    ],
  }
}

function dotOf(value: number | null, signal: XmrSignal | undefined, color: string) {
  return { value, symbol: signal ? 'diamond' : 'circle', symbolSize: signal ? 11 : 5, itemStyle: { color } }
}

const signalsAt = ({ xmr }: VariationInput, at: number): XmrSignal[] =>
  xmr.signals.filter(signal => signal.at === at)

function linesAt(input: VariationInput, index: number): string[] {
  const { measure, points, changes = [], printing } = input
  const point = points[index]
  return point
    ? [
        `${point.from} – ${point.to}`,
        printFigure(point.figure, measure, printing),
        ...signalsAt(input, index).map(({ rule, side }) => xmrWords[rule][side][printing.language]),
        ...changesAt(points, changes, index),
      ]
    : []
}

/**
 * An XmR chart: the usual range as a pale band, the mean as a line, and the points that are more than
 * noise marked.
 */
export function variation(input: VariationInput, theme: ChartTheme): ChartOption {
  const { measure, points, xmr, printing } = input
  const dots = points.map((point, at) => {
    const [first] = signalsAt(input, at)
    return dotOf(point.figure.value, first, first ? signalColour(measure, first.side, theme) : theme.data)
  })
  const [low, high] = [within(measure, xmr.low), within(measure, xmr.high)]
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 20, right: 84 },
    tooltip: tooltip(theme, 'axis', index => linesAt(input, index)),
    xAxis: {
      ...nameAxis(
        theme,
        points.map(point => point.label),
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
      {
        id: 'points',
        type: 'line',
        data: dots,
        showSymbol: true,
        lineStyle: { color: theme.data, width: 2 },
        emphasis: { disabled: true },
        markArea: {
          silent: true,
          itemStyle: { color: theme.compare, opacity: 0.16 },
          data: [[{ yAxis: low }, { yAxis: high }]],
        },
        markLine: limitLines(input, theme),
      },
    ],
  }
}
