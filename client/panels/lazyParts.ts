import { defineAsyncComponent } from 'vue'
import { chartsDrawn } from '../charts/firstChart.ts'

// Parts of panels that nobody looks at first: they come when the panel stands, and the charts beside it.

function later<T>(fetch: () => Promise<T>): () => Promise<T> {
  return async () => {
    await chartsDrawn()
    return fetch()
  }
}

/** The figures of a chart as a table; shown when somebody asks for it. */
export const LazyFigureTable = defineAsyncComponent(async () => import('./FigureTable.vue'))

/** The notes under a chart, which are asked for when the chart has its figures. */
export const LazyNoteList = defineAsyncComponent(async () => import('./NoteList.vue'))

/** What writes notes and targets. */
export const LazyNotesTool = defineAsyncComponent(later(async () => import('./NotesTool.vue')))

/** Why what the headline says is so: worked out once it is said. */
export const LazyHeadlineReason = defineAsyncComponent(later(async () => import('./HeadlineReason.vue')))
