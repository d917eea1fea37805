import { defineStore } from 'pinia'
import { computed } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useFilters } from './filters.ts'
import { useMe } from './me.ts'

/** The centres a person may see, and the one the page shows: the address names it, or it is the first. */
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
  const shown = computed(
    () => all.value?.find(centre => centre.code === filters.centre) ?? all.value?.[0] ?? null,
  )
  const code = computed(() => shown.value?.code ?? null)
  return { all, error, retry, shown, code }
})
