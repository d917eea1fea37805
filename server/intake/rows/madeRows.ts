import type { Source, SourceRecord } from '../read/source.ts'
import type { Target } from '../targets/target.ts'
import type { KindPlaces } from './kindColumns.ts'
import type { Mapping } from './mapping.ts'
import { createHash } from 'node:crypto'
import { NamedError } from '#measures'
import { foldedKey, plainWidth } from './keyText.ts'
import { kindCells, madeKindHeading } from './kindColumns.ts'
import { pieceCells } from './pieces.ts'
import { leaveOutPlans, placeOf } from './rowPlan.ts'
import { withSeveral } from './several.ts'
import { plainReader } from './timeText.ts'

/** The heading of the generated column of record numbers. */
export const madeKeyHeading = '（按内容生成的编号）'

/** The headings of the columns that a mapping generates. */
export const madeHeadings = ({ columns, kindColumns, rowKey }: Mapping): string[] => [
  ...(kindColumns === undefined || columns.kind !== madeKindHeading ? [] : [madeKindHeading]),
  ...(rowKey === undefined ? [] : [madeKeyHeading]),
]

/** The most distinct rows of a file for which numbers are generated. */
const mostRows = 1_000_000
const keyLength = 16

/** The normalised text for identifying a row: equal days are equal in any format. */
function partOf(text: string): string {
  const plain = plainWidth(text.trim())
  const time = plainReader(plain)
  if (time === null) return foldedKey(plain)
  return 'instant' in time ? `@${time.instant}` : `@${time.day} ${time.milliseconds}`
}

/** A short hash, so that the number contains none of the texts, which may name people. */
const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, keyLength)

/**
 * Adds a column of numbers generated from some columns. Equal rows are counted, so that each has its own
 * number, and the same file gives the same numbers again.
 */
function withRowKeys(source: Source, columns: readonly string[], target: string): Source {
  const places = columns.map(column => placeOf(column, source.headers, target))
  async function* records(): AsyncGenerator<SourceRecord> {
    const seen = new Map<string, number>()
    for await (const record of source.records) {
      const hash = hashOf(places.map(place => partOf(record.cells[place] ?? '')))
      const times = (seen.get(hash) ?? 0) + 1
      if (seen.size >= mostRows)
        throw new NamedError('file-too-large', { what: `${seen.size} +`, most: String(mostRows) })
      seen.set(hash, times)
      yield { ...record, cells: [...record.cells, times === 1 ? `auto-${hash}` : `auto-${hash}-${times}`] }
    }
  }
  return { ...source, headers: [...source.headers, madeKeyHeading], records: records() }
}

/** A column that counts pieces, and its mapping. */
interface PieceRows {
  pieces: string
  mapping: Mapping
}

/** Returns whether a mapping excludes a row, by the columns of the file itself. */
function leftOutBy(mapping: Mapping, headers: readonly string[]): (cells: readonly string[]) => boolean {
  const { [madeKindHeading]: _, ...except } = mapping.except
  const rules = leaveOutPlans({ ...mapping, except }, headers)
  return cells => rules.some(rule => rule.leavesOut(cells[rule.place]?.trim() ?? ''))
}

/** The index of the column with a record's number; null where the file has none. */
function keyPlace(mapping: Mapping, target: Target, headers: readonly string[]): number | null {
  const own = mapping.columns[target.key]
  const place = typeof own === 'string' ? headers.indexOf(own) : -1
  return place < 0 ? null : place
}

/** A source with one row per record counted in the columns of kinds, and the kind in an added column. */
function withKindRows(source: Source, target: Target, mapping: Mapping): Source {
  const { headers } = source
  const made = headers.indexOf(madeKindHeading)
  const places: KindPlaces = {
    kinds: Object.entries(mapping.kindColumns ?? {}).map(([column, code]) => ({
      place: placeOf(column, headers, target.name),
      code,
    })),
    kind: made < 0 ? headers.length : made,
    key: keyPlace(mapping, target, headers),
  }
  const leavesOut = leftOutBy(mapping, headers)
  async function* records(): AsyncGenerator<SourceRecord> {
    for await (const record of source.records) {
      const cells = made < 0 ? [...record.cells, ''] : record.cells
      yield { ...record, cells }
    }
  }
  const wide = { ...source, headers: made < 0 ? [...headers, madeKindHeading] : headers, records: records() }
  return withSeveral(wide, cells => (leavesOut(cells) ? [[...cells]] : kindCells(cells, places)))
}

/** A source with one row per piece that a column counts. */
function withPieceRows(source: Source, target: Target, { pieces, mapping }: PieceRows): Source {
  const leavesOut = leftOutBy(mapping, source.headers)
  const columns = {
    place: placeOf(pieces, source.headers, target.name),
    key: keyPlace(mapping, target, source.headers),
  }
  return withSeveral(source, cells => (leavesOut(cells) ? [[...cells]] : pieceCells(cells, columns)))
}

/**
 * A source with generated rows and numbers: one row per record that a row counts, and numbers for rows
 * without one. Rows that already have them, such as repaired ones, are unchanged. Errors: column-missing;
 * while reading, file-too-large.
 */
export function withMadeRows(source: Source, target: Target, mapping: Mapping): Source {
  const { rowKey, pieces } = mapping
  const hasKeys = source.headers.includes(madeKeyHeading)
  const counted =
    // Where the kind is given in another way, counting columns are ignored.
    madeHeadings(mapping).includes(madeKindHeading)
      ? withKindRows(source, target, mapping)
      : pieces !== undefined && !hasKeys
        ? withPieceRows(source, target, { pieces, mapping })
        : source
  if (rowKey === undefined || hasKeys) return counted
  const columns = rowKey.filter(column => column !== madeKindHeading || counted.headers.includes(column))
  return withRowKeys(counted, columns, target.name)
}
