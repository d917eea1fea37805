import { getInstanceByDom } from './echarts.ts'

const drawnCharts = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('main .chart [_echarts_instance_]'),
]

/** Recolours a drawing. Returns a function that restores its colours. */
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

/** Charts that consist of several small ones are drawn wider and scaled down, so that their labels fit. */
const wideFor = 1.4

/** Redraws a chart for paper. Returns functions that restore it. */
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
 * Redraws every chart of the page with the width and colours of paper, synchronously, because a browser
 * prints right after its event. Returns a function that restores the screen.
 */
export function chartsOnPaper(width: number, colourOf: (text: string) => string): () => void {
  const restored = drawnCharts().flatMap(place => onPaper(place, width, colourOf))
  return () => restored.forEach(restore => restore())
}
