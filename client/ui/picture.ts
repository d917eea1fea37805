/** The first chart of a panel; null where it shows none. */
export const chartIn = (panel: HTMLElement | null): SVGSVGElement | null =>
  panel?.querySelector<SVGSVGElement>('.chart svg') ?? null

/** A chart as a self-contained SVG: size, background and font names included. */
export function svgOf(chart: SVGSVGElement, ground: string): { text: string; width: number; height: number } {
  const { width, height } = chart.getBoundingClientRect()
  const copy = chart.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: ground }))
    paper.setAttribute(name, value)
  copy.prepend(paper)
  return { text: new XMLSerializer().serializeToString(copy), width, height }
}

/** The same as a PNG at twice the size, sharp on paper and on a projector. */
export async function pngOf(chart: SVGSVGElement, ground: string): Promise<Blob> {
  const { text, width, height } = svgOf(chart, ground)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 })
  const pen = canvas.getContext('2d')
  pen?.scale(2, 2)
  pen?.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
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
