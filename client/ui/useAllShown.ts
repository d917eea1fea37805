import type { Ref } from 'vue'
import { watchEffect } from 'vue'

/** Loads the layout of lists that show all of their lines, when the first of them does. */
export function useAllShown(isShown: Readonly<Ref<boolean>>): void {
  watchEffect(() => {
    if (isShown.value) void import('./allShown.css')
  })
}
