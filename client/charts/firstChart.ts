let say: () => void = () => undefined

/** Kept when the first chart of this visit stands on the screen. */
export const firstChart = new Promise<void>((resolve) => {
  say = resolve
})

/** To be called when a chart has been drawn. */
export const noteDrawn = (): void => say()
