import { defineAsyncComponent } from 'vue'
import { chartsSettled } from '../charts/pendingCharts.ts'
import { withBelowWords } from '../words/index.ts'

// Parts of panels that are loaded after the panel and its chart have been drawn.

function later<T>(fetch: () => Promise<T>): () => Promise<T> {
  return async () => {
    await chartsSettled()
    return fetch()
  }
}

/** The figures of a chart as a table, shown on request. */
export const LazyFigureTable = defineAsyncComponent(async () => import('./FigureTable.vue'))

/** The link to the nearest day with figures, loaded after the panel has reported that it has none. */
export const LazyNoDataLink = defineAsyncComponent(async () => import('./NoDataLink.vue'))

/** Remarks under a chart about buckets that are incomplete. */
export const LazyAnswerRemarks = defineAsyncComponent(async () => import('./AnswerRemarks.vue'))

/** The notes under a chart, read after the figures of the chart. */
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

/** The expected final value of a target, read after its pace is shown. */
export const LazyTargetOutlook = defineAsyncComponent(
  later(withBelowWords(async () => import('./TargetOutlook.vue'))),
)
