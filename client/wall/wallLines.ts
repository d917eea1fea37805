import type { Measure, Printing } from '#measures'
import { isShare, printLine } from '#measures'
import { withinYear } from '../charts/parts/withinYear.ts'

interface Axis {
  labels: readonly string[]
  measure: Measure
  printing: Printing
}

interface WallLines {
  current: string[]
  earlier: string[]
  last: { x: number; y: number } | null
  ticks: { y: number; text: string }[]
  labels: { x: number; text: string; anchor: 'start' | 'middle' | 'end' }[]
}

const [left, right, top, bottom] = [20, 980, 52, 366]

/** A word at an edge of the chart stands within it. */
const anchorOf = (x: number): 'start' | 'middle' | 'end' =>
  x < left + 60 ? 'start' : x > right - 60 ? 'end' : 'middle'

/** Lines in pieces within the box of the wall's chart; gaps stay gaps. */
export function wallLines(
  current: readonly (number | null)[],
  earlier: readonly (number | null)[],
  { labels, measure, printing }: Axis,
): WallLines {
  const known = [...current, ...earlier].filter(value => value !== null)
  // Rates are seen by their differences; amounts begin at zero.
  const low = isShare(measure.unit) ? Math.min(...known) : Math.min(0, ...known)
  const high = Math.max(...known)
  const span = high - low || 1
  const x = (index: number): number => left + (index * (right - left)) / Math.max(1, current.length - 1)
  const y = (value: number): number => bottom - ((value - low) / span) * (bottom - top)
  const pieces = (values: readonly (number | null)[]): string[] => {
    const found: string[][] = [[]]
    values.forEach((value, index) => {
      if (value === null) found.push([])
      else found.at(-1)?.push(`${x(index).toFixed(1)},${y(value).toFixed(1)}`)
    })
    return found.filter(piece => piece.length > 1).map(piece => piece.join(' '))
  }
  const lastAt = current.findLastIndex(value => value !== null)
  const lastValue = current[lastAt]
  const every = Math.max(1, Math.ceil(labels.length / 6))
  return {
    current: pieces(current),
    earlier: pieces(earlier),
    last: typeof lastValue === 'number' ? { x: x(lastAt), y: y(lastValue) } : null,
    ticks:
      known.length === 0
        ? []
        : [low, low + span / 2, low + span].map(value => ({
            y: y(value),
            // With its unit: 万 and 亿 may stand on one axis.
            text: value === 0 ? '0' : printLine(value, measure, printing).replace(/\.0+(?=\D|$)/, ''),
          })),
    labels: labels.flatMap((text, index) =>
      index % every === 0
        ? [{ x: x(index), text: withinYear(text, printing.language), anchor: anchorOf(x(index)) }]
        : [],
    ),
  }
}
