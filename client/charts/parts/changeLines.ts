import type { DefinitionChange } from '#measures'
import type { Point } from '../points.ts'
import type { ChartTheme } from '../theme.ts'

/** The first point that is counted in the new way, wholly or in part; -1 for a day outside. */
const placeOf = (points: readonly Point[], { day }: DefinitionChange): number =>
  points.findIndex(point => day <= point.to)

interface Marked {
  points: readonly Point[]
  /** The days on which what is counted changed. */
  changes: readonly DefinitionChange[]
  /** What stands at each line; empty where there is no room for it. */
  word: string
}

/** An upright line with its word at each point from which on something else is counted. */
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
      // Above the line, where it fits at either side of the chart.
      position: 'end' as const,
      distance: 3,
    },
  }))
}

/** The same lines for a series that has no others; nothing where nothing changed. */
export function changeLines(marked: Marked, theme: ChartTheme) {
  const data = changeLineData(marked, theme)
  return data.length === 0 ? {} : { markLine: { silent: true, symbol: 'none', animation: false, data } }
}

/** What changed at a point, in words. */
export const changesAt = (
  points: readonly Point[],
  changes: readonly DefinitionChange[],
  index: number,
): string[] => changes.filter(change => placeOf(points, change) === index).map(({ text }) => text)
