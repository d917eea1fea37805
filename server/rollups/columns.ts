import type { Sql } from 'sql-template-tag'
import type { FlowPart } from '#measures'
import type { Fact, FactName } from '../model/index.ts'
import type { Grain, Kept } from './grains.ts'
import { createHash } from 'node:crypto'
import sql, { empty } from 'sql-template-tag'
import { measures, partKey, partsOf, plainPartsOf } from '#measures'
import { factNamed } from '../model/index.ts'
import { clockColumn, conditionOf, numberNamed } from '../model/named.ts'
import { identifier, toSql } from '../model/toSql.ts'
import { grains, steps } from './grains.ts'

/** A kept part: its column, how it adds up over rows that carry a sign, and what the column holds. */
interface RollupColumn {
  name: string
  part: FlowPart
  clock: string
  sql: string
  type: 'int' | 'bigint'
}

/**
 * A kept histogram: the number that tells it from others in its table, and which bins of which rows it
 * counts.
 */
interface RollupHistogram {
  code: number
  part: FlowPart
  clock: string
  bin: string
  when: string
}

/**
 * The counts and sums that a part is made from in a rollup: peaks, active days and different members
 * all start from counts.
 */
export function keptPart(part: FlowPart): FlowPart {
  return ['distinct', 'peak', 'activeDays'].includes(part.aggregate)
    ? { ...part, aggregate: 'count', of: '' }
    : part
}

/** Every flow that any measure of a fact is made of, each once. */
function flowsOf(fact: FactName): FlowPart[] {
  const parts = Object.values(measures).flatMap(partsOf).flatMap(plainPartsOf)
  const flows = parts.flatMap(part =>
    part.kind === 'flow' ? [part] : part.kind === 'balance' ? [...part.entered, ...part.left] : [],
  )
  const kept = flows.filter(part => part.fact === fact).map(keptPart)
  return [...new Map(kept.map(part => [partKey(part), part])).values()]
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const names = new Map<string, string>()

/** The column of a count or sum. PostgreSQL cuts names after 63 bytes, so long ones end in a digest. */
export function columnName(part: FlowPart): string {
  const key = partKey(part)
  const full = key.slice(part.fact.length + 1)
  const name =
    names.get(key) ?? (full.length <= 60 ? full : `${full.slice(0, 50)}~${digest(full).slice(0, 8)}`)
  names.set(key, name)
  return name
}

const codes = new Map<string, number>()

/** The number by which a histogram is known in its table. */
export function histogramCode(part: FlowPart): number {
  const key = partKey(part)
  const code = codes.get(key) ?? Number.parseInt(digest(key).slice(0, 7), 16)
  codes.set(key, code)
  return code
}

const serves = (grain: Grain, part: FlowPart): boolean => grain.clocks?.includes(part.during) ?? true

/** A statement that makes a table takes no bound values, so those of the model are written into it. */
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

function remembered<T>(known: Map<string, T>, grain: Grain, make: (grain: Grain) => T): T {
  const found = known.get(grain.name) ?? make(grain)
  known.set(grain.name, found)
  return found
}

/** The counts and sums that a grain keeps, generated from the parts of all measures. */
export const columnsOf = (grain: Grain): RollupColumn[] => remembered(columns, grain, columnsFor)

/** The histograms that a grain keeps. */
export const histogramsOf = (grain: Grain): RollupHistogram[] => remembered(histograms, grain, histogramsFor)

/** The name under which a part is reported as kept or still missing. */
export const partName = (part: FlowPart): string =>
  part.aggregate === 'histogram' ? `bins ${histogramCode(part)}` : columnName(part)

/** The steps by which something is kept, where they are not all. */
const keptBy = (grain: Grain, kept: Kept): string =>
  grain[kept].length < steps.length ? ` by ${grain[kept].join()}` : ''

/**
 * What each kept part of a grain means, by name: where the meaning changes, what is stored is no longer
 * true.
 */
export function definitionsOf(grain: Grain): Record<string, string> {
  const ofColumns = columnsOf(grain).map(column => [
    column.name,
    `${column.clock} ${column.sql} ${column.type}${keptBy(grain, 'parts')}`,
  ])
  const ofBins = histogramsOf(grain).map(one => [
    `bins ${one.code}`,
    `${one.clock} ${one.bin} ${one.when}${keptBy(grain, 'histograms')}`,
  ])
  return Object.fromEntries([...ofColumns, ...ofBins]) as Record<string, string>
}

/** How rows are written; another text where that has changed. */
const form = 'null for nothing'

const fingerprints = new Map<string, string>()

/** One short text for the meaning of everything in a grain. */
export const fingerprintOf = (grain: Grain): string =>
  remembered(fingerprints, grain, one =>
    digest(JSON.stringify([form, one.dimensions, definitionsOf(one)])).slice(0, 16),
  )

/** One short text for all grains together. */
export const rollupsFingerprint = (): string =>
  digest(grains.map(grain => `${grain.name} ${fingerprintOf(grain)}`).join()).slice(0, 16)
