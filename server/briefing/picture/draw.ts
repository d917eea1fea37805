import type { Language, MeasureId, SeriesReading, SeriesRef, SeriesRow } from '#measures'
import type { Mark, Picture, TextMark } from './marks.ts'
import { measureNamed, printLine } from '#measures'
import { scaleOf } from './scale.ts'

const width = 640
const ink = { strong: '#17202e', quiet: '#5d6878', line: '#d9dcdb', now: '#1f4e8c', before: '#8fabd0' } as const
const small = 12

const text = (mark: Omit<TextMark, 'kind' | 'size' | 'fill'> & Partial<TextMark>): Mark => ({ kind: 'text', size: small, fill: ink.quiet, ...mark })
const valueOf = (row: SeriesRow): number | null => row.cells[0]?.value ?? null
const earlierOf = (row: SeriesRow): number | null => row.cells[0]?.earlier ?? null

/** How wide a text will be: a Chinese character takes a square, others about half of one. */
const widthOf = (words: string, size: number): number => Array.from(words).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2E7F ? 1 : 0.56) * size, 0)

function shortened(words: string, most: number): string {
  const letters = Array.from(words)
  while (letters.length > 1 && widthOf(letters.join(''), small) > most)
    letters.pop()
  return letters.length < Array.from(words).length ? `${letters.join('')}…` : words
}

/** Members one under the other with their values printed: nothing has to be read off an axis. */
function memberBars({ rows }: SeriesReading): Picture {
  const [label, row, right] = [176, 24, 92]
  const most = Math.max(0, ...rows.map(one => valueOf(one) ?? 0))
  const length = (value: number): number => most > 0 ? Math.max(0, value) / most * (width - label - right) : 0
  const marks = rows.flatMap((one, place): Mark[] => {
    const y = 8 + place * row
    const value = valueOf(one)
    return [
      text({ x: label - 8, y: y + 15, text: shortened(one.label, label - 16), anchor: 'end', fill: ink.strong }),
      ...value === null ? [] : [{ kind: 'bar' as const, x: label, y: y + 3, width: Math.max(1, length(value)), height: 16, fill: ink.now }],
      text({ x: label + (value === null ? 0 : length(value)) + 6, y: y + 15, text: one.cells[0]?.text ?? '', anchor: 'start', fill: ink.strong }),
    ]
  })
  return { width, height: rows.length * row + 16, marks }
}

interface Plot { left: number, top: number, right: number, bottom: number, at: (value: number) => number, step: number, xOf: (place: number) => number }

function plotOf(count: number, { least, most }: { least: number, most: number }): Plot {
  const [left, top, right, bottom] = [84, 34, width - 16, 262]
  const step = (right - left) / Math.max(1, count)
  return { left, top, right, bottom, step, at: value => bottom - (value - least) / (most - least) * (bottom - top), xOf: place => left + step * (place + 0.5) }
}

function lineOf(rows: readonly SeriesRow[], read: (row: SeriesRow) => number | null, { plot, stroke, dash }: { plot: Plot, stroke: string, dash: string }): Mark[] {
  // Where nothing is known the line has a gap; a point between two gaps is a short stroke.
  const runs: [number, number][][] = [[]]
  rows.forEach((row, place) => {
    const value = read(row)
    if (value === null)
      runs.push([])
    else
      runs.at(-1)?.push([plot.xOf(place), plot.at(value)])
  })
  return runs.filter(points => points.length > 0).map((points): Mark => {
    const [[x, y] = [0, 0]] = points
    return { kind: 'line', points: points.length > 1 ? points : [[x - 3, y], [x + 3, y]], stroke, width: dash ? 1.5 : 2.5, dash }
  })
}

function barsOf(rows: readonly SeriesRow[], read: (row: SeriesRow) => number | null, { plot, fill, share }: { plot: Plot, fill: string, share: [from: number, wide: number] }): Mark[] {
  const [from, wide] = share
  return rows.flatMap((row, place): Mark[] => {
    const value = read(row)
    return value === null ? [] : [{ kind: 'bar', x: plot.xOf(place) + plot.step * (from - 0.5), y: plot.at(Math.max(0, value)), width: Math.max(1, plot.step * wide), height: Math.abs(plot.at(0) - plot.at(value)), fill }]
  })
}

function axes(rows: readonly SeriesRow[], plot: Plot, ticks: { value: number, text: string }[]): Mark[] {
  const every = Math.ceil(rows.length / Math.floor((plot.right - plot.left) / 66))
  return [
    ...ticks.flatMap(({ value, text: words }): Mark[] => [
      { kind: 'line', points: [[plot.left, plot.at(value)], [plot.right, plot.at(value)]], stroke: ink.line, width: 1, dash: '' },
      text({ x: plot.left - 8, y: plot.at(value) + 4, text: words, anchor: 'end' }),
    ]),
    ...rows.flatMap((row, place): Mark[] => place % every === 0 ? [text({ x: plot.xOf(place), y: plot.bottom + 20, text: row.label, anchor: 'middle' })] : []),
  ]
}

function legend(language: Language): Mark[] {
  const [now, before] = language === 'zh' ? ['本期', '对比期'] : ['this period', 'compared']
  return [
    { kind: 'bar', x: 84, y: 10, width: 14, height: 10, fill: ink.now },
    text({ x: 104, y: 19, text: now, anchor: 'start', fill: ink.strong }),
    { kind: 'bar', x: 194, y: 10, width: 14, height: 10, fill: ink.before },
    text({ x: 214, y: 19, text: before, anchor: 'start', fill: ink.strong }),
  ]
}

/** A measure over time: bars for what adds up, a line for rates and times; the compared period paler beside or behind it. */
function overTime(id: MeasureId, { rows }: SeriesReading, language: Language): Picture {
  const measure = measureNamed(id)
  const adds = measure.kind === 'total'
  const values = rows.flatMap(row => [valueOf(row), earlierOf(row)]).filter(value => value !== null)
  const scale = scaleOf(values, { fromZero: adds })
  const plot = plotOf(rows.length, scale)
  const compared = rows.some(row => earlierOf(row) !== null)
  const series = adds
    ? [...compared ? barsOf(rows, earlierOf, { plot, fill: ink.before, share: [0.12, 0.36] }) : [], ...barsOf(rows, valueOf, { plot, fill: ink.now, share: compared ? [0.5, 0.36] : [0.2, 0.6] })]
    : [...lineOf(rows, earlierOf, { plot, stroke: ink.before, dash: '5 4' }), ...lineOf(rows, valueOf, { plot, stroke: ink.now, dash: '' })]
  return { width, height: 294, marks: [...axes(rows, plot, scale.ticks.map(value => ({ value, text: printLine(value, measure.unit, language) }))), ...series, ...compared ? legend(language) : []] }
}

/** Draws the first measure of a series. Pure: the same reading, the same picture, on every machine. */
export function drawSeries(ref: SeriesRef, reading: SeriesReading, language: Language): Picture {
  const [id] = ref.measures
  return ref.by || id === undefined ? memberBars(reading) : overTime(id, reading, language)
}
