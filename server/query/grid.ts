import type { DaySpan, Part, PartValue } from '#measures'
import type { Read, ReadRow } from './read.ts'
import { histogramOfFew, NamedError, partKey, sizeOf, withRanked } from '#measures'

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

/** Parses a database number that must be exact. Errors: number-too-large. */
function exactNumber(text: string | null, part: string): number {
  const value = Number(text ?? 0)
  if (!Number.isSafeInteger(value)) throw new NamedError('number-too-large', { part, record: '—' })
  return value
}

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
type Pairs = [bin: number, count: number][]

/**
 * Parses the arrays of a histogram from a rollup, which may come in several pieces: "{12,15},{3,1}" is three
 * in bin 12 and one in bin 15. A bin may be in several pieces. Errors: number-too-large.
 */
export function pairsOf(text: string, part: string): Pairs {
  const lists = JSON.parse(`[${text.replaceAll('{', '[').replaceAll('}', ']')}]`) as number[][]
  if (!lists.every(list => list.every(Number.isSafeInteger)))
    throw new NamedError('number-too-large', { part, record: '—' })
  return lists.flatMap((bins, place) =>
    place % 2 === 0 ? bins.map((bin, index): Pairs[number] => [bin, lists[place + 1]?.[index] ?? 0]) : [],
  )
}

/**
 * Facts return a row per bin, rollups a row per histogram. Bins are merged and sorted, because quantiles are
 * computed along them.
 */
function fillHistograms(grid: Grid, key: string, rows: readonly ReadRow[]): void {
  const all = new Map<Pairs, GridPlace>()
  for (const {
    members,
    bucket,
    bin,
    values: [text = null],
  } of rows.filter(row => !row.exact && !row.ranked)) {
    const at = { members: joinMembers(members), bucket, key }
    const value = grid.get(at)
    const pairs = Array.isArray(value) ? (value as Pairs) : []
    const own: Pairs = bin === null ? pairsOf(text ?? '', key) : [[bin, exactNumber(text, key)]]
    for (const pair of own) pairs.push(pair)
    grid.set(at, pairs)
    all.set(pairs, at)
  }
  all.forEach((at, pairs) => grid.set(at, summed(pairs)))
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
  if (Array.isArray(counted) && sizeOf(counted as Pairs) === exact.length) grid.set(at, histogramOfFew(exact))
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
    if (Array.isArray(counted)) grid.set(at, withRanked(summed(counted as Pairs), values))
  }
}

/** Merges counts of the same bin and sorts them by bin. */
function summed(pairs: Pairs): Pairs {
  const sums = new Map<number, number>()
  for (const [bin, count] of pairs) sums.set(bin, (sums.get(bin) ?? 0) + count)
  return [...sums].sort(([a], [b]) => a - b)
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
