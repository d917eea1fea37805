/** Colours and type of charts, taken from the page's own tokens so that they cannot drift apart. */
export interface ChartTheme {
  ink1: string
  ink3: string
  line: string
  panel: string
  data: string
  compare: string
  target: string
  accent: string
  saved: string
  font: string
  /** How long a change may move, in milliseconds; 0 for people who asked for stillness. */
  motion: string
}

const tokens: Record<keyof ChartTheme, string> = {
  ink1: '--ink-1',
  ink3: '--ink-3',
  line: '--line',
  panel: '--panel',
  data: '--data-1',
  compare: '--compare',
  target: '--target',
  accent: '--accent',
  saved: '--saved',
  font: '--sans',
  motion: '--motion',
}

/** Builds a theme from whatever resolves a token to its value. */
export function themeFrom(valueOf: (token: string) => string): ChartTheme {
  return Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, valueOf(token).trim()])) as Record<keyof ChartTheme, string>
}
