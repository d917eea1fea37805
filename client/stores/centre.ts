import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useFilters } from './filters.ts'
import { useMe } from './me.ts'

/** The centres that the viewer sees, and the one that the page shows. */
export const useCentre = defineStore('centre', () => {
  const filters = useFilters()
  const me = useMe()
  const {
    value: all,
    error,
    retry,
  } = useServerQuery(
    'centres.list',
    () => (me.me === null ? null : me.me.name),
    async (_, signal) => trpc.centres.list.query(undefined, { signal }),
  )
  /** The centre that was last shown to each account in this browser. */
  const last = useLocalStorage<Record<string, string>>('centre', {}, { writeDefaults: false })
  /**
   * The centre for addresses that name none: the last one unless it is empty, or the first one with records.
   */
  const landing = computed(() => {
    const list = all.value ?? []
    const before = list.find(centre => centre.code === last.value[me.me?.name ?? ''])
    return [before, ...list].find(centre => centre?.filled.records) ?? list[0] ?? null
  })
  const shown = computed(() => all.value?.find(centre => centre.code === filters.centre) ?? landing.value)
  watch(
    () => [filters.centre, me.me?.name] as const,
    ([chosen, name]) => {
      if (chosen !== undefined && name !== undefined) last.value = { ...last.value, [name]: chosen }
    },
    { immediate: true },
  )
  const code = computed(() => shown.value?.code ?? null)
  return { all, error, retry, shown, code }
})
