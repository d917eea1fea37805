import { defineAsyncComponent } from 'vue'
import { firstChart } from '../charts/pendingCharts.ts'
import { whenIdle } from '../data/useDeferredRender.ts'
import { loadBelowWords, withBelowWords } from '../words/index.ts'

type Below = typeof import('./belowTheFold.ts')

/** Loads the chunk after the first chart has been drawn and the browser is idle. */
async function fetchBelow(): Promise<Below> {
  await import('../charts/EChart.vue')
  await firstChart()
  await new Promise<void>(whenIdle)
  return (await Promise.all([import('./belowTheFold.ts'), loadBelowWords()]))[0]
}

let coming: Promise<Below> | null = null

/** An async component for a panel further down on the overview. The chunk is loaded once for all visits. */
function panelBelow<Name extends keyof Below>(name: Name): Below[Name] {
  return defineAsyncComponent(async () => {
    coming ??= fetchBelow().catch((error: unknown) => {
      // Allows a further attempt when the page is next opened.
      coming = null
      throw error
    })
    return (await coming)[name]
  })
}

/** Replaces all panels where there is nothing to show. */
export const EmptyPage = defineAsyncComponent(withBelowWords(async () => import('../ui/EmptyPage.vue')))
export const ChannelPanel = panelBelow('ChannelPanel')
export const DuePanel = panelBelow('DuePanel')
export const FeedbackPanel = panelBelow('FeedbackPanel')
export const HallPanel = panelBelow('HallPanel')
export const HeatPanel = panelBelow('HeatPanel')
export const RankingPanel = panelBelow('RankingPanel')
export const ReportingPanel = panelBelow('ReportingPanel')
export const SavingsPanel = panelBelow('SavingsPanel')
