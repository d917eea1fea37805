import { notifyManager, QueryClient } from '@tanstack/vue-query'
import { readableError } from './readableError.ts'

/**
 * Transient errors: these reads are retried with a growing delay until they succeed.
 */
const transientErrors = new Set<string>(['database-unreachable', 'offline'])
const retryDelays = [2000, 4000, 8000, 15_000]

/** True for a transient failure. */
const isTransient = (name: string): boolean => transientErrors.has(name)

// Replies are shown in the task in which they arrive; by default TanStack Query waits for another timer.
notifyManager.setScheduler(queueMicrotask)

/**
 * The cache of everything read from the server. A cached reply is shown at once and read again in the
 * background; it is dropped five minutes after its last use.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 0,
      // The network may have no internet access, so `navigator.onLine` is not reliable.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      structuralSharing: false,
      retry: (_, error) => isTransient(readableError(error).name),
      retryDelay: failures => retryDelays[Math.min(failures, retryDelays.length - 1)] ?? 0,
    },
  },
})
// Definitions change only with a new version of the product.
queryClient.setQueryDefaults(['measures.list'], { staleTime: Infinity })

/** Drops cached replies that are not in use, so that nothing read before a change is shown after it. */
export function dropUnusedQueries(): void {
  queryClient.removeQueries({ type: 'inactive' })
}
