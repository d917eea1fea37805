import type { Cell, Figure, Measure, Side } from '#measures'
import { figureOf, isEmptySide } from '#measures'

/** One bucket of a side with its figure. */
export interface Point {
  label: string
  from: string
  to: string
  figure: Figure
}

/** A side's figures in the order of its buckets, for the cells of one combination of members. */
export function pointsOf(side: Side | null, measure: Measure, members: readonly string[] = []): Point[] {
  if (!side || isEmptySide(side))
    return []
  const key = members.join('\u001F')
  const cells = new Map<number, Cell>(side.cells.filter(cell => cell.members.join('\u001F') === key).map(cell => [cell.bucket, cell]))
  return side.buckets.map((bucket, index) => ({ label: bucket.key, from: bucket.from, to: bucket.to, figure: figureOf(measure, cells.get(index)?.parts ?? {}) }))
}
