import type { Language, Unit } from '#measures'
import type { ChartTheme } from '../theme.ts'
import { printLine } from '#measures'

const text = (theme: ChartTheme) => ({ color: theme.ink3, fontFamily: theme.font, fontSize: 12 })

/** An axis of names: buckets or members. */
export function nameAxis(theme: ChartTheme, names: readonly string[]) {
  return { type: 'category' as const, data: [...names], axisLabel: { ...text(theme), hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: theme.line } } }
}

/** An axis of values in the unit's own words; counts and money start at zero. */
export function valueAxis(theme: ChartTheme, unit: Unit, language: Language) {
  const fromZero = unit !== 'percent'
  return {
    type: 'value' as const,
    scale: !fromZero,
    ...fromZero ? { min: (range: { min: number }) => Math.min(0, range.min) } : { max: (range: { max: number }) => Math.min(1, range.max) },
    splitNumber: 4,
    axisLabel: { ...text(theme), hideOverlap: true, formatter: (value: number) => unit === 'percent' ? `${Number((value * 100).toFixed(2))}%` : printLine(value, unit, language).replace(/\.0+(?=\D|$)/, '') },
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
  }
}

/** Room for labels around the plot. */
export const plotGrid = { left: 8, right: 24, top: 16, bottom: 4, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const }
