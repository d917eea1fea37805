import { defineAsyncComponent } from 'vue'
import { firstChart } from '../charts/pendingCharts.ts'
import { whenIdle } from '../data/useDeferredRender.ts'
import { loadBelowWords, withBelowWords } from '../words/index.ts'

type Below = typeof import('./belowTheFold.ts')

/** First what draws the first chart, then that chart, then an idle moment. */
async function fetchBelow(): Promise<Below> {
  await import('../charts/EChart.vue')
  await firstChart()
  await new Promise<void>(whenIdle)
  return (await Promise.all([import('./belowTheFold.ts'), loadBelowWords()]))[0]
}

let coming: Promise<Below> | null = null

/**
 * A panel that stands further down on the overview: it is fetched after what is seen first, once for
 * all visits.
 */
function panelBelow<Name extends keyof Below>(name: Name): Below[Name] {
  return defineAsyncComponent(async () => {
    coming ??= fetchBelow().catch((error: unknown) => {
      // Tried again when the page is next opened.
      coming = null
      throw error
    })
    return (await coming)[name]
  })
}

/** In place of all panels where there is nothing to show. */
export const EmptyPage = defineAsyncComponent(withBelowWords(async () => import('../ui/EmptyPage.vue')))
export const ChannelPanel = panelBelow('ChannelPanel')
export const DuePanel = panelBelow('DuePanel')
export const FeedbackPanel = panelBelow('FeedbackPanel')
export const HallPanel = panelBelow('HallPanel')
export const HeatPanel = panelBelow('HeatPanel')
export const RankingPanel = panelBelow('RankingPanel')
export const ReportingPanel = panelBelow('ReportingPanel')
export const SavingsPanel = panelBelow('SavingsPanel')
