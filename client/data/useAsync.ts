import type { ShallowRef } from 'vue'
import type { ReadableError } from './trpc.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { readableError } from './trpc.ts'

/** Something being read: the last good value stays while a new one loads. */
export interface Loaded<T> {
  value: Readonly<ShallowRef<T | null>>
  error: Readonly<ShallowRef<ReadableError | null>>
  loading: Readonly<ShallowRef<boolean>>
  retry: () => void
}

/** Reads again whenever `input` changes (null waits). The latest request wins; an older one is aborted. */
export function useAsync<I, T>(input: () => I | null, read: (input: I, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = shallowRef<T | null>(null)
  const error = shallowRef<ReadableError | null>(null)
  const loading = shallowRef(true)
  let abort = new AbortController()

  async function run(now: I | null): Promise<void> {
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    if (now === null)
      return
    loading.value = true
    try {
      const found = await read(now, signal)
      if (signal.aborted)
        return
      value.value = found
      error.value = null
    }
    catch (failure) {
      if (signal.aborted)
        return
      error.value = readableError(failure)
    }
    loading.value = false
  }

  // Compared as text: a computed question is a fresh object each time, but the same words need no new request.
  watch(() => JSON.stringify(input()), () => void run(input()), { immediate: true })
  onScopeDispose(() => abort.abort())
  return { value, error, loading, retry: () => void run(input()) }
}
