import type { ShallowRef } from 'vue'
import type { ReadableError } from './trpc.ts'
import { shallowRef } from 'vue'
import { readableError } from './trpc.ts'

/** The state of an action: whether it is running, its result, and its error. */
export interface Action<I, T> {
  busy: Readonly<ShallowRef<boolean>>
  result: Readonly<ShallowRef<T | null>>
  error: Readonly<ShallowRef<ReadableError | null>>
  run: (input: I) => Promise<void>
  forget: () => void
}

/** Wraps a mutation, so that a panel can show its progress and result. */
export function useAction<I, T>(work: (input: I) => Promise<T>): Action<I, T> {
  const busy = shallowRef(false)
  const result = shallowRef<T | null>(null)
  const error = shallowRef<ReadableError | null>(null)
  async function run(input: I): Promise<void> {
    busy.value = true
    error.value = null
    try {
      result.value = await work(input)
    } catch (failure) {
      result.value = null
      error.value = failure instanceof Error ? readableError(failure) : (failure as ReadableError)
    }
    busy.value = false
  }
  function forget(): void {
    result.value = null
    error.value = null
  }
  return { busy, result, error, run, forget }
}
