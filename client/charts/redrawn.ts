import { getInstanceByDom, init } from './echarts.ts'

/** What the legend says of a series. */
interface DrawnSeries {
  name?: string
  type?: string
  lineStyle?: { color?: unknown; type?: unknown; width?: number }
  itemStyle?: { color?: unknown }
}

interface NamedSeries {
  name: string
  colour: string
  dash: string
  width: number
  type: string
}

const chartIn = (place: HTMLElement | null) => {
  const drawn = place?.querySelector<HTMLElement>('[_echarts_instance_]')
  return drawn ? getInstanceByDom(drawn) : undefined
}

/**
 * Without what only a page can use: rules for the pointer, and the font, whose quotes the library writes
 * unescaped into an attribute; the picture around it has the same one.
 */
const selfContained = (svg: string): string =>
  svg
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replaceAll(/font-family:[^;]*;/g, '')
    .replaceAll(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')

/**
 * The chart of a panel drawn once more at a size, as the text of an SVG: larger letters than on a wide
 * screen, and nothing of what moves. Null where the panel has none.
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

/** The named series of a panel's chart with the colour, dashes and width that tell them apart. */
export function seriesOf(panel: HTMLElement): NamedSeries[] {
  const series = (chartIn(panel)?.getOption() as { series?: DrawnSeries[] } | undefined)?.series ?? []
  const named = series.flatMap(({ name, type = '', lineStyle, itemStyle }) => {
    const colour = lineStyle?.color ?? itemStyle?.color
    return name && !name.includes('\0') && typeof colour === 'string' && lineStyle?.width !== 0
      ? [{ name, colour, type, dash: String(lineStyle?.type ?? 'solid'), width: lineStyle?.width ?? 2 }]
      : []
  })
  // What the chart is about comes first; the compared period is thinner, and a goal or a mean dashed.
  return named.toSorted(
    (a, b) => Number(a.dash !== 'solid') - Number(b.dash !== 'solid') || b.width - a.width,
  )
}
