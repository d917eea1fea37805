/** A point of a plot, in pixels. */
export interface PlotPoint {
  x: number
  y: number
}

/** Where the label of a point stands, and how far from it. */
export interface LabelPlace {
  position: 'bottom' | 'top' | 'left' | 'right'
  distance: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Half the size of a mark, the height of a line of text, and the least gap; in pixels. */
const half = 6
const line = 15
const gap = 5

/** The places in order of preference: beside the mark, then further below and above it. */
const places: readonly LabelPlace[] = [
  { position: 'bottom', distance: gap },
  { position: 'top', distance: gap },
  { position: 'left', distance: gap },
  { position: 'right', distance: gap },
  ...[1, 2, 3].flatMap(step =>
    (['bottom', 'top'] as const).map(position => ({ position, distance: gap + step * (line + 2) })),
  ),
]

/** The estimated width of a text of 12 pixels, in which Han characters are square. */
const textWidth = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign >= '\u2E80' ? 12 : 7), 0)

function boxOf({ x, y }: PlotPoint, width: number, { position, distance }: LabelPlace): Box {
  const reach = half + distance
  if (position === 'left') return { left: x - reach - width, right: x - reach, top: y - 8, bottom: y + 8 }
  if (position === 'right') return { left: x + reach, right: x + reach + width, top: y - 8, bottom: y + 8 }
  const top = position === 'bottom' ? y + reach : y - reach - line
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + line }
}

const markOf = ({ x, y }: PlotPoint): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
})
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Places the labels of points one after another, so that none lies on another, on a mark or outside the
 * drawing; where that is impossible, where it covers least.
 */
export function labelPlaces(
  labelled: readonly (PlotPoint & { text: string })[],
  others: readonly PlotPoint[],
  drawing: { width: number; height: number },
): LabelPlace[] {
  const set: Box[] = []
  const named = labelled.map(markOf)
  const marks = others.map(markOf)
  const hits = (box: Box, boxes: readonly Box[]): number => boxes.filter(other => meet(box, other)).length
  const costOf = (box: Box): number => {
    const isOutside = box.left < 0 || box.right > drawing.width || box.top < 0 || box.bottom > drawing.height
    return 100 * hits(box, set) + (isOutside ? 50 : 0) + 10 * hits(box, named) + hits(box, marks)
  }
  return labelled.map(point => {
    const tried = places.map(place => {
      const box = boxOf(point, textWidth(point.text), place)
      return { place, box, cost: costOf(box) }
    })
    const best = tried.reduce((least, option) => (option.cost < least.cost ? option : least))
    set.push(best.box)
    return best.place
  })
}
