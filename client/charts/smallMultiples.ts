import type { DefinitionChange, Language, Measure, Printing } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { Point } from './points.ts'
import type { ChartTheme } from './theme.ts'
import { nothing, printFigure } from '#measures'
import { valueAxis } from './parts/axis.ts'
import { changeLines, changesAt } from './parts/changeLines.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

/** One member over time. */
interface Multiple {
  code: string
  name: string
  /** Its figure over the whole period as text. */
  value: string
  points: readonly Point[]
}

interface MultiplesInput {
  measure: Measure
  multiples: readonly Multiple[]
  /** The figures of the whole hall, drawn behind each chart; empty for counts, whose scale differs. */
  hall: readonly Point[]
  columns: number
  /** The changes of definition within the period. */
  changes?: readonly DefinitionChange[]
  printing: Printing
}

/** The next round number: 598 → 600, 1,020 → 1,500. */
function roundUp(most: number): number {
  const step = most > 0 ? 10 ** Math.floor(Math.log10(most)) / 2 : 1
  return Math.max(step, Math.ceil(most / step) * step)
}

/** The common range of all charts, so that equal heights mean equal numbers. */
export function sharedRange({
  multiples,
  hall,
  measure,
}: Pick<MultiplesInput, 'multiples' | 'hall' | 'measure'>): { min: number; max: number } {
  const values = [...multiples.flatMap(multiple => [...multiple.points]), ...hall]
    .map(point => point.figure.value)
    .filter(value => value !== null)
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  if (measure.unit !== 'percent') return { min: Math.min(0, least), max: roundUp(most) }
  const room = Math.max(0.005, (most - least) * 0.1)
  return {
    min: Math.max(0, Math.floor((least - room) * 100) / 100),
    max: Math.min(1, Math.ceil((most + room) * 100) / 100),
  }
}

/** The space beside each chart for its labels and above it for its name, in per cent. */
const gap = { across: 6, name: 16, days: 12 }

/** The position of a small chart among `count`, in per cent of the whole. */
function place(
  index: number,
  count: number,
  columns: number,
): { left: string; top: string; width: string; height: string } {
  const rows = Math.ceil(count / columns)
  const [width, height] = [100 / columns, 100 / rows]
  const beside = columns === 1 ? gap.across * 2 : (gap.across * 2) / (columns + 1)
  return {
    left: `${(index % columns) * width + beside}%`,
    top: `${Math.floor(index / columns) * height + gap.name / rows}%`,
    width: `${width - beside - 2}%`,
    height: `${height - (gap.name + gap.days) / rows}%`,
  }
}

/** Short labels for narrow axes: 1万, 10K. */
function shortLabels(measure: Measure, language: Language): (value: number) => string {
  const short = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    notation: 'compact',
    maximumFractionDigits: 1,
  })
  return value =>
    measure.unit === 'percent'
      ? `${Number((value * 100).toFixed(1))}%`
      : short.format(measure.unit === 'fen' ? value / 100 : value)
}

const line = (
  id: string,
  at: number,
  look: { points: readonly Point[]; color: string; width: number; dashed: boolean },
) => ({
  id,
  type: 'line' as const,
  xAxisIndex: at,
  yAxisIndex: at,
  data: look.points.map(point => point.figure.value),
  showSymbol: false,
  connectNulls: false,
  lineStyle: {
    color: look.color,
    width: look.width,
    type: look.dashed ? ('dashed' as const) : ('solid' as const),
  },
  itemStyle: { color: look.color },
  emphasis: { disabled: true },
})

function timeAxis(index: number, labels: readonly string[], theme: ChartTheme) {
  return {
    type: 'category' as const,
    gridIndex: index,
    data: [...labels],
    boundaryGap: false,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
    axisLabel: {
      color: theme.ink3,
      fontFamily: theme.font,
      fontSize: 11,
      hideOverlap: true,
      interval: Math.max(0, Math.ceil(labels.length / 3) - 1),
    },
  }
}

/** The value axis of one small chart, with the common range and the member's name. */
function namedAxis(input: MultiplesInput, index: number, theme: ChartTheme) {
  const { measure, multiples, printing } = input
  const small = { fontFamily: theme.font, fontSize: 11 }
  return {
    ...valueAxis(theme, measure.unit, printing),
    ...sharedRange(input),
    axisLabel: { ...small, color: theme.ink3, formatter: shortLabels(measure, printing.language) },
    gridIndex: index,
    splitNumber: 2,
    name: `${multiples[index]?.name ?? ''}  {value|${multiples[index]?.value ?? ''}}`,
    nameLocation: 'end' as const,
    nameGap: 6,
    nameTextStyle: {
      color: theme.ink1,
      fontFamily: theme.font,
      fontSize: 13,
      fontWeight: 600 as const,
      align: 'left' as const,
      rich: { value: { ...small, fontSize: 13, color: theme.ink3 } },
    },
  }
}

/** The last known point of a line, with its value. */
function lastLabel(points: readonly Point[], theme: ChartTheme, print: (point: Point) => string) {
  const at = points.findLastIndex(point => point.figure.value !== null)
  return {
    showSymbol: true,
    showAllSymbol: true,
    symbol: 'circle',
    symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (dataIndex === at ? 6 : 0),
    label: {
      show: true,
      position: 'top' as const,
      align: 'right' as const,
      offset: [4, 0],
      color: theme.ink1,
      fontFamily: theme.font,
      fontSize: 11,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex]
        return dataIndex === at && point ? print(point) : ''
      },
    },
  }
}

/** Members side by side over time, with a common scale. */
export function smallMultiples(input: MultiplesInput, theme: ChartTheme): ChartOption {
  const { measure, multiples, hall, columns, changes = [], printing } = input
  const labels = multiples[0]?.points.map(point => point.label) ?? []
  const printPoint = (point: Point | undefined): string =>
    point ? printFigure(point.figure, measure, printing) : nothing
  const lines = (index: number): string[] => [
    labels[index] ?? '',
    ...multiples.map(multiple => `${multiple.name} ${printPoint(multiple.points[index])}`),
    ...changesAt(multiples[0]?.points ?? [], changes, index),
  ]
  return {
    ...motion(theme),
    grid: multiples.map((_, index) => ({
      ...place(index, multiples.length, columns),
      outerBoundsMode: 'none' as const,
    })),
    tooltip: tooltip(theme, 'axis', lines),
    xAxis: multiples.map((_, index) => timeAxis(index, labels, theme)),
    yAxis: multiples.map((_, index) => namedAxis(input, index, theme)),
    series: multiples.flatMap((multiple, index) => [
      ...(hall.length > 0
        ? [
            line(`hall-${multiple.code}`, index, {
              points: hall,
              color: theme.target,
              width: 1.5,
              dashed: true,
            }),
          ]
        : []),
      {
        ...line(`member-${multiple.code}`, index, {
          points: multiple.points,
          color: theme.data,
          width: 2,
          dashed: false,
        }),
        ...lastLabel(multiple.points, theme, printPoint),
        ...changeLines({ points: multiple.points, changes, word: '' }, theme),
      },
    ]),
  }
}
