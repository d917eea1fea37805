import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useAsync } from '../data/useAsync.ts'
import { useFilters } from './filters.ts'
import { useMe } from './me.ts'

/** The centres a person may see, and the one the page shows: the address names it, or it is the first. */
export const useCentre = defineStore('centre', () => {
  const filters = useFilters()
  const me = useMe()
  const wanted = shallowRef(0)
  const { value: all, error, retry } = useAsync(() => me.me === null ? null : [me.me.name, wanted.value], async (_, signal) => trpc.centres.list.query(undefined, { signal }))
  const shown = computed(() => all.value?.find(centre => centre.code === filters.centre) ?? all.value?.[0] ?? null)
  const code = computed(() => shown.value?.code ?? null)
  return { all, error, retry, shown, code }
})
