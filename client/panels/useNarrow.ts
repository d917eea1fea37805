import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef } from 'vue'

/** True on a phone, and while it is one. */
export function useNarrow(): Readonly<ShallowRef<boolean>> {
  const query = window.matchMedia('(max-width: 820px)')
  const narrow = shallowRef(query.matches)
  const look = (): void => void (narrow.value = query.matches)
  query.addEventListener('change', look)
  onScopeDispose(() => query.removeEventListener('change', look))
  return narrow
}
