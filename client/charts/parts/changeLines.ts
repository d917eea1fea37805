import type { DefinitionChange } from '#measures'
import type { Point } from '../points.ts'
import type { ChartTheme } from '../theme.ts'

/**
 * The index of the first point that is counted under the new definition, at least in part; -1 for a day
 * outside.
 */
const placeOf = (points: readonly Point[], { day }: DefinitionChange): number =>
  points.findIndex(point => day <= point.to)

interface Marked {
  points: readonly Point[]
  /** The changes of definition within the chart. */
  changes: readonly DefinitionChange[]
  /** The text at each line; empty where there is no room. */
  word: string
}

/** A vertical line with a text at the first point of each new definition. */
export function changeLineData({ points, changes, word }: Marked, theme: ChartTheme) {
  const places = new Set(changes.map(change => placeOf(points, change)).filter(place => place >= 0))
  return Array.from(places, place => ({
    xAxis: place,
    lineStyle: { color: theme.accent, type: 'dashed' as const, width: 1.5 },
    label: {
      show: word !== '',
      formatter: word,
      color: theme.ink1,
      fontFamily: theme.font,
      fontSize: 12,
      // Centred above the line, where the text fits on both sides.
      position: 'end' as const,
      distance: 3,
    },
  }))
}

/** As `changeLineData`, for a series without other lines; empty where nothing changed. */
export function changeLines(marked: Marked, theme: ChartTheme) {
  const data = changeLineData(marked, theme)
  return data.length === 0 ? {} : { markLine: { silent: true, symbol: 'none', animation: false, data } }
}

/** The changes of definition at a point, as text. */
export const changesAt = (
  points: readonly Point[],
  changes: readonly DefinitionChange[],
  index: number,
): string[] => changes.filter(change => placeOf(points, change) === index).map(({ text }) => text)
