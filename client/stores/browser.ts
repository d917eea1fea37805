import type { Ref } from 'vue'
import { ref, shallowRef, watch } from 'vue'

/** A value kept in this browser; anything that is not one of `allowed` is forgotten. */
export function useStorage<T extends string>(key: string, initial: T, allowed: readonly T[]): Ref<T> {
  const stored = localStorage.getItem(key)
  const value = ref(allowed.find(one => one === stored) ?? initial) as Ref<T>
  watch(value, now => localStorage.setItem(key, now))
  return value
}

/** Whether the system asks for dark colours. */
export function usePreferredDark(): Ref<boolean> {
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  const dark = shallowRef(query.matches)
  query.addEventListener('change', event => dark.value = event.matches)
  return dark
}
