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

/** The heading of the column of numbers that are made from the texts of a row. */
export const madeKeyHeading = '（按内容生成的编号）'

/** The headings of the columns that a load makes by a mapping. */
export const madeHeadings = ({ columns, kindColumns, rowKey }: Mapping): string[] => [
  ...(kindColumns === undefined || columns.kind !== madeKindHeading ? [] : [madeKindHeading]),
  ...(rowKey === undefined ? [] : [madeKeyHeading]),
]

/** So many rows of a file without numbers are told apart. */
const mostRows = 1_000_000
const keyLength = 16

/** A text as it tells a row apart: a day is the same day however it is written. */
function partOf(text: string): string {
  const plain = plainWidth(text.trim())
  const time = plainReader(plain)
  if (time === null) return foldedKey(plain)
  return 'instant' in time ? `@${time.instant}` : `@${time.day} ${time.milliseconds}`
}

/** A short number without any of the texts, which may name people. */
const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, keyLength)

/**
 * A source with a column of numbers that are made from some columns. Rows that say the same are counted,
 * so each keeps a number of its own, and the same file gives the same numbers again.
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

/** True for rows that a mapping leaves out, by the columns that the file itself has. */
function leftOutBy(mapping: Mapping, headers: readonly string[]): (cells: readonly string[]) => boolean {
  const { [madeKindHeading]: _, ...except } = mapping.except
  const rules = leaveOutPlans({ ...mapping, except }, headers)
  return cells => rules.some(rule => rule.leavesOut(cells[rule.place]?.trim() ?? ''))
}

/** The place of the column that holds the number of a record, where the file has one. */
function keyPlace(mapping: Mapping, target: Target, headers: readonly string[]): number | null {
  const own = mapping.columns[target.key]
  const place = typeof own === 'string' ? headers.indexOf(own) : -1
  return place < 0 ? null : place
}

/** A source with a row for each record that its columns count, and their kind in a column of its own. */
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

/** A source with a row for each of several pieces that one column counts. */
function withPieceRows(source: Source, target: Target, { pieces, mapping }: PieceRows): Source {
  const leavesOut = leftOutBy(mapping, source.headers)
  const columns = {
    place: placeOf(pieces, source.headers, target.name),
    key: keyPlace(mapping, target, source.headers),
  }
  return withSeveral(source, cells => (leavesOut(cells) ? [[...cells]] : pieceCells(cells, columns)))
}

/**
 * A source with the rows and numbers that its mapping makes: a row for each of several records that a
 * row counts, and a number for rows that have none. Rows that were made already, such as repaired ones,
 * stay as they are. Errors: column-missing; while it is read, file-too-large.
 */
export function withMadeRows(source: Source, target: Target, mapping: Mapping): Source {
  const { rowKey, pieces } = mapping
  const hasKeys = source.headers.includes(madeKeyHeading)
  const counted =
    // A kind that is given in another way says that the columns count nothing.
    madeHeadings(mapping).includes(madeKindHeading)
      ? withKindRows(source, target, mapping)
      : pieces !== undefined && !hasKeys
        ? withPieceRows(source, target, { pieces, mapping })
        : source
  if (rowKey === undefined || hasKeys) return counted
  const columns = rowKey.filter(column => column !== madeKindHeading || counted.headers.includes(column))
  return withRowKeys(counted, columns, target.name)
}
