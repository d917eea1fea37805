import { getInstanceByDom } from './echarts.ts'

const drawnCharts = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('main .chart [_echarts_instance_]'),
]

/** Recolours what is drawn; the returned function gives it its own colours back. */
function recolour(svg: SVGSVGElement, colourOf: (text: string) => string): () => void {
  const changed: (() => void)[] = []
  for (const element of svg.querySelectorAll('[fill], [stroke], [stop-color]'))
    for (const name of ['fill', 'stroke', 'stop-color']) {
      const value = element.getAttribute(name)
      if (value === null || colourOf(value) === value) continue
      element.setAttribute(name, colourOf(value))
      changed.push(() => element.setAttribute(name, value))
    }
  return () => changed.forEach(restore => restore())
}

/** Several small charts in one need room for their labels: they are drawn wider, and set smaller. */
const wideFor = 1.4

/** Draws a chart anew; the returned function puts it back as it was. */
function onPaper(place: HTMLElement, width: number, colourOf: (text: string) => string): (() => void)[] {
  const chart = getInstanceByDom(place)
  if (!chart || place.clientWidth === 0) return []
  const grids = (chart.getOption().grid as unknown[] | undefined)?.length ?? 0
  const drawn = { width: grids > 1 ? Math.round(width * wideFor) : width, height: chart.getHeight() }
  chart.resize({ ...drawn, silent: true, animation: { duration: 0 } })
  chart.getZr().flush()
  const svg = place.querySelector('svg')
  if (!svg) return []
  svg.setAttribute('viewBox', `0 0 ${drawn.width} ${drawn.height}`)
  svg.setAttribute('width', String(width))
  const undo = recolour(svg, colourOf)
  return [
    () => {
      undo()
      svg.removeAttribute('viewBox')
      svg.setAttribute('width', String(drawn.width))
      chart.resize({ width: 'auto', height: 'auto', silent: true })
    },
  ]
}

/**
 * Draws every chart of the page as wide as the paper and in its colours, at once: a browser prints right
 * after it has said that it will. The returned function puts the screen back.
 */
export function chartsOnPaper(width: number, colourOf: (text: string) => string): () => void {
  const restored = drawnCharts().flatMap(place => onPaper(place, width, colourOf))
  return () => restored.forEach(restore => restore())
}
