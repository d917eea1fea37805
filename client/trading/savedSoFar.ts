import type { Point } from '../charts/points.ts'
import type { Say } from '../ui/figureWords.ts'
import { dateWords, measures, printFigure, printLine } from '#measures'

/**
 * The tooltip of a point in the chart of savings: the sums up to its last day, and the distance from the
 * goal.
 */
export function savedSoFar(
  lines: { current: readonly Point[]; earlier: readonly Point[]; pace?: readonly number[] | undefined },
  index: number,
  say: Say,
): string[] {
  const { t, language } = say
  const [now, before, due] = [lines.current[index], lines.earlier[index], lines.pace?.[index]]
  const { savings } = measures
  if (!now) return []
  const { value } = now.figure
  const gap = due === undefined || value === null ? null : value - due
  return [
    t('savings.until', { day: dateWords(now.to, language, '') }),
    t('savings.soFar', { value: printFigure(now.figure, savings, say) }),
    ...(before && before.figure.value !== null
      ? [
          t('savings.earlierSoFar', {
            value: printFigure(before.figure, savings, say),
            day: dateWords(before.to, language, ''),
          }),
        ]
      : []),
    ...(due === undefined ? [] : [`${t('goal.pace')} ${printLine(due, savings, say)}`]),
    ...(gap === null
      ? []
      : [t(gap < 0 ? 'savings.behind' : 'savings.ahead', { gap: printLine(Math.abs(gap), savings, say) })]),
  ]
}
