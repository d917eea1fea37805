import type { Language, MeasureId, Printing, SeriesReading, SeriesRef, SeriesRow } from '#measures'
import type { Mark, Picture, TextMark } from './marks.ts'
import { measureNamed, printLine } from '#measures'
import { spanWords } from '../spanWords.ts'
import { scaleOf } from './scale.ts'

const width = 640
const ink = {
  strong: '#17202e',
  quiet: '#5d6878',
  line: '#d9dcdb',
  now: '#1f4e8c',
  before: '#6c89b4',
} as const
const small = 12

const text = (mark: Omit<TextMark, 'kind' | 'size' | 'fill'> & Partial<TextMark>): Mark => ({
  kind: 'text',
  size: small,
  fill: ink.quiet,
  ...mark,
})
const valueOf = (row: SeriesRow): number | null => row.cells[0]?.value ?? null
const earlierOf = (row: SeriesRow): number | null => row.cells[0]?.earlier ?? null

/** Estimates the width of a text: 1 em for a Chinese character, 0.56 em for others. */
const widthOf = (words: string, size: number): number =>
  Array.from(words).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.56) * size, 0)

function shortened(words: string, most: number): string {
  const letters = Array.from(words)
  while (letters.length > 1 && widthOf(letters.join(''), small) > most) letters.pop()
  return letters.length < Array.from(words).length ? `${letters.join('')}…` : words
}

const widestLabel = 300

/** Horizontal bars of members with printed values, so that no axis is needed. */
function memberBars({ rows }: SeriesReading): Picture {
  const [row, right] = [17, 92]
  const longest = Math.max(0, ...rows.map(seriesRow => widthOf(seriesRow.label, small)))
  const label = Math.min(widestLabel, Math.max(176, Math.ceil(longest) + 16))
  const most = Math.max(0, ...rows.map(seriesRow => valueOf(seriesRow) ?? 0))
  const length = (value: number): number =>
    most > 0 ? (Math.max(0, value) / most) * (width - label - right) : 0
  const marks = rows.flatMap((seriesRow, place): Mark[] => {
    const y = 8 + place * row
    const value = valueOf(seriesRow)
    return [
      text({
        x: label - 8,
        y: y + 12,
        text: shortened(seriesRow.label, label - 16),
        anchor: 'end',
        fill: ink.strong,
      }),
      ...(value === null
        ? []
        : [
            {
              kind: 'bar' as const,
              x: label,
              y: y + 2,
              width: Math.max(1, length(value)),
              height: 12,
              fill: ink.now,
            },
          ]),
      text({
        x: label + (value === null ? 0 : length(value)) + 6,
        y: y + 12,
        text: seriesRow.cells[0]?.text ?? '',
        anchor: 'start',
        fill: ink.strong,
      }),
    ]
  })
  return { width, height: rows.length * row + 16, marks }
}

interface Plot {
  left: number
  top: number
  right: number
  bottom: number
  at: (value: number) => number
  step: number
  xOf: (place: number) => number
}

function plotOf(count: number, { least, most }: { least: number; most: number }): Plot {
  const [left, top, right, bottom] = [84, 30, width - 16, 190]
  const step = (right - left) / Math.max(1, count)
  return {
    left,
    top,
    right,
    bottom,
    step,
    at: value => bottom - ((value - least) / (most - least)) * (bottom - top),
    xOf: place => left + step * (place + 0.5),
  }
}

function lineOf(
  rows: readonly SeriesRow[],
  read: (row: SeriesRow) => number | null,
  { plot, stroke, width: wide }: { plot: Plot; stroke: string; width: number },
): Mark[] {
  // The line is broken at unknown values; a single point between two gaps is drawn as a short stroke.
  const runs: [number, number][][] = [[]]
  rows.forEach((row, place) => {
    const value = read(row)
    if (value === null) runs.push([])
    else runs.at(-1)?.push([plot.xOf(place), plot.at(value)])
  })
  return runs
    .filter(points => points.length > 0)
    .map((points): Mark => {
      const [[x, y] = [0, 0]] = points
      return {
        kind: 'line',
        points:
          points.length > 1
            ? points
            : [
                [x - 3, y],
                [x + 3, y],
              ],
        stroke,
        width: wide,
        dash: '',
      }
    })
}

function barsOf(
  rows: readonly SeriesRow[],
  read: (row: SeriesRow) => number | null,
  { plot, fill, share }: { plot: Plot; fill: string; share: [from: number, wide: number] },
): Mark[] {
  const [from, wide] = share
  return rows.flatMap((row, place): Mark[] => {
    const value = read(row)
    return value === null
      ? []
      : [
          {
            kind: 'bar',
            x: plot.xOf(place) + plot.step * (from - 0.5),
            y: plot.at(Math.max(0, value)),
            width: Math.max(1, plot.step * wide),
            height: Math.abs(plot.at(0) - plot.at(value)),
            fill,
          },
        ]
  })
}

function axes(rows: readonly SeriesRow[], plot: Plot, ticks: { value: number; text: string }[]): Mark[] {
  const every = Math.ceil(rows.length / Math.floor((plot.right - plot.left) / 66))
  return [
    ...ticks.flatMap(({ value, text: words }): Mark[] => [
      {
        kind: 'line',
        points: [
          [plot.left, plot.at(value)],
          [plot.right, plot.at(value)],
        ],
        stroke: ink.line,
        width: 1,
        dash: '',
      },
      text({ x: plot.left - 8, y: plot.at(value) + 4, text: words, anchor: 'end' }),
    ]),
    ...rows.flatMap((row, place): Mark[] =>
      place % every === 0
        ? [text({ x: plot.xOf(place), y: plot.bottom + 20, text: row.label, anchor: 'middle' })]
        : [],
    ),
  ]
}

/** The legend: the colour of each period, with its dates. */
function legend({ from, to, against }: SeriesReading, language: Language): Mark[] {
  const marks: Mark[] = []
  let x = 84
  for (const [span, fill] of [[{ from, to }, ink.now] as const, [against, ink.before] as const]) {
    const words = span ? spanWords(span, language) : ''
    marks.push(
      { kind: 'bar', x, y: 8, width: 14, height: 10, fill },
      text({ x: x + 20, y: 17, text: words, anchor: 'start', fill: ink.strong }),
    )
    x += 44 + widthOf(words, small)
  }
  return marks
}

const changeWords = { zh: '口径调整', en: 'definition changed' } as const

/** A dashed line before the first row with another definition, as on the pages. */
function changeLines({ rows, changes = [] }: SeriesReading, plot: Plot, language: Language): Mark[] {
  return changes.flatMap(({ day }): Mark[] => {
    const place = rows.findIndex(({ to }) => to >= day)
    if (place < 0) return []
    const x = plot.left + plot.step * place
    return [
      {
        kind: 'line',
        points: [
          [x, plot.top],
          [x, plot.bottom],
        ],
        stroke: ink.quiet,
        width: 1,
        dash: '3 3',
      },
      text({ x: x + 4, y: plot.top + 10, text: changeWords[language], anchor: 'start' }),
    ]
  })
}

/**
 * A measure over time: bars for sums, a line for rates and times; the compared period is drawn paler beside
 * or behind it.
 */
function overTime(id: MeasureId, reading: SeriesReading, printing: Printing): Picture {
  const { rows } = reading
  const measure = measureNamed(id)
  const adds = measure.kind === 'total'
  const values = rows.flatMap(row => [valueOf(row), earlierOf(row)]).filter(value => value !== null)
  const scale = scaleOf(values, { fromZero: adds })
  const plot = plotOf(rows.length, scale)
  const compared = rows.some(row => earlierOf(row) !== null)
  const series = adds
    ? [
        ...(compared ? barsOf(rows, earlierOf, { plot, fill: ink.before, share: [0.12, 0.36] }) : []),
        ...barsOf(rows, valueOf, { plot, fill: ink.now, share: compared ? [0.5, 0.36] : [0.2, 0.6] }),
      ]
    : [
        ...lineOf(rows, earlierOf, { plot, stroke: ink.before, width: 1.5 }),
        ...lineOf(rows, valueOf, { plot, stroke: ink.now, width: 2.5 }),
      ]
  return {
    width,
    height: 218,
    marks: [
      ...axes(
        rows,
        plot,
        scale.ticks.map(value => ({ value, text: printLine(value, { unit: measure.unit }, printing) })),
      ),
      ...series,
      ...changeLines(reading, plot, printing.language),
      ...(compared ? legend(reading, printing.language) : []),
    ],
  }
}

/** Draws the first measure of a series. Pure: the same reading gives the same picture on every machine. */
export function drawSeries(ref: SeriesRef, reading: SeriesReading, printing: Printing): Picture {
  const [id] = ref.measures
  return ref.by || id === undefined ? memberBars(reading) : overTime(id, reading, printing)
}
