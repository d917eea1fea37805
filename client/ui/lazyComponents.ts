import { defineAsyncComponent } from 'vue'
import { chartsSettled } from '../charts/pendingCharts.ts'
import { loadBelowWords } from '../words/index.ts'

// Parts of panels that are not needed at first: loaded after the panel and the charts have been drawn.

/** A part together with the words of what opens on the overview. */
function withWords<T>(fetch: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([fetch(), loadBelowWords()]))[0]
}

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
export const LazyNoteList = defineAsyncComponent(withWords(async () => import('./NoteList.vue')))

/** The forms for notes and targets. */
export const LazyNotesTool = defineAsyncComponent(later(withWords(async () => import('./NotesTool.vue'))))

/** The explanation of the headline, computed after the headline is shown. */
export const LazyHeadlineReason = defineAsyncComponent(
  later(withWords(async () => import('../overview/HeadlineReason.vue'))),
)

/** Where a target will end, asked for after the target's pace is shown. */
export const LazyTargetOutlook = defineAsyncComponent(later(async () => import('./TargetOutlook.vue')))
