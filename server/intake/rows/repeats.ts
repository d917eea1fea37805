import type { Source, SourceRecord } from '../read/source.ts'
import type { Target } from '../targets/target.ts'
import type { Mapping } from './mapping.ts'
import { NamedError } from '#measures'
import { bytesOfCells, defaultLimits, Held } from '../read/limits.ts'
import { foldedKey } from './keyText.ts'

/** So many different records are held while a file of steps is read. */
const mostRecords = 1_000_000

/**
 * The places of the cells that make a record's key; null where the key is made from several fields.
 * Errors: mapping-invalid.
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

/** How the rows of one record are put together. */
interface Together {
  width: number
  repeats: 'last' | 'fold'
  /** The places of cells of which the first row that has them counts, such as the time of receipt. */
  firsts: ReadonlySet<number>
}

const isBlank = (cell = ''): boolean => cell.trim() === ''

/** A later row of a record over an earlier one: as a whole, or cell by cell where it is not blank. */
function laidOver(earlier: SourceRecord, later: SourceRecord, { repeats, firsts }: Together): SourceRecord {
  if (repeats === 'last') return later
  const stays = (cell: string, place: number): boolean =>
    isBlank(cell) || (firsts.has(place) && !isBlank(earlier.cells[place]))
  return {
    ...later,
    cells: later.cells.map((cell, place) => (stays(cell, place) ? (earlier.cells[place] ?? '') : cell)),
  }
}

/** The places of the columns of fields that the first row of a record says. */
function firstPlaces(target: Target, { columns }: Mapping, headers: readonly string[]): Set<number> {
  const named = target.fields.filter(field => field.fromFirst).flatMap(field => columns[field.name] ?? [])
  return new Set(named.map(column => headers.indexOf(column)))
}

/**
 * Puts the rows of one record together, wherever they stand in the file. The row that comes last in the
 * file stands for the record; the others are given as superseded, so that every row is accounted for.
 * Damaged rows pass as they are.
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
 * A source whose rows of one record are put together as its mapping says. Errors: mapping-invalid;
 * while it is read, file-too-large.
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
