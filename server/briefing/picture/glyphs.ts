import type { Font, Glyph } from 'fontkit'
import type { TextMark } from './marks.ts'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { create } from 'fontkit'
import wawoff2 from 'wawoff2'

// The font is split into a hundred files by characters; only those needed by a picture are loaded.
const folder = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
)
const weight = 400

interface Slice {
  name: string
  ranges: (readonly [first: number, last: number])[]
}

let slices: Promise<Slice[]> | undefined
const fonts = new Map<string, Promise<Font>>()

async function readSlices(): Promise<Slice[]> {
  const listed = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >
  return Object.entries(listed).map(([name, ranges]) => ({
    name: name.replaceAll(/[[\]]/g, ''),
    ranges: ranges.split(',').map(range => {
      const [first = '', last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
    }),
  }))
}

async function openSlice(name: string): Promise<Font> {
  const packed = await readFile(path.join(folder, 'files', `noto-sans-sc-${name}-wght-normal.woff2`))
  const font = create(Buffer.from(await wawoff2.decompress(packed)))
  if (!('getVariation' in font)) throw new TypeError(`${name} is a collection of fonts`)
  return font.getVariation({ wght: weight })
}

/** The outline of a character in em, and its advance width; null where the font lacks it. */
interface Shape {
  path: string
  advance: number
  scale: number
}

async function shapeOf(letter: string): Promise<Shape | null> {
  slices ??= readSlices()
  const point = letter.codePointAt(0) ?? 0
  const slice = (await slices).find(({ ranges }) =>
    ranges.some(([first, last]) => point >= first && point <= last),
  )
  if (!slice) return null
  const opened = fonts.get(slice.name) ?? openSlice(slice.name)
  fonts.set(slice.name, opened)
  const font = await opened
  const glyph: Glyph = font.glyphForCodePoint(point)
  return {
    path: glyph.path.toSVG(),
    advance: glyph.advanceWidth / font.unitsPerEm,
    scale: 1 / font.unitsPerEm,
  }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

/**
 * Draws texts as outlines, so that a picture can be read on machines without a Chinese font. `texts` must
 * contain every text that will be drawn.
 */
export async function outliner(texts: readonly string[]): Promise<(mark: TextMark) => string> {
  const letters = [...new Set(texts.join(''))]
  const shapes = new Map<string, Shape | null>()
  for (const letter of letters) shapes.set(letter, await shapeOf(letter))
  const advanceOf = (letter: string): number => shapes.get(letter)?.advance ?? 0.5
  return ({ x, y, text, size, anchor, fill }) => {
    const width = Array.from(text).reduce((sum, letter) => sum + advanceOf(letter), 0) * size
    let at = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
    const paths = Array.from(text, letter => {
      const shape = shapes.get(letter)
      const placed = shape?.path
        ? `<path transform="translate(${round(at)} ${round(y)}) ` +
          `scale(${round(shape.scale * size)} ${round(-shape.scale * size)})" ` +
          `d="${shape.path}"/>`
        : ''
      at += advanceOf(letter) * size
      return placed
    })
    return `<g fill="${fill}">${paths.join('')}</g>`
  }
}
