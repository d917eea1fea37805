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

/** The state of a page's drawer of records: the measure, and the filters and dates of the records. */
interface OpenRows {
  opened: ShallowRef<MeasureId | null>
  question: ComputedRef<Pick<RowsQuestionInput, 'centres' | 'period' | 'filters'> | null>
  open: (id: MeasureId, only?: Filter[], days?: string) => void
}

/**
 * Opens records for the page's filters and the dates of its answer (a period that is not over ends on the
 * last day with data). `only` replaces the page's filter on the same dimension, or all filters where it
 * selects single records; `days` replaces the dates; `isFiltered` is false on pages that ignore the filters.
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
    // Filters on columns that are no dimension select single records.
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
