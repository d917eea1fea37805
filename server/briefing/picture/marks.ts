import { markupText } from '../../common/xmlText.ts'

/** The parts of a picture. Distances are in the picture's own points; text is placed by its baseline. */
export type Mark =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; points: [x: number, y: number][]; stroke: string; width: number; dash: string }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      size: number
      anchor: 'start' | 'middle' | 'end'
      fill: string
    }

export type TextMark = Extract<Mark, { kind: 'text' }>

export interface Picture {
  width: number
  height: number
  marks: Mark[]
}

const number = (value: number): string => String(Math.round(value * 100) / 100)

/** Text as SVG text: small, in the reader's font. */
function plainText({ x, y, text, size, anchor, fill }: TextMark): string {
  return (
    `<text x="${number(x)}" y="${number(y)}" font-size="${size}" ` +
    `text-anchor="${anchor}" fill="${fill}">${markupText(text)}</text>`
  )
}

function markSvg(mark: Mark, textSvg: (mark: TextMark) => string): string {
  switch (mark.kind) {
    case 'bar':
      return (
        `<rect x="${number(mark.x)}" y="${number(mark.y)}" ` +
        `width="${number(mark.width)}" height="${number(mark.height)}" ` +
        `fill="${mark.fill}"/>`
      )
    case 'line':
      return (
        '<polyline ' +
        `points="${mark.points.map(([x, y]) => `${number(x)},${number(y)}`).join(' ')}" ` +
        `fill="none" stroke="${mark.stroke}" ` +
        `stroke-width="${mark.width}"${mark.dash ? ` stroke-dasharray="${mark.dash}"` : ''}/>`
      )
    case 'text':
      return textSvg(mark)
  }
}

/** A picture as SVG on white, with a title for screen readers. */
export function pictureSvg(
  { width, height, marks }: Picture,
  { title, textSvg = plainText }: { title: string; textSvg?: (mark: TextMark) => string },
): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" role="img" font-family="Noto Sans SC, ` +
    `Microsoft YaHei, PingFang SC, sans-serif"><title>${markupText(title)}</title><rect ` +
    `width="${width}" height="${height}" ` +
    `fill="#ffffff"/>${marks.map(mark => markSvg(mark, textSvg)).join('')}</svg>`
  )
}

/** A standalone picture, with its title above and its source in small print below. */
export function withProvenance(
  { width, height, marks }: Picture,
  [title = '', ...lines]: readonly string[],
): Picture {
  const [above, line] = [30, 16]
  const shifted = marks.map((mark): Mark =>
    mark.kind === 'line'
      ? { ...mark, points: mark.points.map(([x, y]) => [x, y + above]) }
      : { ...mark, y: mark.y + above },
  )
  const small = lines.map((text, place): Mark => ({
    kind: 'text',
    x: 8,
    y: above + height + line * (place + 1) - 4,
    text,
    size: 10,
    anchor: 'start',
    fill: '#5d6878',
  }))
  return {
    width,
    height: height + above + line * lines.length + 4,
    marks: [
      { kind: 'text', x: width / 2, y: 20, text: title, size: 15, anchor: 'middle', fill: '#17202e' },
      ...shifted,
      ...small,
    ],
  }
}
