import type { Printing, SeriesReading, SeriesRef } from '#measures'
import type { Picture } from './marks.ts'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { drawSeries } from './draw.ts'
import { outliner } from './glyphs.ts'
import { pictureSvg } from './marks.ts'

/** Pixels per point: sharp in print at the width of a page. */
const density = 2.5

let ready: Promise<void> | undefined
async function prepare(): Promise<void> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  return ready
}

/** A picture as SVG with outlined text: identical on every machine. */
export async function outlinedSvg(picture: Picture, title: string): Promise<string> {
  const textSvg = await outliner(picture.marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : [])))
  return pictureSvg(picture, { title, textSvg })
}

/** Renders an SVG without text as PNG. */
export async function pngOf(svg: string): Promise<Buffer> {
  await prepare()
  const image = new Resvg(svg, { fitTo: { mode: 'zoom', value: density } }).render()
  const data = Buffer.from(image.asPng())
  image.free()
  return data
}

/** A picture of a series for documents, with its size in points. */
export interface PngPicture {
  data: Buffer
  width: number
  height: number
}

/** Draws a series as PNG; needs no fonts on the machine. */
export async function seriesPng(
  ref: SeriesRef,
  reading: SeriesReading,
  how: Printing & { title: string },
): Promise<PngPicture> {
  const picture = drawSeries(ref, reading, how)
  return {
    data: await pngOf(await outlinedSvg(picture, how.title)),
    width: picture.width,
    height: picture.height,
  }
}
