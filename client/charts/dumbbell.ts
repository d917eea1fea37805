import type { Printing } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'
import { printLine } from '#measures'
import { memberAxis, plotGrid, valueAxis } from './parts/axis.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

/** The legal limit, the promised limit and the time taken for one item, in working days. */
export interface DumbbellItem {
  code: string
  name: string
  statutory: number | null
  committed: number | null
  actual: number | null
  n: number
}

interface DumbbellInput {
  items: readonly DumbbellItem[]
  printing: Printing
  words: { statutory: string; committed: string; actual: string }
}

interface Drawing {
  value: (index: number) => number
  coord: (point: [number, number]) => [number, number]
}

function bars(items: readonly DumbbellItem[], theme: ChartTheme) {
  return {
    id: 'span',
    type: 'custom' as const,
    silent: true,
    data: items.flatMap(({ statutory, committed, actual }, index) => {
      const values = [statutory, committed, actual].filter(value => value !== null)
      return values.length > 1 ? [[Math.min(...values), index, Math.max(...values)]] : []
    }),
    renderItem: (_: unknown, api: unknown) => {
      const { value, coord } = api as Drawing
      const [x1, y] = coord([value(0), value(1)])
      const [x2] = coord([value(2), value(1)])
      return {
        type: 'line' as const,
        shape: { x1, y1: y, x2, y2: y },
        style: { stroke: theme.line, lineWidth: 4, lineCap: 'round' as const },
      }
    },
  }
}

/** A chart with three dots per item on one axis of working days: 法定 → 承诺 → 实际. */
export function dumbbell({ items, printing, words }: DumbbellInput, theme: ChartTheme): ChartOption {
  const print = (value: number | null): string => printLine(value, { unit: 'workingDays' }, printing)
  const lines = (index: number): string[] => {
    const item = items[index]
    return item
      ? [
          item.name,
          `${words.statutory} ${print(item.statutory)}`,
          `${words.committed} ${print(item.committed)}`,
          `${words.actual} ${print(item.actual)}`,
          `n = ${item.n.toLocaleString('en-US')}`,
        ]
      : []
  }
  const dots = (
    id: 'statutory' | 'committed' | 'actual',
    look: { symbol: string; fill: string; line: string },
  ) => ({
    id,
    name: words[id],
    type: 'scatter' as const,
    symbol: look.symbol,
    symbolSize: id === 'actual' ? 10 : 9,
    cursor: 'pointer',
    data: items.map((item, index) => ({ value: [item[id], index], name: item.code })),
    itemStyle: { color: look.fill, borderColor: look.line, borderWidth: 1.5 },
  })
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 8 },
    tooltip: tooltip(theme, 'item', lines),
    xAxis: valueAxis(theme, 'workingDays', printing),
    yAxis: memberAxis(
      theme,
      items.map(item => item.name),
      168,
    ),
    series: [
      bars(items, theme),
      dots('statutory', { symbol: 'diamond', fill: theme.panel, line: theme.target }),
      dots('committed', { symbol: 'circle', fill: theme.panel, line: theme.data }),
      dots('actual', { symbol: 'circle', fill: theme.data, line: theme.data }),
    ],
  }
}
