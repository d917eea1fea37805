import type { Source, SourceRecord } from '../read/source.ts'
import type { Target } from '../targets/target.ts'
import type { Mapping } from './mapping.ts'
import { NamedError } from '#measures'
import { bytesOfCells, defaultLimits, Held } from '../read/limits.ts'
import { foldedKey } from './keyText.ts'

/** The most distinct records that are kept while a file with repeated keys is read. */
const mostRecords = 1_000_000

/**
 * The indexes of the cells that form a record's key; null where it is made from several fields. Errors:
 * mapping-invalid.
 */
function keyPlaces(target: Target, { columns }: Mapping, headers: readonly string[]): number[] {
  const column = target.keyOf ? undefined : columns[target.key]
  if (column === undefined)
    throw new NamedError('mapping-invalid', {
      mapping: target.name,
      field: 'repeats',
      reason: 'only rows whose key is a column of the file can be put together',
    })
  return [column].flat().map(name => headers.indexOf(name))
}

/** How the rows of one record are merged. */
interface Together {
  width: number
  repeats: 'last' | 'fold'
  /** The indexes of cells for which the first filled row counts, such as the time of receipt. */
  firsts: ReadonlySet<number>
}

const isBlank = (cell = ''): boolean => cell.trim() === ''

/** Merges a later row of a record into an earlier one: as a whole, or by filled cells. */
function laidOver(earlier: SourceRecord, later: SourceRecord, { repeats, firsts }: Together): SourceRecord {
  if (repeats === 'last') return later
  const stays = (cell: string, place: number): boolean =>
    isBlank(cell) || (firsts.has(place) && !isBlank(earlier.cells[place]))
  return {
    ...later,
    cells: later.cells.map((cell, place) => (stays(cell, place) ? (earlier.cells[place] ?? '') : cell)),
  }
}

/** The indexes of columns whose fields the first row of a record gives. */
function firstPlaces(target: Target, { columns }: Mapping, headers: readonly string[]): Set<number> {
  const named = target.fields.filter(field => field.fromFirst).flatMap(field => columns[field.name] ?? [])
  return new Set(named.map(column => headers.indexOf(column)))
}

/**
 * Merges the rows of one record, wherever they are in the file. The last row represents the record; the
 * others are returned as superseded, so that every row is accounted for. Broken rows are passed through.
 */
async function* putTogether(
  records: AsyncIterable<SourceRecord>,
  places: readonly number[],
  together: Together,
): AsyncGenerator<SourceRecord> {
  const whole = new Map<string, SourceRecord>()
  const held = new Held('of records in several rows', { heldBytes: 2 * defaultLimits.heldBytes })
  for await (const record of records) {
    const key = foldedKey(places.map(place => record.cells[place]?.trim() ?? '').join('/'))
    if (record.broken !== undefined || record.cells.length !== together.width || key === '') {
      yield record
      continue
    }
    const earlier = whole.get(key)
    if (earlier) yield { ...earlier, superseded: true }
    else if (whole.size >= mostRecords)
      throw new NamedError('file-too-large', { what: `${whole.size} +`, most: String(mostRecords) })
    const laid = earlier ? laidOver(earlier, record, together) : record
    held.add(bytesOfCells(laid.cells) - (earlier ? bytesOfCells(earlier.cells) : 0))
    whole.set(key, laid)
  }
  yield* whole.values()
}

/**
 * A source that merges the rows of one record as its mapping says. Errors: mapping-invalid; while reading,
 * file-too-large.
 */
export function withRepeats(source: Source, target: Target, mapping: Mapping): Source {
  const { repeats } = mapping
  if (repeats === 'refuse') return source
  const places = keyPlaces(target, mapping, source.headers)
  return {
    ...source,
    records: putTogether(source.records, places, {
      width: source.headers.length,
      repeats,
      firsts: firstPlaces(target, mapping, source.headers),
    }),
  }
}
