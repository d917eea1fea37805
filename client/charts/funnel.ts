import type { Measure, Printing } from '#measures'
import type { ChartOption } from './echarts.ts'
import type { LabelPlace, PlotPoint } from './parts/labelPlaces.ts'
import type { ChartTheme } from './theme.ts'
import { funnelLimits, printLine } from '#measures'
import { plotGrid, valueAxis } from './parts/axis.ts'
import { labelPlaces } from './parts/labelPlaces.ts'
import { motion } from './parts/motion.ts'
import { tooltip } from './parts/tooltip.ts'

type FunnelVerdict = 'usual' | 'better' | 'worse'

/** A member of a funnel plot. */
export interface FunnelMember {
  code: string
  name: string
  n: number
  value: number
  /** The verdict about the member, tested over all members. */
  verdict: FunnelVerdict
}

interface FunnelInput {
  measure: Measure
  members: readonly FunnelMember[]
  /** `theta` is the share of the whole hall, `tau2` the variance between members beyond chance. */
  theta: number
  tau2: number
  printing: Printing
  /** The width and height of the drawing in pixels, by which the labels avoid each other. */
  drawing?: { width: number; height: number }
  words: { hall: string; n: string; verdict: Record<FunnelVerdict, string> }
}

const steps = 48

/**
 * Sizes from the smallest to the largest member at which the limits are drawn; denser where the limits curve.
 */
function sizes(members: readonly FunnelMember[]): number[] {
  const all = members.map(member => member.n)
  const [least, most] = [Math.max(1, Math.min(...all) * 0.9), Math.max(...all, 2) * 1.05]
  return Array.from({ length: steps + 1 }, (_, step) => least * (most / least) ** (step / steps))
}

type Limit = 'low998' | 'low95' | 'high95' | 'high998'

function limitLine(id: Limit, input: FunnelInput, theme: ChartTheme) {
  const wide = id.endsWith('998')
  return {
    id,
    type: 'line' as const,
    silent: true,
    showSymbol: false,
    data: sizes(input.members).map(n => [n, funnelLimits(input.theta, n, input.tau2)[id]]),
    lineStyle: {
      color: theme.compare,
      width: wide ? 1.5 : 1,
      type: wide ? ('solid' as const) : ('dashed' as const),
    },
    endLabel: {
      show: id.startsWith('low'),
      formatter: wide ? '99.8%' : '95%',
      color: theme.ink3,
      fontSize: 11,
    },
  }
}

const margins = { top: 24, right: 84, bottom: 22 }
const labelOf = (member: FunnelMember, { words }: FunnelInput): string =>
  `${member.name} ${words.verdict[member.verdict]}`

/** Where the labels of the named members stand, by code; the scales are those of the chart, roughly. */
function placesOf(input: FunnelInput): Map<string, LabelPlace> {
  const { members, drawing = { width: 475, height: 360 } } = input
  const range = sizes(members)
  const [least = 1, most = 2] = [range[0], range.at(-1)]
  const limits = funnelLimits(input.theta, least, input.tau2)
  const values = [limits.low998, limits.high998, ...members.map(({ value }) => value)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // The figures of the axes take about 50 pixels on the left and 40 below.
  const width = drawing.width - margins.right - 50
  const height = drawing.height - margins.top - margins.bottom - 20
  const at = ({ n, value }: FunnelMember): PlotPoint => ({
    x: 50 + (width * Math.log(n / least)) / Math.log(most / least),
    y: margins.top + (height * (high - value)) / (high - low || 1),
  })
  const named = members.filter(({ verdict }) => verdict !== 'usual')
  const places = labelPlaces(
    named.map(member => ({ ...at(member), text: labelOf(member, input) })),
    members.filter(({ verdict }) => verdict === 'usual').map(at),
    drawing,
  )
  return new Map(named.map(({ code }, index) => [code, places[index] ?? { position: 'bottom', distance: 5 }]))
}

function dots(input: FunnelInput, theme: ChartTheme) {
  const { members, words } = input
  const places = placesOf(input)
  return {
    id: 'members',
    type: 'scatter' as const,
    // Above the limits, whose lines would otherwise strike through the labels.
    z: 6,
    symbolSize: 10,
    cursor: 'pointer',
    data: members.map(member => ({
      value: [member.n, member.value],
      name: member.code,
      symbol: member.verdict === 'usual' ? 'circle' : 'triangle',
      symbolRotate: member.value < input.theta ? 180 : 0,
      itemStyle: {
        color: member.verdict === 'worse' ? theme.accent : theme.data,
        borderColor: member.verdict === 'worse' ? theme.accent : theme.data,
        borderWidth: 1.5,
        opacity: member.verdict === 'usual' ? 0.8 : 1,
      },
      label: {
        show: member.verdict !== 'usual',
        formatter: labelOf(member, input),
        ...places.get(member.code),
        // A ground of its own colour, readable also where a limit passes behind it.
        textBorderColor: theme.panel,
        textBorderWidth: 4,
        color: theme.ink1,
        fontFamily: theme.font,
        fontSize: 12,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      precision: 8,
      lineStyle: { color: theme.target, type: 'dashed' as const, width: 1 },
      label: {
        formatter: `${words.hall} ${printLine(input.theta, input.measure, input.printing)}`,
        color: theme.ink3,
        position: 'end' as const,
      },
      data: [{ yAxis: input.theta }],
    },
  }
}

const mostTicks = 4

/** Three or four round sizes for a logarithmic axis, spread over its length. */
export function sizeTicks(sizes: readonly number[]): number[] {
  const [least, most] = [Math.max(1, Math.min(...sizes)), Math.max(...sizes)]
  const powers = Array.from({ length: 9 }, (_, power) => 10 ** power)
  const within = (steps: readonly number[]): number[] =>
    powers.flatMap(power => steps.map(step => step * power)).filter(size => size >= least && size <= most)
  const all = [
    [1, 3],
    [1, 2, 5],
    [1, 1.5, 2, 3, 5, 7],
  ].map(within)
  const found = all.find(ticks => ticks.length >= 3) ?? all.at(-1) ?? []
  const every = Math.ceil(found.length / mostTicks)
  return found.filter((_, place) => place % every === 0)
}

/** The axis of sizes; logarithmic, so that small and large members are both visible. */
function sizeAxis(name: string, members: readonly FunnelMember[], theme: ChartTheme) {
  const customValues = sizeTicks(members.map(({ n }) => n))
  return {
    type: 'log' as const,
    name,
    nameLocation: 'middle' as const,
    nameGap: 24,
    nameTextStyle: { color: theme.ink3, fontFamily: theme.font, fontSize: 12 },
    min: 'dataMin' as const,
    max: 'dataMax' as const,
    axisLabel: {
      color: theme.ink3,
      fontFamily: theme.font,
      fontSize: 12,
      formatter: (n: number) => Math.round(n).toLocaleString('en-US'),
      customValues,
    },
    axisTick: { show: true, customValues, lineStyle: { color: theme.line } },
    axisLine: { lineStyle: { color: theme.line } },
    splitLine: { show: false },
  }
}

/**
 * A funnel plot: members by size and share, between the limits of chance variation. Rankings would show
 * differences that are only noise.
 */
export function funnel(input: FunnelInput, theme: ChartTheme): ChartOption {
  const { measure, members, printing, words } = input
  const lines = (index: number): string[] => {
    const member = members[index]
    return member
      ? [
          member.name,
          printLine(member.value, measure, printing),
          `n = ${member.n.toLocaleString('en-US')}`,
          words.verdict[member.verdict],
        ]
      : []
  }
  const { min, max, ...axis } = valueAxis(theme, measure.unit, printing) as Record<string, unknown>
  return {
    ...motion(theme),
    grid: { ...plotGrid, ...margins },
    tooltip: tooltip(theme, 'item', lines),
    xAxis: sizeAxis(words.n, members, theme),
    yAxis: {
      ...axis,
      scale: true,
      min: (range: { min: number; max: number }) =>
        Math.max(0, Math.floor((range.min - (range.max - range.min) * 0.05) * 100) / 100),
      ...(max === undefined ? {} : { max: max as number }),
    },
    series: [
      limitLine('low998', input, theme),
      limitLine('low95', input, theme),
      limitLine('high95', input, theme),
      limitLine('high998', input, theme),
      dots(input, theme),
    ],
  }
}
