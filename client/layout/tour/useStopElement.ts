import type { Stop } from './stops.ts'
import { shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { elementOf } from './stops.ts'

/** The milliseconds between two searches for a control whose page is still loading, and the most searches. */
const [interval, most] = [100, 80]

/** The element of a stop, once its page has drawn it; null until then, or where it does not exist. */
export function useStopElement(stop: () => Stop | undefined) {
  const element = shallowRef<HTMLElement | null>(null)
  const route = useRoute()
  const router = useRouter()
  async function look(wanted: Stop | undefined, isOver: () => boolean): Promise<void> {
    element.value = null
    if (!wanted) return
    if (wanted.page && route.name !== wanted.page)
      await router.push({ name: wanted.page, query: route.query }).catch(() => undefined)
    for (let tries = 0; tries < most && !isOver(); tries++) {
      const found = elementOf(wanted)
      if (found) {
        found.scrollIntoView({ block: 'center', behavior: 'auto' })
        element.value = found
        return
      }
      await new Promise(resolve => setTimeout(resolve, interval))
    }
  }
  watch(
    stop,
    (wanted, _, onCleanup) => {
      let isOver = false
      // Cancels the search for an earlier stop.
      onCleanup(() => (isOver = true))
      void look(wanted, () => isOver)
    },
    { immediate: true },
  )
  return element
}
