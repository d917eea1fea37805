import type { Answer, Cell, Side } from './answer.ts'
import type { PartValue } from './part.ts'
import type { Parts } from './value.ts'

/**
 * Cells stored by column: their buckets, the members of each split, and the values of each part. False marks
 * a missing part.
 */
interface PackedCells {
  buckets: number[]
  members: string[][]
  parts: Record<string, (PartValue | false)[]>
}

/** A side in compact form. Totals that equal the cells are null. */
interface PackedSide extends Omit<Side, 'cells' | 'totals'> {
  cells: PackedCells
  totals: PackedCells | null
}

/** An answer in compact form: a fifth of the size, because the names of parts occur once per side. */
interface PackedAnswer extends Omit<Answer, 'current' | 'earlier'> {
  current: PackedSide
  earlier: PackedSide | null
}

function packCells(cells: readonly Cell[]): PackedCells {
  const keys = [...new Set(cells.flatMap(cell => Object.keys(cell.parts)))]
  return {
    buckets: cells.map(cell => cell.bucket),
    members: (cells[0]?.members ?? []).map((_, place) => cells.map(cell => cell.members[place] ?? '')),
    parts: Object.fromEntries(
      keys.map(key => [key, cells.map(({ parts }) => (key in parts ? (parts[key] ?? null) : false))]),
    ),
  }
}

function unpackCells({ buckets, members, parts }: PackedCells): Cell[] {
  const columns = Object.entries(parts)
  return buckets.map((bucket, index) => {
    const own: Parts = {}
    for (const [key, values] of columns) {
      const value = values[index] ?? null
      if (value !== false) own[key] = value
    }
    return { bucket, members: members.map(column => column[index] ?? ''), parts: own }
  })
}

/** Compares values; histograms are equal where their text and their number of entries are equal. */
const sameValue = (a: PartValue | undefined, b: PartValue | undefined): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && String(a) === String(b) && a.length === b.length)

function sameCell(a: Cell, b: Cell | undefined): boolean {
  const keys = Object.keys(a.parts)
  return (
    b !== undefined &&
    a.bucket === b.bucket &&
    String(a.members) === String(b.members) &&
    keys.length === Object.keys(b.parts).length &&
    keys.every(key => key in b.parts && sameValue(a.parts[key], b.parts[key]))
  )
}

/** Cached, because answers are remembered and sent again. */
const packed = new WeakMap<Side, PackedSide>()

function packSide(side: Side): PackedSide {
  const cached = packed.get(side)
  if (cached) return cached
  const { cells, totals, ...rest } = side
  const same = cells.length === totals.length && cells.every((cell, index) => sameCell(cell, totals[index]))
  const made = { ...rest, cells: packCells(cells), totals: same ? null : packCells(totals) }
  packed.set(side, made)
  return made
}

function unpackSide({ cells, totals, ...rest }: PackedSide): Side {
  const unpacked = unpackCells(cells)
  return { ...rest, cells: unpacked, totals: totals ? unpackCells(totals) : unpacked }
}

/** Converts an answer to its compact form; `unpackAnswer` restores it. */
export function packAnswer(answer: Answer): PackedAnswer {
  return { ...answer, current: packSide(answer.current), earlier: answer.earlier && packSide(answer.earlier) }
}

/** Restores an answer from its compact form. */
export function unpackAnswer(travelled: PackedAnswer): Answer {
  return {
    ...travelled,
    current: unpackSide(travelled.current),
    earlier: travelled.earlier && unpackSide(travelled.earlier),
  }
}
