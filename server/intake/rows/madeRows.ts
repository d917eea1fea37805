import type { Source, SourceRecord } from '../read/source.ts'
import type { Target } from '../targets/target.ts'
import type { Mapping } from './mapping.ts'
import { createHash } from 'node:crypto'
import { NamedError } from '#measures'
import { foldedKey, plainWidth } from './keyText.ts'
import { withPieces } from './pieces.ts'
import { leaveOutPlans, placeOf } from './rowPlan.ts'
import { plainReader } from './timeText.ts'

/** The heading of the column of numbers that are made from the texts of a row. */
export const madeKeyHeading = '（按内容生成的编号）'

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

/**
 * A source with the rows and numbers that its mapping makes: a row for each of several pieces, and a
 * number for rows that have none. Rows that were made already, such as repaired ones, stay as they are.
 * Errors: column-missing; while it is read, file-too-large.
 */
export function withMadeRows(source: Source, target: Target, mapping: Mapping): Source {
  const { rowKey, pieces, columns } = mapping
  if (source.headers.includes(madeKeyHeading)) return source
  const own = columns[target.key]
  const rules = leaveOutPlans(mapping, source.headers)
  const counted =
    pieces === undefined
      ? source
      : withPieces(source, {
          place: placeOf(pieces, source.headers, target.name),
          key: typeof own === 'string' && own !== madeKeyHeading ? source.headers.indexOf(own) : null,
          leavesOut: cells => rules.some(rule => rule.leavesOut(cells[rule.place]?.trim() ?? '')),
        })
  return rowKey === undefined ? counted : withRowKeys(counted, rowKey, target.name)
}
