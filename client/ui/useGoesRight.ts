import type { ShallowRef } from 'vue'
import { useEventListener, useResizeObserver } from '@vueuse/core'
import { shallowRef } from 'vue'

/** Whether a box goes on to the right of what is in sight; looked at again when its content changes size. */
export function useGoesRight(
  box: Readonly<ShallowRef<HTMLElement | null>>,
  content: () => HTMLElement | null = () => (box.value?.firstElementChild as HTMLElement | null) ?? null,
): ShallowRef<boolean> {
  const goesRight = shallowRef(false)
  function look(): void {
    const { scrollWidth = 0, clientWidth = 0, scrollLeft = 0 } = box.value ?? {}
    goesRight.value = scrollWidth > scrollLeft + clientWidth + 1
  }
  useResizeObserver([box, content], look)
  useEventListener(box, 'scroll', look, { passive: true })
  return goesRight
}
