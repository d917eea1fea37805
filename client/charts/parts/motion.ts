import type { ChartTheme } from '../theme.ts'

/** How long a chart takes to arrive and to change: short, the same everywhere, and not at all for people who asked for stillness. */
export function motion(theme: ChartTheme) {
  const duration = Number(theme.motion)
  return { animation: duration > 0, animationDuration: duration, animationDurationUpdate: duration }
}
