import type { Figure, Interval, Measure, Printing } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'
import { estimated, printFigure, printLine } from '#measures'
import { memberAxis, plotGrid, valueAxis } from './parts/axis.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

/** One member of a ranking. Small samples are shown, but never as best or worst. */
export interface RankedMember {
  code: string
  name: string
  value: number | null
  /** By how much an estimated value may be wrong. */
  error?: number
  n: number | null
  interval: Interval | null
  small: boolean
}

interface RankingInput {
  measure: Measure
  members: readonly RankedMember[]
  /** The value of all members together; null where there is none to compare with. */
  hall: Figure | null
  printing: Printing
  words: { hall: string; interval: string; small: string }
}

interface Drawing {
  value: (index: number) => number
  coord: (point: [number, number]) => [number, number]
}

/** The interval as a thin bar behind the dot. */
function intervals(members: readonly RankedMember[], theme: ChartTheme) {
  return {
    id: 'interval',
    type: 'custom' as const,
    silent: true,
    data: members.flatMap((member, index) =>
      member.interval ? [[member.interval.low, index, member.interval.high]] : [],
    ),
    renderItem: (_: unknown, api: unknown) => {
      const { value, coord } = api as Drawing
      const [fromX, y] = coord([value(0), value(1)])
      const [toX] = coord([value(2), value(1)])
      return {
        type: 'line' as const,
        shape: { x1: fromX, y1: y, x2: toX, y2: y },
        style: { stroke: theme.compare, lineWidth: 4, lineCap: 'round' as const },
      }
    },
  }
}

/** The hall's own value as a dashed line; nothing where there is none to compare with. */
function hallLine({ hall, measure, printing, words }: RankingInput, theme: ChartTheme) {
  return !hall || hall.value === null
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: 'none',
          precision: 8,
          lineStyle: { color: theme.target, type: 'dashed' as const, width: 1 },
          label: {
            formatter: `${words.hall} ${printFigure(hall, measure, printing)}`,
            color: theme.ink3,
            position: 'start' as const,
            distance: 2,
          },
          data: [{ xAxis: hall.value }],
        },
      }
}

function dots(members: readonly RankedMember[], theme: ChartTheme) {
  return members.map((member, index) => ({
    value: [member.value, index],
    name: member.code,
    itemStyle: {
      color: member.small ? theme.panel : theme.data,
      borderColor: theme.data,
      borderWidth: 1.5,
    },
  }))
}

function linesOf(member: RankedMember, { measure, printing, words }: RankingInput): string[] {
  const print = (value: number | null): string => printLine(value, measure, printing)
  const { interval } = member
  return [
    member.name,
    printLine(member.value, estimated(measure, member), printing),
    ...(member.n === null ? [] : [`n = ${member.n.toLocaleString('en-US')}`]),
    ...(interval ? [`${words.interval} ${print(interval.low)} – ${print(interval.high)}`] : []),
    ...(member.small ? [words.small] : []),
  ]
}

/** Dots with intervals, the first member at the top, and the hall's own value as a dashed line. */
export function ranking(input: RankingInput, theme: ChartTheme): ChartOption {
  const { measure, members, printing } = input
  const lines = (index: number): string[] => {
    const member = members[index]
    return member ? linesOf(member, input) : []
  }
  return {
    ...motion(theme),
    grid: { ...plotGrid, top: 24 },
    tooltip: tooltip(theme, 'item', lines),
    xAxis: { ...valueAxis(theme, measure.unit, printing), splitNumber: 3 },
    yAxis: memberAxis(
      theme,
      members.map(member => member.name),
      132,
    ),
    series: [
      intervals(members, theme),
      {
        id: 'value',
        type: 'scatter',
        symbolSize: 9,
        cursor: 'pointer',
        data: dots(members, theme),
        ...hallLine(input, theme),
      },
    ],
  }
}
