import type { Router } from 'vue-router'
import { useEventListener } from '@vueuse/core'
import { shallowRef } from 'vue'

/** True once a script or style could not be fetched: the server has a newer build, or cannot be reached. */
export const chunkMissing = shallowRef(false)

/** The page that could not be opened; null while the page on screen is the one that was asked for. */
let failedPath: string | null = null

/**
 * Notes failed fetches of lazy parts (Vite reports them on the window), and the page that one of them
 * kept closed.
 */
export function watchChunkErrors(router: Router): void {
  useEventListener(window, 'vite:preloadError', () => (chunkMissing.value = true))
  router.onError((_, to) => (failedPath = to.fullPath))
  router.afterEach(() => (failedPath = null))
}

/** How long the server may take to say that it is there. */
const patience = 5000

async function isAnswering(): Promise<boolean> {
  try {
    const reply = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) })
    return reply.ok
  } catch {
    return false
  }
}

/**
 * Loads the page again, or the one that could not be opened. The browser asks first where something is
 * not saved yet. False, and nothing is loaded, while the server does not answer: the browser would put its
 * own error in the place of the last figures.
 */
export async function reloadPage(): Promise<boolean> {
  if (!(await isAnswering())) return false
  if (failedPath === null) window.location.reload()
  else window.location.assign(failedPath)
  return true
}
