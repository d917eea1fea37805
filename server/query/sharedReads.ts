import type { Read, ReadRow } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import { partKey } from '#measures'

/** Runs one read. */
type RunRead = (read: Read) => Promise<ReadRow[]>

interface Shared {
  read: Read
  places: Map<string, number>
  rows: Promise<ReadRow[]> | null
}

/**
 * The key of reads that share a SELECT. For facts it includes the parts, because they decide which index
 * serves; in a rollup they are columns of the same rows.
 */
function keyOf(read: Read): string {
  const parts = read.from.grain && read.shape !== 'histogram' ? null : read.parts.map(partKey)
  return JSON.stringify([
    read.shape,
    read.fact,
    read.clock,
    read.from.grain?.name,
    parts,
    read.buckets,
    read.groupBy,
    read.filters,
    read.centreIds,
  ])
}

/**
 * Merges reads of several questions that use the same rows. All reads are added before the first one runs.
 */
export class SharedReads {
  private readonly shared = new Map<string, Shared>()
  private readonly run: RunRead

  constructor(run: RunRead) {
    this.run = run
  }

  add(read: Read): void {
    const key = keyOf(read)
    const shared = this.shared.get(key) ?? {
      read: { ...read, parts: [] as (FlowPart | StockPart)[] },
      places: new Map<string, number>(),
      rows: null,
    }
    for (const part of read.parts) {
      if (!shared.places.has(partKey(part)))
        shared.places.set(partKey(part), shared.read.parts.push(part) - 1)
    }
    this.shared.set(key, shared)
  }

  /** The rows of a read that was added, with the values of its own parts. */
  async rowsOf(read: Read): Promise<ReadRow[]> {
    const shared = this.shared.get(keyOf(read))
    if (!shared) return this.run(read)
    shared.rows ??= this.run(shared.read)
    const rows = await shared.rows
    const places = read.parts.map(part => shared.places.get(partKey(part)) ?? 0)
    // Another question may list the same parts in another order.
    if (places.length === shared.read.parts.length && places.every((place, index) => place === index))
      return rows
    return rows.map(row => ({ ...row, values: places.map(place => row.values[place] ?? null) }))
  }
}
