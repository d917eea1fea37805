import type { Fact } from '../../facts/index.ts'
import type { FactName, FlowPart } from '../words.ts'
import type { Grain } from './grains.ts'
import { createHash } from 'node:crypto'
import { measures, partKey, partsOf } from '#measures'
import { factNamed } from '../../facts/index.ts'
import { clockColumn, conditionSql } from '../sql.ts'
import { grains } from './grains.ts'

/** A kept part: its column, how it adds up over rows that carry a sign, and what the column holds. */
export interface TierColumn {
  name: string
  part: FlowPart
  clock: string
  sql: string
  type: 'int' | 'bigint'
}

/** A kept histogram: the number that tells it from others in its table, and which bins of which rows it counts. */
export interface TierHistogram {
  code: number
  part: FlowPart
  clock: string
  bin: string
  when: string
}

/** The counts and sums that a part is made from in a tier: peaks, active days and different members all start from counts. */
export function keptPart(part: FlowPart): FlowPart {
  return ['distinct', 'peak', 'activeDays'].includes(part.aggregate) ? { ...part, aggregate: 'count', of: '' } : part
}

/** Every flow that any measure of a fact is made of, each once. */
function flowsOf(fact: FactName): FlowPart[] {
  const parts = Object.values(measures).flatMap(partsOf)
  const flows = parts.flatMap(part => part.kind === 'flow' ? [part] : part.kind === 'balance' ? [...part.entered, ...part.left] : [])
  const kept = flows.filter(part => part.fact === fact).map(keptPart)
  return [...new Map(kept.map(part => [partKey(part), part])).values()]
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const names = new Map<string, string>()

/** The column of a count or sum. PostgreSQL cuts names after 63 bytes, so long ones end in a digest. */
export function columnName(part: FlowPart): string {
  const key = partKey(part)
  const full = key.slice(part.fact.length + 1)
  const name = names.get(key) ?? (full.length <= 60 ? full : `${full.slice(0, 50)}~${digest(full).slice(0, 8)}`)
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

function signedSql(fact: Fact, part: FlowPart): string {
  const when = part.when.length > 0 ? ` FILTER (WHERE ${conditionSql(fact, part.when)})` : ''
  return part.aggregate === 'sum' ? `sum(sign * ${fact.numbers[part.of] ?? 'NULL'})${when}` : `sum(sign)${when}`
}

function columnsFor(grain: Grain): TierColumn[] {
  const fact = factNamed(grain.fact)
  const parts = flowsOf(grain.fact).filter(part => part.aggregate !== 'histogram' && serves(grain, part))
  return parts.map(part => ({ name: columnName(part), part, clock: clockColumn(fact, part.during), sql: signedSql(fact, part), type: part.aggregate === 'sum' ? 'bigint' as const : 'int' as const }))
}

function histogramsFor(grain: Grain): TierHistogram[] {
  const fact = factNamed(grain.fact)
  const parts = grain.histograms ? flowsOf(grain.fact).filter(part => part.aggregate === 'histogram' && serves(grain, part)) : []
  return parts.map(part => ({ code: histogramCode(part), part, clock: clockColumn(fact, part.during), bin: `"${fact.bins[part.of] ?? ''}"`, when: conditionSql(fact, part.when) || 'true' }))
}

const columns = new Map<string, TierColumn[]>()
const histograms = new Map<string, TierHistogram[]>()

function remembered<T>(known: Map<string, T>, grain: Grain, make: (grain: Grain) => T): T {
  const found = known.get(grain.name) ?? make(grain)
  known.set(grain.name, found)
  return found
}

/** The counts and sums that a grain keeps, generated from the parts of all measures. */
export const columnsOf = (grain: Grain): TierColumn[] => remembered(columns, grain, columnsFor)

/** The histograms that a grain keeps. */
export const histogramsOf = (grain: Grain): TierHistogram[] => remembered(histograms, grain, histogramsFor)

/** The name under which a part is reported as kept or still missing. */
export const partName = (part: FlowPart): string => part.aggregate === 'histogram' ? `bins ${histogramCode(part)}` : columnName(part)

/** What each kept part of a grain means, by name: where the meaning changes, what is stored is no longer true. */
export function definitionsOf(grain: Grain): Record<string, string> {
  const ofColumns = columnsOf(grain).map(column => [column.name, `${column.clock} ${column.sql} ${column.type}`])
  const ofBins = histogramsOf(grain).map(one => [`bins ${one.code}`, `${one.clock} ${one.bin} ${one.when}`])
  return Object.fromEntries([...ofColumns, ...ofBins]) as Record<string, string>
}

const fingerprints = new Map<string, string>()

/** One short text for the meaning of everything in a grain. */
export const fingerprintOf = (grain: Grain): string => remembered(fingerprints, grain, one => digest(JSON.stringify([one.dimensions, definitionsOf(one)])).slice(0, 16))

/** One short text for all grains together. */
export const shelfFingerprint = (): string => digest(grains.map(grain => `${grain.name} ${fingerprintOf(grain)}`).join()).slice(0, 16)
