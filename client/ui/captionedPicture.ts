import type { Measured } from './wrapText.ts'
import { fittedText } from './wrapText.ts'

/** An entry of the legend: a series with the line or dot that represents it. */
export interface LegendEntry {
  name: string
  colour: string
  dash: 'solid' | 'dashed'
  /** The width of the line in the chart; thinner for compared values. */
  width: number
  shape: 'line' | 'dot' | 'diamond'
  /** The line around a dot, where it has one of its own: a hollow dot is that line. */
  border?: string
}

/** A drawn chart: a complete SVG and its size. */
export interface Drawing {
  svg: string
  width: number
  height: number
}

/** The parts of a picture for use outside the product. */
interface PictureParts {
  name: string
  /** The headline; empty where the chart has no finding, in which case the name is used. */
  finding: string
  legend: readonly LegendEntry[]
  /** Centre, period and other facts about the origin of the picture. */
  caption: string
  /** Draws the chart at the size that is left for it. */
  draw: (width: number, height: number) => Drawing
}

/** Colours, font, and a function that measures text in that font. */
interface PictureLook {
  ground: string
  ink: string
  grey: string
  line: string
  font: string
  widthOf: Measured
}

export const pictureSize = { width: 1600, height: 900 }
const margin = 64
const room = pictureSize.width - 2 * margin
const swatch = 34
const legendSize = 22

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/* eslint-disable-next-line no-control-regex -- what no XML may hold */
const notInXml = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g
const inXml = (text: string): string =>
  text.replaceAll(notInXml, ' ').replaceAll(/[&<>"]/g, sign => escapes[sign] ?? sign)

interface Set {
  x: number
  y: number
  size: number
  colour: string
  bold?: boolean
}

function textAt(text: string, { x, y, size, colour, bold = false }: Set): string {
  const weight = bold ? ' font-weight="600"' : ''
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${weight}>${inXml(text)}</text>`
}

/** Lines of text below each other, from a first baseline. */
const linesAt = (lines: readonly string[], step: number, at: Set): string =>
  lines.map((line, index) => textAt(line, { ...at, y: at.y + index * step })).join('')

const dashes = { solid: '', dashed: ' stroke-dasharray="9 6"' }

function swatchAt({ colour, dash, width, shape, border }: LegendEntry, x: number, y: number): string {
  const look = `fill="${colour}"${border === undefined ? '' : ` stroke="${border}" stroke-width="2.5"`}`
  const middle = x + swatch / 2
  if (shape === 'diamond') return `<path d="M${middle} ${y - 9}l9 9l-9 9l-9 -9z" ${look}/>`
  return shape === 'dot'
    ? `<circle cx="${middle}" cy="${y}" r="8" ${look}/>`
    : `<path d="M${x} ${y}h${swatch}" stroke="${colour}" stroke-width="${width * 1.5}"${dashes[dash]}/>`
}

/** The legend, in as many rows as it needs. */
function legendAt(
  entries: readonly LegendEntry[],
  top: number,
  look: PictureLook,
): { svg: string; bottom: number } {
  let [x, y] = [margin, top + 18]
  const drawn = entries.map(entry => {
    const wide = swatch + 12 + look.widthOf(entry.name, legendSize)
    if (x > margin && x + wide > margin + room) [x, y] = [margin, y + 34]
    const at = { x: x + swatch + 12, y: y + 8, size: legendSize, colour: look.grey }
    const svg = swatchAt(entry, x, y) + textAt(entry.name, at)
    x += wide + 36
    return svg
  })
  return { svg: drawn.join(''), bottom: drawn.length > 0 ? y + 30 : top }
}

/** Places a drawing inside another, centred and as large as the space allows. */
function inside({ svg, width, height }: Drawing, top: number, tall: number): string {
  const scale = Math.min(room / width, tall / height)
  const [wide, high] = [width * scale, height * scale]
  const [x, y] = [margin + (room - wide) / 2, top + (tall - high) / 2]
  const place = `x="${x}" y="${y}" width="${wide}" height="${high}"`
  return svg.replace(/^<svg[^>]*>/, `<svg ${place} viewBox="0 0 ${width} ${height}">`)
}

/**
 * A chart as a picture that can be understood without its page: the finding as headline, the name, the
 * legend, and a caption with centre, period, number of cases and source.
 */
export function captionedSvg(parts: PictureParts, look: PictureLook): string {
  const { width, height } = pictureSize
  const title = fittedText(
    parts.finding || parts.name,
    { width: room, sizes: [42, 38, 34, 30, 26], most: 3, bold: true },
    look.widthOf,
  )
  const foot = fittedText(parts.caption, { width: room, sizes: [21, 19, 17], most: 3 }, look.widthOf)
  const [titleStep, footStep] = [Math.round(title.size * 1.32), Math.round(foot.size * 1.45)]
  const titleTop = parts.finding ? 92 : 56
  const titleEnd = titleTop + title.lines.length * titleStep
  const legend = legendAt(parts.legend, titleEnd + 12, look)
  const footTop = height - 40 - (foot.lines.length - 1) * footStep
  const rule = footTop - foot.size - 16
  const [top, bottom] = [legend.bottom + 8, rule - 14]
  const grey = { x: margin, colour: look.grey }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}"`,
    ` font-family="${inXml(look.font)}" style="font-variant-numeric: tabular-nums lining-nums">`,
    `<rect width="${width}" height="${height}" fill="${look.ground}"/>`,
    parts.finding ? textAt(parts.name, { ...grey, y: 72, size: 24 }) : '',
    linesAt(title.lines, titleStep, {
      x: margin,
      y: titleTop + title.size,
      size: title.size,
      colour: look.ink,
      bold: true,
    }),
    legend.svg,
    inside(parts.draw(room, bottom - top), top, bottom - top),
    `<path d="M${margin} ${rule}h${room}" stroke="${look.line}"/>`,
    linesAt(foot.lines, footStep, { ...grey, y: footTop, size: foot.size }),
    '</svg>',
  ].join('')
}
