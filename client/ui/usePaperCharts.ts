import { firstChart } from '../charts/pendingCharts.ts'
import { onPaper, paperTheme } from './paperColours.ts'

/** The width of a chart on A4 between the margins of the paper and those of its panel, in CSS pixels. */
const chartWidth = 660

/**
 * Draws the charts of a page for paper, at once; what it returns puts them back. Its code comes after the
 * first chart: a browser that prints waits for nothing.
 */
export function usePaperCharts(): () => () => void {
  let charts: typeof import('../charts/onPaper.ts') | null = null
  void firstChart().then(async () => {
    charts = await import('../charts/onPaper.ts')
  })
  return () => charts?.chartsOnPaper(chartWidth, onPaper(paperTheme())) ?? (() => undefined)
}
