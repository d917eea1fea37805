import { notifyManager, QueryClient } from '@tanstack/vue-query'
import { readableError } from './readableError.ts'

/**
 * Transient errors: these reads are retried with a growing delay until they succeed.
 */
const transientErrors = new Set<string>(['database-unreachable', 'offline'])
const retryDelays = [2000, 4000, 8000, 15_000]

/** True for a transient failure. */
const isTransient = (name: string): boolean => transientErrors.has(name)

// Replies are shown in the same task in which they arrive: by default TanStack Query waits for another timer.
notifyManager.setScheduler(queueMicrotask)

/**
 * The cache of everything read from the server. An answer that a page shows again appears at once and
 * is read anew in the background; five minutes after its last use it is dropped.
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

/** Drops what no page shows at present, so that nothing read before a change appears after it. */
export function dropUnusedQueries(): void {
  queryClient.removeQueries({ type: 'inactive' })
}
