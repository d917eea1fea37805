import type { ShallowRef } from 'vue'
import { nextTick, shallowRef, watch } from 'vue'

/**
 * Gives back the room that a panel kept while it was loading, where nobody sees what moves then: the panel
 * reaches below the edge of the screen with that room and without it.
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
