import type { Component, ComputedRef, ShallowRef } from 'vue'
import type { Answer, Filter, MeasureId, RowsQuestionInput } from '#measures'
import { computed, defineAsyncComponent, shallowRef } from 'vue'
import { dimensionOf, measureNamed } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { loadBelowWords } from '../words/index.ts'

/** The drawer of records, loaded when it is first opened. */
export const LazyRowsDrawer: Component = defineAsyncComponent(
  async () => (await Promise.all([import('./RowsDrawer.vue'), loadBelowWords()]))[0],
)

/** The drawer of records of a page: which measure's are open, and what limits them. */
interface OpenRows {
  opened: ShallowRef<MeasureId | null>
  question: ComputedRef<Pick<RowsQuestionInput, 'centres' | 'period' | 'filters'> | null>
  open: (id: MeasureId, only?: Filter[], days?: string) => void
}

/**
 * Opens records of the page's filters over the dates of an answer that the page shows: a year that is
 * not over was counted until the last day with data, and so are its records. `only` replaces the page's
 * filter on the same dimension, or all of them where it names single records; `days` replaces its dates;
 * `isFiltered` is false on a page that the filters do not limit.
 */
export function useRowsDrawer(answer: () => Answer | null, isFiltered = true): OpenRows {
  const filters = useFilters()
  const centre = useCentre()
  const opened = shallowRef<MeasureId | null>(null)
  const limits = shallowRef<Filter[]>([])
  const dates = shallowRef<string>()
  const question = computed(() => {
    const shown = answer()
    if (!opened.value || !centre.code || !shown) return null
    const measure = measureNamed(opened.value)
    const own = new Set(limits.value.map(filter => filter.dimension))
    // Beyond the dimensions there are only the columns that name single records.
    const isNamed = limits.value.some(({ dimension }) => !dimensionOf(measure, dimension))
    return {
      centres: [centre.code],
      period: dates.value ?? `${shown.current.from}..${shown.current.to}`,
      filters: [
        ...(isFiltered && !isNamed ? filters.filtersFor([measure]) : []).filter(
          filter => !own.has(filter.dimension),
        ),
        ...limits.value,
      ],
    }
  })
  function open(id: MeasureId, only: Filter[] = [], days?: string): void {
    dates.value = days
    limits.value = only
    opened.value = id
  }
  return { opened, question, open }
}
