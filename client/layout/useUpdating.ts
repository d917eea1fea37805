import type { Ref } from 'vue'
import { useIsFetching } from '@tanstack/vue-query'
import { shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { queryClient } from '../data/queryClient.ts'
import { useFilters } from '../stores/filters.ts'

/** Figures that arrive within this many milliseconds are shown without a sign, which would flicker. */
const delay = 150

/**
 * True while the page waits for figures after a change of period, centre or filters, and still shows earlier
 * ones. A page that has just been opened shows its own loading states.
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
    // Everything has arrived; later reads are not caused by the choice.
    if (count === 0 && (before ?? 0) > 0) chosen.value = false
    if (!isChosen || count === 0) updating.value = false
    else if (!updating.value) timer = setTimeout(() => (updating.value = true), delay)
  })
  return updating
}
