/** Charts that are about to be drawn. */
const coming = new Set<symbol>()
const waiting = new Set<() => void>()

// What waits for charts comes all the same where one is never drawn.
const longestWait = 1500

let sayFirst: () => void = () => undefined
const first = new Promise<void>((resolve) => {
  sayFirst = resolve
})
const limit = async (): Promise<void> => new Promise(resolve => setTimeout(resolve, longestWait))

/** To be called when a chart stands on the screen. */
export const noteFirst = (): void => sayFirst()

/** Kept when the first chart of this visit stands on the screen. */
export const firstChart = async (): Promise<void> => Promise.race([first, limit()])

/** Says that a chart is about to be drawn. Returns what says that it has been, or will not be. */
export function noteComing(): () => void {
  const chart = Symbol('chart')
  coming.add(chart)
  return () => {
    coming.delete(chart)
    if (coming.size === 0)
      waiting.forEach(go => go())
  }
}

/** Kept when no chart is about to be drawn: what nobody looks at first may come now. */
export async function chartsDrawn(): Promise<void> {
  // Whoever stands on the same page has said so after this turn.
  await new Promise(resolve => setTimeout(resolve))
  if (coming.size === 0)
    return
  await new Promise<void>((resolve) => {
    const go = (): void => {
      waiting.delete(go)
      resolve()
    }
    waiting.add(go)
    setTimeout(go, longestWait)
  })
}
