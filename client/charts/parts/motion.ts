import type { ChartTheme } from '../theme.ts'

/**
 * The animation of every chart: short, the same everywhere, and none where the reader prefers reduced
 * motion.
 */
export function motion({ motion: duration }: ChartTheme) {
  return { animation: duration > 0, animationDuration: duration, animationDurationUpdate: duration }
}
