import type { DaySpan, Histogram, Part, PartValue } from '#measures'
import type { BinCounts, Read, ReadRow } from './read.ts'
import { histogramOfFew, partKey, sizeOf, withRanked } from '#measures'
import { exactNumber, placedCounts } from './binCounts.ts'

/** The values of parts by bucket and members. Members are joined by a character that no code contains. */
export class Grid {
  private readonly values = new Map<string, Map<string, PartValue>[]>()
  private readonly nonZero = new Set<string>()
  private readonly size: number

  constructor(buckets: number) {
    this.size = buckets
  }

  private row(members: string): Map<string, PartValue>[] {
    const cached = this.values.get(members)
    if (cached) return cached
    const made = Array.from({ length: this.size }, () => new Map<string, PartValue>())
    this.values.set(members, made)
    return made
  }

  set(at: { members: string; bucket: number; key: string }, value: PartValue): void {
    this.row(at.members)[at.bucket]?.set(at.key, value)
    if (value !== 0) this.nonZero.add(at.members)
  }

  get(at: { members: string; bucket: number; key: string }): PartValue | undefined {
    return this.values.get(at.members)?.[at.bucket]?.get(at.key)
  }

  members(): string[] {
    return [...this.values.keys()]
  }

  /** Members with a value other than zero. The others equal members without any rows. */
  counted(): string[] {
    return [...this.nonZero]
  }
}

const separator = '\u001F'

/** The key of a combination of members; null becomes empty text. */
export const joinMembers = (members: readonly (string | null)[]): string =>
  members.map(member => member ?? '').join(separator)

/** Splits the key of a combination of members. */
export const splitMembers = (joined: string, count: number): string[] =>
  count === 0 ? [] : joined.split(separator)

/** The position of a value in the grid. */
interface GridPlace {
  members: string
  bucket: number
  key: string
}
interface RankedValue {
  bin: number
  rank: number
  value: number
}

/** Adds histograms. Bins are merged and sorted, because quantiles are computed along them. */
function fillHistograms(grid: Grid, key: string, rows: readonly ReadRow[]): void {
  for (const { members, bucket, counts } of placedCounts(rows))
    grid.set({ members: joinMembers(members), bucket, key }, counts)
  for (const { members, bucket, exact } of rows) if (exact) setExact(grid, { members, bucket, key }, exact)
  setRanked(grid, key, rows)
}

/** Replaces a histogram by its single values, where they are as many as it counted. */
function setExact(
  grid: Grid,
  { members, bucket, key }: Pick<ReadRow, 'members' | 'bucket'> & { key: string },
  exact: readonly number[],
): void {
  const at = { members: joinMembers(members), bucket, key }
  const counted = grid.get(at)
  if (Array.isArray(counted) && sizeOf(counted as Histogram) === exact.length)
    grid.set(at, histogramOfFew(exact))
}

/** Adds single values to histograms with many values. */
function setRanked(grid: Grid, key: string, rows: readonly ReadRow[]): void {
  const byPlace = new Map<string, { at: GridPlace; values: RankedValue[] }>()
  for (const { members, bucket, bin, ranked } of rows) {
    if (!ranked || bin === null) continue
    const at = { members: joinMembers(members), bucket, key }
    const entry = byPlace.get(`${bucket} ${at.members}`) ?? { at, values: [] }
    byPlace.set(`${bucket} ${at.members}`, entry)
    entry.values.push({ bin, ...ranked })
  }
  for (const { at, values } of byPlace.values()) {
    const counted = grid.get(at)
    if (Array.isArray(counted)) grid.set(at, withRanked(counted as BinCounts, values))
  }
}

/** The key of a part in a grid. The same part may be read for all days and for those of one span. */
export const gridKey = (part: Part, span: DaySpan | null): string =>
  span ? `${partKey(part)} ${span.from ?? ''}..${span.to ?? ''}` : partKey(part)

/** Adds the rows of one read to a grid. Errors: number-too-large. */
export function fill(grid: Grid, read: Read, rows: readonly ReadRow[]): void {
  const keys = read.parts.map(part => gridKey(part, read.span))
  if (read.shape === 'histogram') return fillHistograms(grid, keys[0] ?? '', rows)
  for (const row of rows) {
    const members = joinMembers(row.members)
    keys.forEach((key, index) =>
      grid.set({ members, bucket: row.bucket, key }, exactNumber(row.values[index] ?? null, key)),
    )
  }
}
