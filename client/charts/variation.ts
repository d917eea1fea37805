import type { Language, Measure, Xmr } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { Point } from './points.ts'
import type { ChartTheme } from './theme.ts'
import { printLine, xmrWords } from '#measures'
import { nameAxis, plotGrid, valueAxis } from './parts/axis.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

export interface VariationInput {
  measure: Measure
  /** Known points only, in order of time: limits are made of nothing else. */
  points: readonly Point[]
  xmr: Xmr
  language: Language
  words: { mean: string, high: string, low: string }
}

/** A concern where it goes the wrong way, good news the other way; neither where no way is better. */
function signalColour(measure: Measure, side: 'high' | 'low', theme: ChartTheme): string {
  return measure.better !== 'neutral' && (measure.better === 'higher') === (side === 'low') ? theme.accent : theme.saved
}

/** The share of a rate's axis stays within 0 and 100 %. */
const within = (measure: Measure, value: number): number => measure.unit === 'percent' ? Math.min(1, Math.max(0, value)) : measure.kind === 'total' ? Math.max(0, value) : value

/** An XmR chart: the usual range as a pale band, the mean as a line, and the points that are more than noise marked. */
export function variation({ measure, points, xmr, language, words }: VariationInput, theme: ChartTheme): ChartOption {
  const print = (value: number): string => printLine(value, measure.unit, language)
  const signals = new Map(points.map((_, at) => [at, xmr.signals.filter(signal => signal.at === at)]))
  const lines = (index: number): string[] => {
    const point = points[index]
    return point ? [`${point.from} – ${point.to}`, printLine(point.figure.value, measure.unit, language), ...(signals.get(index) ?? []).map(({ rule, side }) => xmrWords[rule][side][language])] : []
  }
  const [low, high] = [within(measure, xmr.low), within(measure, xmr.high)]
  const { min, max, ...axis } = valueAxis(theme, measure.unit, language) as Record<string, unknown>
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 20, right: 84 },
    tooltip: tooltip(theme, 'axis', lines),
    xAxis: { ...nameAxis(theme, points.map(point => point.label)), boundaryGap: false },
    yAxis: { ...axis, scale: true, min: (range: { min: number }) => Math.min(range.min, low), max: (range: { max: number }) => Math.max(range.max, high) },
    series: [{
      id: 'points',
      type: 'line',
      data: points.map((point, at) => {
        const [first] = signals.get(at) ?? []
        return { value: point.figure.value, symbol: first ? 'diamond' : 'circle', symbolSize: first ? 11 : 5, itemStyle: { color: first ? signalColour(measure, first.side, theme) : theme.data } }
      }),
      showSymbol: true,
      lineStyle: { color: theme.data, width: 2 },
      emphasis: { disabled: true },
      markArea: { silent: true, itemStyle: { color: theme.compare, opacity: 0.16 }, data: [[{ yAxis: low }, { yAxis: high }]] },
      markLine: { silent: true, symbol: 'none', animation: false, data: [
        { yAxis: xmr.mean, lineStyle: { color: theme.target, type: 'dashed', width: 1 }, label: { formatter: `${words.mean} ${print(xmr.mean)}`, color: theme.ink3, fontSize: 11 } },
        { yAxis: high, lineStyle: { color: theme.compare, width: 1, type: 'solid' }, label: { formatter: `${words.high} ${print(high)}`, color: theme.ink3, fontSize: 11 } },
        { yAxis: low, lineStyle: { color: theme.compare, width: 1, type: 'solid' }, label: { formatter: `${words.low} ${print(low)}`, color: theme.ink3, fontSize: 11 } },
      ] },
    }],
  }
}
