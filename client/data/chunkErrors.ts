import type { Router } from 'vue-router'
import { useEventListener } from '@vueuse/core'
import { shallowRef } from 'vue'

/** True once a script or style could not be loaded: the server has a newer build, or cannot be reached. */
export const chunkMissing = shallowRef(false)

/** The page that could not be opened; null while the requested page is shown. */
let failedPath: string | null = null

/**
 * Watches for lazy parts that cannot be loaded (Vite reports them on the window), and remembers the page that
 * could not be opened.
 */
export function watchChunkErrors(router: Router): void {
  useEventListener(window, 'vite:preloadError', () => (chunkMissing.value = true))
  router.onError((_, to) => (failedPath = to.fullPath))
  router.afterEach(() => (failedPath = null))
}

/** How long the server may take to answer, in milliseconds. */
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
 * Reloads the page, or opens the one that could not be opened; the browser asks first where something is
 * unsaved. Returns false without reloading while the server does not answer, because the browser would
 * replace the last figures by an error page.
 */
export async function reloadPage(): Promise<boolean> {
  if (!(await isAnswering())) return false
  if (failedPath === null) window.location.reload()
  else window.location.assign(failedPath)
  return true
}
