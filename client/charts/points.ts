import type { Answer, Cell, Figure, Measure, Side } from '#measures'
import { figureOf, isBucketKnown, isUnknownSide, measureBeside } from '#measures'

/** One bucket of a side with its figure. */
export interface Point {
  label: string
  from: string
  to: string
  figure: Figure
}

/**
 * The figures of one combination of members, in the order of the buckets. Empty where no day of the side is
 * known.
 */
export function pointsOf(side: Side | null, measure: Measure, members: readonly string[] = []): Point[] {
  if (!side || isUnknownSide(measure, side, members)) return []
  const key = members.join('\u001F')
  const cells = new Map<number, Cell>(
    side.cells.filter(cell => cell.members.join('\u001F') === key).map(cell => [cell.bucket, cell]),
  )
  return side.buckets.map((bucket, index) => ({
    label: bucket.key,
    from: bucket.from,
    to: bucket.to,
    figure: figureOf(measure, cells.get(index)?.parts ?? {}),
  }))
}

const noFigure: Figure = { value: null, numerator: null, n: null, coverage: null }

/**
 * The figures of the compared period, bucket by bucket. Each is counted by the definition of its counterpart;
 * where that is impossible, or where a day of the bucket is unknown, it is null.
 */
export function earlierPointsOf(answer: Answer, measure: Measure): Point[] {
  const { earlier } = answer
  return pointsOf(earlier, measure).map((point, place) => {
    if (!earlier || !isBucketKnown(measure, earlier, point)) return { ...point, figure: noFigure }
    const beside = measureBeside(measure, answer, place)
    if (beside === measure) return point
    const figure = beside && pointsOf(earlier, beside)[place]?.figure
    return { ...point, figure: figure ?? noFigure }
  })
}
