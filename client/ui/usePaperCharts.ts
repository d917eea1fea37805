import { firstChart } from '../charts/pendingCharts.ts'
import { onPaper, paperTheme } from './paperColours.ts'

/** The width of a chart on A4 within the margins of page and panel, in CSS pixels. */
const chartWidth = 660

/**
 * Returns a function that redraws the charts of a page for paper, and whose result restores them. Its code is
 * loaded after the first chart, because a browser does not wait when it prints.
 */
export function usePaperCharts(): () => () => void {
  let charts: typeof import('../charts/onPaper.ts') | null = null
  void firstChart().then(async () => {
    charts = await import('../charts/onPaper.ts')
  })
  return () => charts?.chartsOnPaper(chartWidth, onPaper(paperTheme())) ?? (() => undefined)
}
