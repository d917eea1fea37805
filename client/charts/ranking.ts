import type { Interval, Language, Measure } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'
import { printLine } from '#measures'
import { nameAxis, plotGrid, valueAxis } from './parts/axis.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

/** One member of a ranking. Small samples are shown, but never as best or worst. */
export interface RankedMember {
  code: string
  name: string
  value: number | null
  n: number | null
  interval: Interval | null
  small: boolean
}

export interface RankingInput {
  measure: Measure
  members: readonly RankedMember[]
  /** The value of all members together; null where there is none to compare with. */
  hall: number | null
  language: Language
  words: { hall: string, interval: string, small: string }
}

interface Drawing { value: (index: number) => number, coord: (point: [number, number]) => [number, number] }

/** The interval as a thin bar behind the dot. */
function intervals(members: readonly RankedMember[], theme: ChartTheme) {
  return {
    id: 'interval',
    type: 'custom' as const,
    silent: true,
    data: members.flatMap((member, index) => member.interval ? [[member.interval.low, index, member.interval.high]] : []),
    renderItem: (_: unknown, api: unknown) => {
      const { value, coord } = api as Drawing
      const [fromX, y] = coord([value(0), value(1)])
      const [toX] = coord([value(2), value(1)])
      return { type: 'line' as const, shape: { x1: fromX, y1: y, x2: toX, y2: y }, style: { stroke: theme.compare, lineWidth: 4, lineCap: 'round' as const } }
    },
  }
}

/** Dots with intervals, the first member at the top, and the hall's own value as a dashed line. */
export function ranking(input: RankingInput, theme: ChartTheme): ChartOption {
  const { measure, members, hall, language, words } = input
  const print = (value: number | null): string => printLine(value, measure.unit, language)
  const lines = (index: number): string[] => {
    const member = members[index]
    if (!member)
      return []
    const range = member.interval ? [`${words.interval} ${print(member.interval.low)} – ${print(member.interval.high)}`] : []
    return [member.name, print(member.value), ...member.n === null ? [] : [`n = ${member.n.toLocaleString('en-US')}`], ...range, ...member.small ? [words.small] : []]
  }
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 24 },
    tooltip: tooltip(theme, 'item', lines),
    xAxis: { ...valueAxis(theme, measure.unit, language), splitNumber: 3 },
    yAxis: { ...nameAxis(theme, members.map(member => member.name)), inverse: true, axisLabel: { color: theme.ink1, fontFamily: theme.font, fontSize: 12, width: 132, overflow: 'truncate', interval: 0 } },
    series: [
      intervals(members, theme),
      {
        id: 'value',
        type: 'scatter',
        symbolSize: 9,
        cursor: 'pointer',
        data: members.map((member, index) => ({ value: [member.value, index], name: member.code, itemStyle: { color: member.small ? theme.panel : theme.data, borderColor: theme.data, borderWidth: 1.5 } })),
        ...hall === null ? {} : { markLine: { silent: true, symbol: 'none', precision: 8, lineStyle: { color: theme.target, type: 'dashed', width: 1 }, label: { formatter: `${words.hall} ${print(hall)}`, color: theme.ink3, position: 'start', distance: 2 }, data: [{ xAxis: hall }] } },
      },
    ],
  }
}
