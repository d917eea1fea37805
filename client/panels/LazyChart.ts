import { defineAsyncComponent } from 'vue'
import { chartsDrawn, noteComing } from '../charts/firstChart.ts'

type ChartFile = typeof import('../charts/EChart.vue')

async function fetchChart(): Promise<ChartFile> {
  const done = noteComing()
  try {
    return await import('../charts/EChart.vue')
  }
  finally {
    // By then the chart stands and has said so itself.
    setTimeout(done, 50)
  }
}

async function fetchMarks(): Promise<typeof import('../charts/echartsMarks.ts')> {
  await fetchChart()
  await chartsDrawn()
  return import('../charts/echartsMarks.ts')
}

/** The chart library comes with the first chart, not with the first page. */
export const LazyChart = defineAsyncComponent(fetchChart)

/** A chart with dots, whiskers and reference lines: what they need comes with the first of them, after plain charts that stand beside it. */
export const LazyMarksChart = defineAsyncComponent(fetchMarks)
