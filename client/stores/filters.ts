import type { Filter, Measure } from '#measures'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { dimensionOf } from '#measures'

/** Dimensions that a page can be limited by. */
export const filterDimensions = ['unit', 'window', 'item', 'itemType', 'channel'] as const
export type FilterDimension = (typeof filterDimensions)[number]

const defaults = { period: 'yearToDate', compare: 'lastYear' }

function single(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}

/**
 * The filters of the page. They are stored only in the address, so that a link reproduces the screen and Back
 * undoes a change.
 */
export const useFilters = defineStore('filters', () => {
  const route = useRoute()
  const router = useRouter()
  const query = computed(() => route.query)
  const centre = computed(() => single(query.value.centre))
  const period = computed(() => single(query.value.period) ?? defaults.period)
  const compare = computed(() => single(query.value.compare) ?? defaults.compare)
  const members = computed(() =>
    filterDimensions.flatMap((dimension): { dimension: FilterDimension; code: string }[] => {
      const code = single(query.value[dimension])
      return code === undefined ? [] : [{ dimension, code }]
    }),
  )

  function change(changes: Record<string, string | undefined>): void {
    const next = { ...query.value, ...changes }
    const kept = Object.fromEntries(
      Object.entries(next).filter(
        ([key, value]) => value !== undefined && value !== defaults[key as keyof typeof defaults],
      ),
    )
    void router.push({ query: kept })
  }

  /** The page's filters that all of some measures support. */
  function filtersFor(measures: readonly Measure[]): Filter[] {
    return members.value
      .filter(({ dimension }) => measures.every(measure => dimensionOf(measure, dimension) !== null))
      .map(({ dimension, code }) => ({ dimension, in: [code] }))
  }

  /** The page's filters that some measures do not support; the panel names them. */
  function ignoredFor(measures: readonly Measure[]): FilterDimension[] {
    return members.value
      .map(member => member.dimension)
      .filter(dimension => measures.some(measure => dimensionOf(measure, dimension) === null))
  }

  return { centre, period, compare, members, change, filtersFor, ignoredFor }
})
