import type { Grain } from '../../../query/tiers/grains.ts'
import type { ColumnType } from '../../field.ts'
import type { Row } from '../../target.ts'
import type { Bins } from './bins.ts'
import type { Cells } from './cells.ts'
import type { Members } from './members.ts'
import { histogramsOf } from '../../../query/tiers/columns.ts'
import { encoders } from '../../codec.ts'

function encoded(value: Row[string] | undefined): string {
  if (value === null || value === undefined)
    return '\\N'
  const type: ColumnType = typeof value === 'number' ? 'integer' : typeof value === 'boolean' ? 'flag' : 'text'
  return encoders[type](value)
}

const memberTexts = (members: Members): string[] => members.rows.map(row => members.columns.map(column => `\t${encoded(row[column])}`).join(''))

/** Lines for COPY: day, members, columns; cells that add up to nothing are left out. `start` stands before each. */
export function linesOfCells(cells: Cells, members: Members, start = ''): string {
  const texts = memberTexts(members)
  let lines = ''
  for (const place of cells.byDay()) {
    const sums = cells.at(place)
    if (sums.some(sum => sum !== 0))
      lines += `${start}${encoders.day(cells.dayAt[place] ?? 0)}${texts[cells.memberAt[place] ?? 0] ?? ''}\t${sums.join('\t')}\n`
  }
  return lines
}

function cellStart(bins: Bins, place: number, texts: readonly string[]): string {
  return `${encoders.day(bins.cells.dayAt[place] ?? 0)}${texts[bins.cells.memberAt[place] ?? 0] ?? ''}`
}

/** Lines for COPY, one a bin: day, members, part, bin, rows. */
export function linesOfBins(grain: Grain, bins: Bins, members: Members): string {
  const texts = memberTexts(members)
  const codes = histogramsOf(grain).map(one => one.code)
  let lines = ''
  for (const { place, histogram, bin, rows } of bins.all())
    lines += `${cellStart(bins, place, texts)}\t${codes[histogram]}\t${bin}\t${rows}\n`
  return lines
}

/** Lines for COPY, one a cell: day, members, part, its bins in order, the rows in each. `start` stands before each. */
export function linesOfPackedBins(grain: Grain, bins: Bins, at: { members: Members, start: string }): string {
  const texts = memberTexts(at.members)
  const packed: { place: number, code: number, bins: number[], counts: number[] }[] = []
  for (const [histogram, { code }] of histogramsOf(grain).entries()) {
    let cell = { place: -1, code, bins: [] as number[], counts: [] as number[] }
    for (const { place, bin, rows } of bins.of(histogram)) {
      if (place !== cell.place) {
        cell = { place, code, bins: [], counts: [] }
        packed.push(cell)
      }
      cell.bins.push(bin)
      cell.counts.push(rows)
    }
  }
  const dayOf = (place: number): number => bins.cells.dayAt[place] ?? 0
  packed.sort((a, b) => dayOf(a.place) - dayOf(b.place))
  return packed.map(one => `${at.start}${cellStart(bins, one.place, texts)}\t${one.code}\t{${one.bins.join(',')}}\t{${one.counts.join(',')}}\n`).join('')
}
