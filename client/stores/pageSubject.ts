import { onScopeDispose, shallowRef, watchEffect } from 'vue'

/** What the page on screen is about, where it shows one thing of many, such as a window. It names the tab. */
export const pageSubject = shallowRef<string | null>(null)

/** Names what a page is about for as long as it is shown. */
export function usePageSubject(name: () => string | null | undefined): void {
  watchEffect(() => (pageSubject.value = name() ?? null))
  onScopeDispose(() => (pageSubject.value = null))
}
