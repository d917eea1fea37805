/** Colours and fonts of charts, read from the design tokens of the page. */
export interface ChartTheme {
  ink1: string
  ink3: string
  line: string
  panel: string
  data: string
  /** The colour of texts about the compared period; `compareLine` is that of its line. */
  compare: string
  compareMark: string
  target: string
  accent: string
  saved: string
  font: string
  /** The duration of animations in milliseconds; 0 where the reader prefers reduced motion. */
  motion: number
}

const tokens: Record<Exclude<keyof ChartTheme, 'motion'>, string> = {
  ink1: '--ink-1',
  ink3: '--ink-3',
  line: '--line',
  panel: '--panel',
  data: '--data-1',
  compare: '--compare',
  compareMark: '--compare-mark',
  target: '--target',
  accent: '--accent',
  saved: '--saved',
  font: '--sans',
}

/** A CSS duration ("160ms", "0.16s", "0") in milliseconds; 0 for anything else. */
export function milliseconds(duration: string): number {
  const [, amount, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?|\.\d+)(ms|s)?\s*$/.exec(duration) ?? []
  return amount === undefined ? 0 : Number(amount) * (unit === 's' ? 1000 : 1)
}

/** Builds a theme from CSS tokens; `valueOf` resolves a token to its value. */
export function themeFrom(valueOf: (token: string) => string): ChartTheme {
  const texts = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, valueOf(token).trim()]),
  ) as Record<keyof typeof tokens, string>
  return { ...texts, motion: milliseconds(valueOf('--motion')) }
}
