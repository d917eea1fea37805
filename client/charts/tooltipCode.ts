let isThere = false
let coming: Promise<void> | null = null

/** True once charts that are created from now on can show tooltips. */
export const knowsTooltips = (): boolean => isThere

/**
 * Loads the tooltip component of ECharts, once. An instance copies the registered processors when it is
 * created, so a chart from before cannot show tooltips and has to be created again. Errors: those of loading.
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
