import type { Ref } from 'vue'
import type { ReadableError } from './readableError.ts'
import { useQuery } from '@tanstack/vue-query'
import { useTimeoutFn } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { queryClient } from './queryClient.ts'
import { readableError } from './readableError.ts'

/** A value read from the server. The last value stays while a new one loads, and after a failure. */
export interface Loaded<T> {
  /** Null until the first reply. */
  value: Readonly<Ref<T | null>>
  /** Why the latest read failed; null once it has succeeded. */
  error: Readonly<Ref<ReadableError | null>>
  /** True while there is no value yet, and while a replacement takes longer than `loadingDelay`. */
  loading: Readonly<Ref<boolean>>
  /** True where `value` belongs to an earlier input than the present one. */
  stale: Readonly<Ref<boolean>>
  /** Reads again now. */
  retry: () => void
}

/**
 * A replacement that arrives within this many milliseconds is shown without a loading state, which would
 * flicker.
 */
const loadingDelay = 120

/** True while `isFetching` holds: at once where nothing is shown, else after `loadingDelay`. */
function useLoading(isFetching: () => boolean, isEmpty: () => boolean): Readonly<Ref<boolean>> {
  const late = shallowRef(false)
  const timer = useTimeoutFn(() => (late.value = true), loadingDelay, { immediate: false })
  watch(
    isFetching,
    fetching => {
      late.value = false
      if (fetching) timer.start()
      else timer.stop()
    },
    { immediate: true, flush: 'sync' },
  )
  return computed(() => isEmpty() || (isFetching() && late.value))
}

/** Reads again at once, even if the query is waiting for its next retry. */
async function readAgain(query: { refetch: () => Promise<unknown> }, queryKey: string[]): Promise<void> {
  await queryClient.cancelQueries({ queryKey, exact: true })
  await query.refetch()
}

/**
 * Reads from the server whenever `input` changes; null reads nothing. Readers with the same procedure and
 * input share one request and its cached reply. A reply to an earlier input never replaces a later one, and
 * requests without a reader are aborted. Transient failures are retried (see `queryClient`).
 */
export function useServerQuery<I, T>(
  procedure: string,
  input: () => I | null,
  read: (input: I, signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  // Inputs are compared as text, because a computed question is a new object each time.
  const text = computed(() => JSON.stringify(input()))
  const query = useQuery(
    () => ({
      queryKey: [procedure, text.value],
      queryFn: async ({ signal }: { signal: AbortSignal }) => read(JSON.parse(text.value) as I, signal),
      enabled: text.value !== 'null',
      shallow: true,
    }),
    queryClient,
  )
  const value = shallowRef<T | null>(null)
  watch(
    query.data,
    data => {
      if (data !== undefined) value.value = data as T
    },
    { immediate: true, flush: 'sync' },
  )
  const failure = computed(() => query.failureReason.value ?? query.error.value)
  const error = computed(() => failure.value && readableError(failure.value))
  return {
    value,
    error,
    loading: useLoading(
      // A refetch of the same input shows no loading state.
      () => query.isFetching.value && query.data.value === undefined && error.value === null,
      () => value.value === null && error.value === null,
    ),
    stale: computed(() => value.value !== null && value.value !== query.data.value),
    retry: () => void readAgain(query, [procedure, text.value]),
  }
}
