import { defineAsyncComponent } from 'vue'
import { chartsSettled } from '../charts/pendingCharts.ts'
import { withBelowWords } from '../words/index.ts'

// Parts of panels that are not needed at first: loaded after the panel and the charts have been drawn.

function later<T>(fetch: () => Promise<T>): () => Promise<T> {
  return async () => {
    await chartsSettled()
    return fetch()
  }
}

/** The figures of a chart as a table, shown on request. */
export const LazyFigureTable = defineAsyncComponent(async () => import('./FigureTable.vue'))

/** Where figures are that a panel has not, asked for once the panel has said so. */
export const LazyNoDataLink = defineAsyncComponent(async () => import('./NoDataLink.vue'))

/** What is to be said of times that are not whole, under a chart. */
export const LazyAnswerRemarks = defineAsyncComponent(async () => import('./AnswerRemarks.vue'))

/** The notes under a chart, which are asked for when the chart has its figures. */
export const LazyNoteList = defineAsyncComponent(withBelowWords(async () => import('./NoteList.vue')))

/** The forms for notes and targets. */
export const LazyNotesTool = defineAsyncComponent(
  later(withBelowWords(async () => import('./NotesTool.vue'))),
)

/** The explanation of the headline, computed after the headline is shown. */
export const LazyHeadlineReason = defineAsyncComponent(
  later(withBelowWords(async () => import('../overview/HeadlineReason.vue'))),
)

/** The offer of the tour, for people who have not seen it. */
export const LazyTourOffer = defineAsyncComponent(
  later(withBelowWords(async () => import('./TourOffer.vue'))),
)

/** Where a target will end, asked for after the target's pace is shown. */
export const LazyTargetOutlook = defineAsyncComponent(
  later(withBelowWords(async () => import('./TargetOutlook.vue'))),
)
