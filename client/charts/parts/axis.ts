import type { Language, Printing, Unit } from '#measures'
import type { ChartTheme } from '../theme.ts'
import { printLine } from '#measures'
import { withinYear } from './withinYear.ts'

const text = (theme: ChartTheme) => ({ color: theme.ink3, fontFamily: theme.font, fontSize: 12 })

/** An axis of names: buckets or members. */
function nameAxis(theme: ChartTheme, names: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...names],
    axisLabel: { ...text(theme), hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
  }
}

/**
 * An axis of buckets. Where all are in one year, which the page names, the year is left out. A `starred`
 * bucket is explained under the chart.
 */
export function timeAxis(
  theme: ChartTheme,
  keys: readonly string[],
  { language, starred = '' }: { language: Language; starred?: string },
) {
  const axis = nameAxis(theme, keys)
  const inOneYear = new Set(keys.map(key => key.slice(0, 4))).size === 1
  const formatter = (key: string): string =>
    `${inOneYear ? withinYear(key, language) : key}${key === starred ? '*' : ''}`
  return { ...axis, axisLabel: { ...axis.axisLabel, formatter } }
}

/** An axis of members, the first at the top; names longer than `width` pixels take two lines. */
export function memberAxis(theme: ChartTheme, names: readonly string[], width: number) {
  return {
    ...nameAxis(theme, names),
    inverse: true,
    axisLabel: {
      ...text(theme),
      color: theme.ink1,
      width,
      overflow: 'break' as const,
      lineHeight: 12,
      height: 24,
      lineOverflow: 'truncate' as const,
      interval: 0,
    },
  }
}

/** Units of counts, whose axes have only whole numbers. */
const counted: ReadonlySet<Unit> = new Set<Unit>([
  ...(['cases', 'items', 'trades', 'units', 'windows', 'persons', 'rules', 'banners'] as const),
  ...(['visits', 'letters', 'complaints', 'reviews', 'calls', 'times', 'meetings'] as const),
])

/** An axis of values with the words of the unit; counts and money start at zero. */
export function valueAxis(theme: ChartTheme, unit: Unit, printing: Printing) {
  const fromZero = unit !== 'percent'
  return {
    type: 'value' as const,
    scale: !fromZero,
    ...(fromZero
      ? { min: (range: { min: number }) => Math.min(0, range.min) }
      : { max: (range: { max: number }) => Math.min(1, range.max) }),
    splitNumber: 4,
    ...(counted.has(unit) && { minInterval: 1 }),
    // Labels are placed without animation, because an axis without values has no position to move them from.
    animation: false,
    axisLabel: {
      ...text(theme),
      hideOverlap: true,
      formatter: (value: number) =>
        unit === 'percent'
          ? `${Number((value * 100).toFixed(2))}%`
          : printLine(value, { unit }, printing).replace(/\.0+(?=\D|$)/, ''),
    },
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
  }
}

/** The margins around the plot for its labels. */
export const plotGrid = {
  left: 8,
  right: 24,
  top: 16,
  bottom: 4,
  outerBoundsMode: 'same' as const,
  outerBoundsContain: 'axisLabel' as const,
}
