import type { Drawing, LegendEntry } from './captionedPicture.ts'
import type { Measured } from './wrapText.ts'
import { captionedSvg, pictureSize } from './captionedPicture.ts'
import { onPaper, paperTheme } from './paperColours.ts'

/** The first chart in a panel; null where it has none. */
export const chartIn = (panel: HTMLElement | null): SVGSVGElement | null =>
  panel?.querySelector<SVGSVGElement>('.chart svg') ?? null

/** Thrown where no picture could be made: the chart is gone, or the browser cannot draw it. */
export class PictureFailed extends Error {}

/** The scale of a chart in a picture, so that its text is readable on a phone. */
const enlarged = 1.75
/** How far the rows of a chart may move together to make room for larger type: names still keep apart. */
const squeezed = 0.7
/** A chart of this width or less is drawn no narrower than it is shown: its headings have their room. */
const narrow = 900

/** The chart as shown on screen. */
function asShown(chart: SVGSVGElement): Drawing {
  const { width, height } = chart.getBoundingClientRect()
  return { svg: new XMLSerializer().serializeToString(chart), width, height }
}

/** Returns a function that measures text in a font, in pixels. */
function measuring(font: string): Measured {
  const pen = document.createElement('canvas').getContext('2d')
  return (text, size, bold = false) => {
    if (!pen) return text.length * size
    pen.font = `${bold ? 600 : 400} ${size}px ${font}`
    return pen.measureText(text).width
  }
}

/**
 * A panel's chart as a picture with its finding and a caption, in the colours of paper. Errors:
 * PictureFailed where the panel shows no chart.
 */
export async function pictureOf(
  panel: HTMLElement | null,
  said: { name: string; finding: string; caption: string },
): Promise<string> {
  const chart = chartIn(panel)
  if (!panel || !chart) throw new PictureFailed()
  const { redrawn, seriesOf } = await import('../charts/redrawn.ts')
  const paper = paperTheme()
  const inLight = onPaper(paper)
  const shown = asShown(chart)
  const draw = (width: number, height: number): Drawing => {
    // A chart with many rows keeps most of its height, so that rows are neither dropped nor overlap.
    const scale = Math.min(
      enlarged,
      height / (squeezed * shown.height),
      width / Math.min(shown.width, narrow),
    )
    const size = { width: Math.round(width / scale), height: Math.round(height / scale) }
    const svg = redrawn(panel, size.width, size.height)
    return svg === null ? { ...shown, svg: inLight(shown.svg) } : { svg: inLight(svg), ...size }
  }
  const legend = seriesOf(panel).map(({ name, colour, dash, width, type, border, symbol }): LegendEntry => ({
    name,
    colour: inLight(colour),
    dash: dash === 'dashed' ? dash : 'solid',
    width,
    shape: type === 'line' ? 'line' : symbol === 'diamond' ? symbol : 'dot',
    ...(border !== null && { border: inLight(border) }),
  }))
  return captionedSvg(
    { ...said, legend, draw },
    {
      ground: paper.panel,
      ink: paper.ink1,
      grey: paper.ink3,
      line: paper.line,
      font: paper.font,
      widthOf: measuring(paper.font),
    },
  )
}

/** Draws an SVG as a PNG. Errors: PictureFailed. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode().catch((error: unknown) => {
    throw new PictureFailed('not drawn', { cause: error })
  })
  const canvas = Object.assign(document.createElement('canvas'), pictureSize)
  canvas.getContext('2d')?.drawImage(image, 0, 0, pictureSize.width, pictureSize.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new PictureFailed())), 'image/png'),
  )
}

/** Copies a picture to the clipboard; false where the browser refuses. */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    // Pass the promise at once: some browsers allow copying only during the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    // Rethrows where making the picture failed; otherwise the browser refused to copy.
    await png
    return false
  }
}

/** Offers a file as a download. */
export function download(name: string, content: Blob): void {
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(content),
    download: name,
  })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
