import { onScopeDispose, shallowRef, watchEffect } from 'vue'

/** The subject of the page, such as a window; it is part of the tab's title. */
export const pageSubject = shallowRef<string | null>(null)

/** Sets the subject of the page while the component is mounted. */
export function usePageSubject(name: () => string | null | undefined): void {
  watchEffect(() => (pageSubject.value = name() ?? null))
  onScopeDispose(() => (pageSubject.value = null))
}
