import { getInstanceByDom, init } from './echarts.ts'

/** The parts of a series that the legend needs. */
interface DrawnSeries {
  name?: string
  type?: string
  lineStyle?: { color?: unknown; type?: unknown; width?: number }
  itemStyle?: { color?: unknown; borderColor?: unknown }
  symbol?: unknown
}

interface NamedSeries {
  name: string
  colour: string
  dash: string
  width: number
  type: string
  /** The line around its marks, and what they are; null where they have no line of their own. */
  border: string | null
  symbol: string
}

const chartIn = (place: HTMLElement | null) => {
  const drawn = place?.querySelector<HTMLElement>('[_echarts_instance_]')
  return drawn ? getInstanceByDom(drawn) : undefined
}

/**
 * A font in one word of style, weight, size and family, without the family. The quotes of a family end the
 * attribute in which the library writes it.
 */
function withoutFamily(words: string): string {
  const parts = words.trim().split(/\s+/)
  const weight = parts.find(part => /^(?:bold\w*|lighter|\d+)$/.test(part)) ?? 'normal'
  const style = parts.find(part => part === 'italic' || part === 'oblique') ?? 'normal'
  return `font-style:${style};font-weight:${weight};font-size:${parts.at(-1)}`
}

/**
 * Removes what works only within the page: rules for the pointer, and the font family, whose quotes the
 * library does not escape in the attribute. The surrounding picture sets the same font.
 */
export const selfContained = (svg: string): string =>
  svg
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replaceAll(/font-family:[^;]*;/g, '')
    .replaceAll(/\bfont:\s*((?:\w+ )*[\d.]+px) [^;>]*?(?=;|"(?:\s[\w:]+=|\s?\/?>))/g, (_, words: string) =>
      withoutFamily(words),
    )
    .replaceAll(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')

/**
 * Redraws the chart of a panel at a given size as SVG text, with larger type and without animation. Null
 * where the panel has no chart.
 */
export function redrawn(panel: HTMLElement, width: number, height: number): string | null {
  const shown = chartIn(panel)
  if (!shown) return null
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...shown.getOption(), animation: false, tooltip: [] })
    return selfContained(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

/** The named series of a panel's chart, each with its colour, dashes and line width. */
export function seriesOf(panel: HTMLElement): NamedSeries[] {
  const series = (chartIn(panel)?.getOption() as { series?: DrawnSeries[] } | undefined)?.series ?? []
  const named = series.flatMap(({ name, type = '', lineStyle, itemStyle, symbol }): NamedSeries[] => {
    const colour = lineStyle?.color ?? itemStyle?.color
    return name && !name.includes('\0') && typeof colour === 'string' && lineStyle?.width !== 0
      ? [
          {
            name,
            colour,
            type,
            dash: String(lineStyle?.type ?? 'solid'),
            width: lineStyle?.width ?? 2,
            border: typeof itemStyle?.borderColor === 'string' ? itemStyle.borderColor : null,
            symbol: String(symbol ?? 'circle'),
          },
        ]
      : []
  })
  // The main series comes first; the compared period is thinner, and a goal or a mean is dashed.
  return named.toSorted(
    (a, b) => Number(a.dash !== 'solid') - Number(b.dash !== 'solid') || b.width - a.width,
  )
}
