import type { Ref } from 'vue'
import type { Box } from './wallLines.ts'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** The size of an element and its font size, in pixels; null until the element has a size. */
export function useBox(place: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<Box | null>> {
  const box = shallowRef<Box | null>(null)
  const watcher = new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === 0) return
    const { width, height } = entry.contentRect
    box.value = { width, height, em: Number.parseFloat(getComputedStyle(entry.target).fontSize) }
  })
  onMounted(() => place.value && watcher.observe(place.value))
  onBeforeUnmount(() => watcher.disconnect())
  return box
}
