import { shallowRef } from 'vue'
import { router } from '../routes.ts'

/** True once some part of the page could not be fetched: the server has another version by now, or cannot be reached. */
export const partMissing = shallowRef(false)

let wanted: string | null = null

// Whatever fetches a part passes through the build's own event; where it was the page itself, that is where one wanted to go, until one goes elsewhere.
window.addEventListener('vite:preloadError', () => partMissing.value = true)
router.onError((_, to) => wanted = to.fullPath)
router.afterEach(() => wanted = null)

/** Loads the page anew, or the one that could not be opened. What was typed and is not saved yet is asked about first. */
export function startAnew(): void {
  if (wanted === null)
    window.location.reload()
  else
    window.location.assign(wanted)
}
