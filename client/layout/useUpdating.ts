import type { Ref } from 'vue'
import { useIsFetching } from '@tanstack/vue-query'
import { shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { queryClient } from '../data/queryClient.ts'
import { useFilters } from '../stores/filters.ts'

/** What arrives within this many milliseconds is shown without a sign, which would flicker. */
const delay = 150

/**
 * True while the page waits for figures of a period, centre or part of the hall that was chosen on it: until
 * then it shows those of the one before. A page that is opened has its own signs of loading.
 */
export function useUpdating(): Readonly<Ref<boolean>> {
  const route = useRoute()
  const filters = useFilters()
  const waiting = useIsFetching({ predicate: ({ state }) => state.data === undefined }, queryClient)
  const chosen = shallowRef(false)
  const updating = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const choice = (): string =>
    JSON.stringify([filters.centre, filters.period, filters.compare, filters.members])
  watch([() => route.name, choice], ([page], [before]) => (chosen.value = page === before))
  watch([chosen, waiting], ([isChosen, count], [, before]) => {
    clearTimeout(timer)
    // All has arrived: what is fetched from now on was not chosen.
    if (count === 0 && (before ?? 0) > 0) chosen.value = false
    if (!isChosen || count === 0) updating.value = false
    else if (!updating.value) timer = setTimeout(() => (updating.value = true), delay)
  })
  return updating
}
