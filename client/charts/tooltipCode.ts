let isThere = false
let coming: Promise<void> | null = null

/** True once charts that are made from now on can show tooltips. */
export const knowsTooltips = (): boolean => isThere

/**
 * Loads the code of tooltips, once. A chart that was made before cannot show any: the library hands its
 * instances what they can do when they are made.
 */
export async function loadTooltips(): Promise<void> {
  coming ??= import('./echartsTooltip.ts').then(
    ({ registered }) => void (isThere = registered),
    (error: unknown) => {
      coming = null
      throw error
    },
  )
  return coming
}
