import type { Measure, Printing } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'
import { memberAxis, plotGrid, valueAxis } from './parts/axis.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

/** A step from the earlier figure to the present one. `code` is the member that a click opens. */
export interface WaterfallStep {
  kind: 'total' | 'mix' | 'member' | 'others'
  name: string
  code: string
  from: number
  to: number
  text: string
}

interface WaterfallInput {
  measure: Measure
  steps: readonly WaterfallStep[]
  printing: Printing
}

interface Drawing {
  value: (index: number) => number
  coord: (point: [number, number]) => [number, number]
  size: (of: [number, number]) => [number, number]
}

/** Rises are filled and falls hollow, so that they differ without colour. */
function lookOf({ kind, from, to }: WaterfallStep, theme: ChartTheme): { fill: string; stroke: string } {
  if (kind === 'total') return { fill: theme.ink1, stroke: theme.ink1 }
  const ink = kind === 'mix' ? theme.target : theme.data
  return { fill: to >= from ? ink : theme.panel, stroke: ink }
}

function drawStep(step: WaterfallStep, api: Drawing, theme: ChartTheme) {
  const { value, coord, size } = api
  const [start, y] = coord([value(0), value(1)])
  const [end] = coord([value(2), value(1)])
  const height = Math.min(18, size([0, 1])[1] * 0.6)
  const total = step.kind === 'total'
  const [x, width] = total ? [end - 1.5, 3] : [Math.min(start, end), Math.max(1, Math.abs(end - start))]
  return {
    type: 'group' as const,
    children: [
      {
        type: 'rect' as const,
        shape: { x, y: y - height / 2, width, height },
        style: { ...lookOf(step, theme), lineWidth: 1.5 },
      },
      {
        type: 'text' as const,
        style: {
          text: step.text,
          x: Math.max(start, end) + 6,
          y,
          fill: theme.ink1,
          font: `${total ? 600 : 400} 12px ${theme.font}`,
          textVerticalAlign: 'middle',
        },
      },
    ],
  }
}

/**
 * A waterfall chart: steps as bars between two totals. The totals are ticks, because a bar that does not
 * start at zero would misrepresent its size.
 */
export function waterfall({ measure, steps, printing }: WaterfallInput, theme: ChartTheme): ChartOption {
  const lines = (index: number): string[] => {
    const step = steps[index]
    return step ? [step.name, step.text] : []
  }
  const axis = valueAxis(theme, measure.unit, printing)
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 8, right: 72 },
    tooltip: tooltip(theme, 'item', lines),
    xAxis: { ...axis, min: undefined, max: undefined, scale: true, splitNumber: 3 },
    yAxis: memberAxis(
      theme,
      steps.map(step => step.name),
      132,
    ),
    series: [
      {
        id: 'steps',
        type: 'custom',
        data: steps.map((step, index) => ({ value: [step.from, index, step.to], name: step.code })),
        encode: { x: [0, 2], y: 1 },
        renderItem: ({ dataIndex }: { dataIndex: number }, api: unknown) => {
          const step = steps[dataIndex]
          return step ? drawStep(step, api as Drawing, theme) : null
        },
      },
    ],
  }
}
