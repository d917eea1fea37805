import { defineAsyncComponent } from 'vue'
import { chartsSettled, registerPendingChart } from '../charts/pendingCharts.ts'

type ChartFile = typeof import('../charts/EChart.vue')

async function fetchChart(): Promise<ChartFile> {
  const done = registerPendingChart()
  try {
    return await import('../charts/EChart.vue')
  } finally {
    // By then the chart has been drawn and has reported it.
    setTimeout(done, 50)
  }
}

async function fetchMarks(): Promise<typeof import('../charts/echartsMarks.ts')> {
  await fetchChart()
  await chartsSettled()
  return import('../charts/echartsMarks.ts')
}

/** The chart component; its library is loaded with the first chart, not with the first page. */
export const LazyChart = defineAsyncComponent(fetchChart)

/**
 * The chart with dots, whiskers and reference lines; its code is loaded after the plain charts of the page.
 */
export const LazyMarksChart = defineAsyncComponent(fetchMarks)
