import type { Ref, ShallowRef } from 'vue'
import { onMounted, onScopeDispose, shallowRef, watch } from 'vue'

type Work = () => void

/**
 * Runs a task when the page is idle, at the latest after a second. Browsers without `requestIdleCallback` run
 * it after a short delay.
 */
export function whenIdle(work: Work): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1000 })
  else setTimeout(work, 100)
}

const waiting = new Set<Work>()

/** Runs one task per idle period, so that a click waits for at most one chart. */
function workOff(): void {
  const [next] = waiting
  if (!next) return
  waiting.delete(next)
  // Scheduled before the task runs, so that a failing task does not block the others.
  if (waiting.size > 0) whenIdle(workOff)
  next()
}

function queue(work: Work): void {
  waiting.add(work)
  if (waiting.size === 1) whenIdle(workOff)
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= window.innerHeight
}

/**
 * The value that an element should draw, once it is its turn: immediately while the element is visible or
 * about to be printed, otherwise in idle time, one element after the other. Null until then. This keeps
 * visible parts responsive. Without an element, the value is released in idle time.
 */
export function useDeferredRender<T>(
  wanted: () => T,
  element: Readonly<Ref<HTMLElement | null>> | null = null,
): Readonly<ShallowRef<T | null>> {
  const drawn = shallowRef<T | null>(null)
  const draw = (): void => {
    waiting.delete(draw)
    drawn.value = wanted()
  }
  // The observer reports the element's position; reading it at each change would cause a layout.
  let inSight = false
  const take = (): void => (inSight ? draw() : queue(draw))
  const seen = new IntersectionObserver(entries => {
    inSight = entries.at(-1)?.isIntersecting ?? false
    if (inSight && waiting.has(draw)) draw()
  })
  watch(wanted, take)
  onMounted(() => {
    if (element?.value) {
      inSight = isInSight(element.value)
      seen.observe(element.value)
    }
    take()
    window.addEventListener('beforeprint', draw)
  })
  onScopeDispose(() => {
    waiting.delete(draw)
    seen.disconnect()
    window.removeEventListener('beforeprint', draw)
  })
  return drawn
}
