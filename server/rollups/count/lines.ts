import type { ColumnType } from '../../intake/rows/field.ts'
import type { Row } from '../../intake/targets/target.ts'
import type { Grain } from '../grains.ts'
import type { Bins } from './bins.ts'
import type { Cells } from './cells.ts'
import type { Members } from './members.ts'
import { encoders } from '../../intake/write/codec.ts'
import { histogramsOf } from '../columns.ts'

function encoded(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return '\\N'
  const type: ColumnType =
    typeof value === 'number' ? 'integer' : typeof value === 'boolean' ? 'flag' : 'text'
  return encoders[type](value)
}

const memberTexts = (members: Members): string[] =>
  members.rows.map(row => members.columns.map(column => `\t${encoded(row[column])}`).join(''))

/** The number of lines per chunk sent to the database. */
const together = 2000

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = []
  for (const line of lines) {
    piece.push(line)
    if (piece.length === together) {
      yield piece.join('')
      piece = []
    }
  }
  yield piece.join('')
}

function* cellLines(cells: Cells, members: Members, start: string): Generator<string> {
  const texts = memberTexts(members)
  for (const place of cells.byDay()) {
    const sums = cells.at(place)
    if (sums.every(sum => sum === 0)) continue
    const day = encoders.day(cells.dayAt[place] ?? 0)
    let line = `${start}${day}${texts[cells.memberAt[place] ?? 0] ?? ''}`
    for (const sum of sums) line += sum === 0 ? '\t\\N' : `\t${sum}`
    yield `${line}\n`
  }
}

/**
 * Lines for COPY, one per cell: day, members, columns, with null for 0. Cells whose columns are all 0 are
 * left out. Each line begins with `start`.
 */
export const linesOfCells = (cells: Cells, members: Members, start = ''): Iterable<string> =>
  pieces(cellLines(cells, members, start))

const cellStart = ({ cells }: Bins, place: number, texts: readonly string[]): string =>
  `${encoders.day(cells.dayAt[place] ?? 0)}${texts[cells.memberAt[place] ?? 0] ?? ''}`

function* binLines(grain: Grain, bins: Bins, members: Members): Generator<string> {
  const texts = memberTexts(members)
  for (const [histogram, { code }] of histogramsOf(grain).entries()) {
    for (const { place, bin, rows } of bins.of(histogram))
      yield `${cellStart(bins, place, texts)}\t${code}\t${bin}\t${rows}\n`
  }
}

/** Lines for COPY, one per bin: day, members, part, bin, rows. */
export const linesOfBins = (grain: Grain, bins: Bins, members: Members): Iterable<string> =>
  pieces(binLines(grain, bins, members))

function* packedLines(
  grain: Grain,
  bins: Bins,
  { members, start }: { members: Members; start: string },
): Generator<string> {
  const texts = memberTexts(members)
  for (const [histogram, { code }] of histogramsOf(grain).entries()) {
    const line = (place: number, { bins: binsOf, counts }: { bins: number[]; counts: number[] }): string =>
      `${start}${cellStart(bins, place, texts)}\t${code}\t{${binsOf.join(',')}}\t{${counts.join(',')}}\n`
    let at = -1
    let cell = { bins: [] as number[], counts: [] as number[] }
    for (const { place, bin, rows } of bins.of(histogram)) {
      if (place !== at && at >= 0) {
        yield line(at, cell)
        cell = { bins: [], counts: [] }
      }
      at = place
      cell.bins.push(bin)
      cell.counts.push(rows)
    }
    if (at >= 0) yield line(at, cell)
  }
}

/**
 * Lines for COPY, one per cell: day, members, part, array of bins, array of row counts. Each line begins with
 * `start`.
 */
export const linesOfPackedBins = (
  grain: Grain,
  bins: Bins,
  at: { members: Members; start: string },
): Iterable<string> => pieces(packedLines(grain, bins, at))
