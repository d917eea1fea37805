import type { ShallowRef } from 'vue'
import { nextTick, shallowRef, watch } from 'vue'

/**
 * Releases the height that a panel reserved while it was loading, where the shift cannot be seen: the panel
 * extends below the edge of the screen with and without the reserved height.
 */
export function useReleasedRoom(
  panel: Readonly<ShallowRef<HTMLElement | null>>,
  ready: () => boolean,
): Readonly<ShallowRef<boolean>> {
  const released = shallowRef(false)
  const isBelow = (): boolean => (panel.value?.getBoundingClientRect().bottom ?? 0) >= window.innerHeight
  watch(
    ready,
    async now => {
      if (!now || released.value) return
      await nextTick()
      if (!isBelow()) return
      released.value = true
      await nextTick()
      released.value = isBelow()
    },
    { immediate: true },
  )
  return released
}
