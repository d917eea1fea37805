import type { Component, ComputedRef, ShallowRef } from 'vue'
import type { Filter, MeasureId, RowsQuestionInput } from '#measures'
import { computed, defineAsyncComponent, shallowRef } from 'vue'
import { measureNamed } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'

/** Records are looked at now and then: what shows them comes with the first look. */
export const LazyRowsDrawer: Component = defineAsyncComponent(async () => import('../panels/RowsDrawer.vue'))

/** The drawer of records of a page: which measure's are open, and what limits them. */
export interface OpenRows { opened: ShallowRef<MeasureId | null>, question: ComputedRef<Pick<RowsQuestionInput, 'centres' | 'period' | 'filters'> | null>, open: (id: MeasureId, only?: Filter[]) => void }

/** Opens records of the page's period and filters; `only` replaces the page's filter on the same dimension. */
export function useRowsDrawer(): OpenRows {
  const filters = useFilters()
  const centre = useCentre()
  const opened = shallowRef<MeasureId | null>(null)
  const limits = shallowRef<Filter[]>([])
  const question = computed(() => {
    if (!opened.value || !centre.code)
      return null
    const own = new Set(limits.value.map(filter => filter.dimension))
    return { centres: [centre.code], period: filters.period, filters: [...filters.filtersFor([measureNamed(opened.value)]).filter(filter => !own.has(filter.dimension)), ...limits.value] }
  })
  function open(id: MeasureId, only: Filter[] = []): void {
    limits.value = only
    opened.value = id
  }
  return { opened, question, open }
}
