import type { ShallowRef } from 'vue'
import type { ReadableError } from './trpc.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { readableError } from './trpc.ts'

/** Failures that pass by themselves: they are tried again after so many milliseconds, the last wait repeated. */
const passing = new Set<string>(['database-unreachable', 'offline'])
const waits = [2000, 4000, 8000, 15_000]

/** Something being read: the last good value stays while a new one loads. */
export interface Loaded<T> {
  value: Readonly<ShallowRef<T | null>>
  error: Readonly<ShallowRef<ReadableError | null>>
  loading: Readonly<ShallowRef<boolean>>
  retry: () => void
}

/** Tries again after a failure that passes by itself, after a while that grows with the failures before. */
function retryWhatPasses(error: Readonly<ShallowRef<ReadableError | null>>, retry: () => void): void {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(error, (now) => {
    clearTimeout(timer)
    if (now === null)
      failures = 0
    else if (passing.has(now.name))
      timer = setTimeout(retry, waits[Math.min(failures++, waits.length - 1)])
  })
  onScopeDispose(() => clearTimeout(timer))
}

type Settled<T> = { value: T, error: null } | { error: ReadableError }

async function settled<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work(), error: null }
  }
  catch (failure) {
    // A new object each time: the same failure twice is two.
    return { error: { ...readableError(failure) } }
  }
}

/** What replaces a value within so many milliseconds comes without a sign of waiting: a page that flickers looks slower than it is, and is. */
const patience = 120

/** True while something is on its way, said at once where nothing is shown yet and else only when it takes its time. */
function useWaiting(isShown: () => boolean): { loading: ShallowRef<boolean>, begin: () => void, end: () => void } {
  const loading = shallowRef(true)
  let sign: ReturnType<typeof setTimeout> | undefined
  const wait = (): void => void (loading.value = true)
  return {
    loading,
    begin: () => {
      clearTimeout(sign)
      if (isShown())
        sign = setTimeout(wait, patience)
      else
        wait()
    },
    end: () => {
      clearTimeout(sign)
      loading.value = false
    },
  }
}

/** Reads again whenever `input` changes (null waits), and by itself after a failure that passes. The latest request wins; an older one is aborted. */
export function useAsync<I, T>(input: () => I | null, read: (input: I, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = shallowRef<T | null>(null)
  const error = shallowRef<ReadableError | null>(null)
  const waiting = useWaiting(() => value.value !== null && error.value === null)
  let abort = new AbortController()

  async function run(now: I | null): Promise<void> {
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    if (now === null)
      return
    waiting.begin()
    const outcome = await settled(async () => read(now, signal))
    if (signal.aborted)
      return
    if (outcome.error === null)
      value.value = outcome.value
    error.value = outcome.error
    waiting.end()
  }

  // Compared as text: a computed question is a fresh object each time, but the same words need no new request.
  watch(() => JSON.stringify(input()), () => void run(input()), { immediate: true })
  onScopeDispose(() => {
    abort.abort()
    waiting.end()
  })
  const retry = (): void => void run(input())
  retryWhatPasses(error, retry)
  return { value, error, loading: waiting.loading, retry }
}
