import type { Sql } from 'sql-template-tag'
import type { FlowPart } from '#measures'
import type { Fact, FactName } from '../model/index.ts'
import type { Grain, GrainContent } from './grains.ts'
import { createHash } from 'node:crypto'
import sql, { empty } from 'sql-template-tag'
import { measures, partKey, partsOf, plainPartsOf } from '#measures'
import { factNamed } from '../model/index.ts'
import { clockColumn, conditionOf, numberNamed } from '../model/named.ts'
import { identifier, toSql } from '../model/toSql.ts'
import { grains, steps } from './grains.ts'

/**
 * A stored part: its column, the clock that dates it, its aggregate over rows with a `sign`, and its SQL
 * type.
 */
interface RollupColumn {
  name: string
  part: FlowPart
  clock: string
  sql: string
  type: 'int' | 'bigint'
}

/**
 * A stored histogram: its code within the table of bins, its bin column, and the condition on the rows
 * counted.
 */
interface RollupHistogram {
  code: number
  part: FlowPart
  clock: string
  bin: string
  when: string
}

/**
 * Returns the part that a rollup stores for `part`. Peaks, active days and distinct counts are derived from a
 * count.
 */
export function storedPart(part: FlowPart): FlowPart {
  return ['distinct', 'peak', 'activeDays'].includes(part.aggregate)
    ? { ...part, aggregate: 'count', of: '' }
    : part
}

/** The distinct flow parts of all measures of a fact, as rollups store them. */
function flowsOf(fact: FactName): FlowPart[] {
  const parts = Object.values(measures).flatMap(partsOf).flatMap(plainPartsOf)
  const flows = parts.flatMap(part =>
    part.kind === 'flow' ? [part] : part.kind === 'balance' ? [...part.entered, ...part.left] : [],
  )
  const stored = flows.filter(part => part.fact === fact).map(storedPart)
  return [...new Map(stored.map(part => [partKey(part), part])).values()]
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const names = new Map<string, string>()

/**
 * The column name of a count or sum. PostgreSQL truncates names at 63 bytes, so long ones end in a digest.
 */
export function columnName(part: FlowPart): string {
  const key = partKey(part)
  const full = key.slice(part.fact.length + 1)
  const name =
    names.get(key) ?? (full.length <= 60 ? full : `${full.slice(0, 50)}~${digest(full).slice(0, 8)}`)
  names.set(key, name)
  return name
}

const codes = new Map<string, number>()

/** The code of a histogram in its table: a number derived from the part's key. */
export function histogramCode(part: FlowPart): number {
  const key = partKey(part)
  const code = codes.get(key) ?? Number.parseInt(digest(key).slice(0, 7), 16)
  codes.set(key, code)
  return code
}

const serves = (grain: Grain, part: FlowPart): boolean => grain.clocks?.includes(part.during) ?? true

/**
 * Inlines bound values as SQL literals, because CREATE TABLE AS takes no parameters. The values come from the
 * model, never from users.
 */
function withLiterals({ strings, values }: Sql): string {
  return values.reduce<string>(
    (text, value, index) => `${text}${literal(value)}${strings[index + 1] ?? ''}`,
    strings[0] ?? '',
  )
}

function literal(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = Array.isArray(value) ? `{${value.map(each => `"${String(each)}"`).join(',')}}` : String(value)
  return `'${text.replaceAll("'", "''")}'`
}

function signedSql(part: FlowPart): Sql {
  const when = part.when.length > 0 ? sql` FILTER (WHERE ${toSql(conditionOf(part))})` : empty
  return part.aggregate === 'sum'
    ? sql`sum(sign * (${toSql(numberNamed(part.fact, part.of))}))${when}`
    : sql`sum(sign)${when}`
}

const quotedClock = (fact: Fact, part: FlowPart): string => identifier(clockColumn(fact, part.during)).text

function columnsFor(grain: Grain): RollupColumn[] {
  const fact = factNamed(grain.fact)
  const parts = flowsOf(grain.fact).filter(part => part.aggregate !== 'histogram' && serves(grain, part))
  return parts.map(part => ({
    name: columnName(part),
    part,
    clock: quotedClock(fact, part),
    sql: withLiterals(signedSql(part)),
    type: part.aggregate === 'sum' ? ('bigint' as const) : ('int' as const),
  }))
}

function histogramsFor(grain: Grain): RollupHistogram[] {
  const fact = factNamed(grain.fact)
  const parts =
    grain.histograms.length > 0
      ? flowsOf(grain.fact).filter(part => part.aggregate === 'histogram' && serves(grain, part))
      : []
  return parts.map(part => ({
    code: histogramCode(part),
    part,
    clock: quotedClock(fact, part),
    bin: identifier(fact.bins[part.of]?.bin ?? '').text,
    when: withLiterals(toSql(conditionOf(part))),
  }))
}

const columns = new Map<string, RollupColumn[]>()
const histograms = new Map<string, RollupHistogram[]>()

function remembered<T>(cache: Map<string, T>, grain: Grain, make: (grain: Grain) => T): T {
  const value = cache.get(grain.name) ?? make(grain)
  cache.set(grain.name, value)
  return value
}

/** The count and sum columns of a grain, generated from the parts of all measures. */
export const columnsOf = (grain: Grain): RollupColumn[] => remembered(columns, grain, columnsFor)

/** The histograms that a grain stores. */
export const histogramsOf = (grain: Grain): RollupHistogram[] => remembered(histograms, grain, histogramsFor)

/** The name of a part in the `columns` and `missing` of the table Rollup. */
export const partName = (part: FlowPart): string =>
  part.aggregate === 'histogram' ? `bins ${histogramCode(part)}` : columnName(part)

/** The steps by which a grain stores `content`, for the definition; empty where it stores all of them. */
const storedSteps = (grain: Grain, content: GrainContent): string =>
  grain[content].length < steps.length ? ` by ${grain[content].join()}` : ''

/**
 * The definition of each stored part of a grain, by name. Where it differs from the recorded definition, the
 * stored values are stale.
 */
export function definitionsOf(grain: Grain): Record<string, string> {
  const ofColumns = columnsOf(grain).map(column => [
    column.name,
    `${column.clock} ${column.sql} ${column.type}${storedSteps(grain, 'parts')}`,
  ])
  const ofBins = histogramsOf(grain).map(histogram => [
    `bins ${histogram.code}`,
    `${histogram.clock} ${histogram.bin} ${histogram.when}${storedSteps(grain, 'histograms')}`,
  ])
  return Object.fromEntries([...ofColumns, ...ofBins]) as Record<string, string>
}

/** The storage format of rows, part of the fingerprint: it must change with the format. */
const form = 'null for nothing'

const fingerprints = new Map<string, string>()

/** A digest of a grain's dimensions and definitions. */
export const fingerprintOf = (grain: Grain): string =>
  remembered(fingerprints, grain, one =>
    digest(JSON.stringify([form, one.dimensions, definitionsOf(one)])).slice(0, 16),
  )

/** A digest of the fingerprints of all grains. */
export const rollupsFingerprint = (): string =>
  digest(grains.map(grain => `${grain.name} ${fingerprintOf(grain)}`).join()).slice(0, 16)
