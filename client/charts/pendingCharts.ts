/** Charts that are going to be drawn. */
const coming = new Set<symbol>()
const waiting = new Set<() => void>()

// Deferred parts are rendered after a timeout, even if a chart is never drawn.
const longestWait = 1500

let sayFirst: () => void = () => undefined
const first = new Promise<void>(resolve => {
  sayFirst = resolve
})
const limit = async (): Promise<void> => new Promise(resolve => setTimeout(resolve, longestWait))

/** Call this when a chart has been drawn. */
export const markFirstChart = (): void => sayFirst()

/** Resolves when the first chart of this visit has been drawn. */
export const firstChart = async (): Promise<void> => Promise.race([first, limit()])

/** Registers a chart that is about to be drawn. Call the returned function once it was drawn or dropped. */
export function registerPendingChart(): () => void {
  const chart = Symbol('chart')
  coming.add(chart)
  return () => {
    coming.delete(chart)
    if (coming.size === 0) waiting.forEach(go => go())
  }
}

/** Resolves when no chart is pending: less urgent parts may be rendered now. */
export async function chartsSettled(): Promise<void> {
  // Charts of the same page register within this tick.
  await new Promise(resolve => setTimeout(resolve))
  if (coming.size === 0) return
  await new Promise<void>(resolve => {
    const go = (): void => {
      waiting.delete(go)
      resolve()
    }
    waiting.add(go)
    setTimeout(go, longestWait)
  })
}
