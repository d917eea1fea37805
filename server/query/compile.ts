import type { Fact } from '../facts/index.ts'
import type { PlacedBucket, Read, Statement } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import { factNamed } from '../facts/index.ts'
import { aggregateSql, Binder, bucketSql, clockColumn, conditionSql, dimensionColumn, quoted, restriction } from './sql.ts'
import { compileTierRead } from './tiers/compileTier.ts'

/** Buckets with their places. */
export const placed = (read: Read): PlacedBucket[] => read.buckets.map((bucket, place) => ({ ...bucket, place }))

interface Pieces {
  fact: Fact
  members: string[]
  buckets: string
  restriction: string
}

function pieces(read: Read, binder: Binder): Pieces {
  const fact = factNamed(read.fact)
  return {
    fact,
    members: read.groupBy.map(name => dimensionColumn(fact, name)),
    buckets: bucketSql(placed(read), binder),
    restriction: restriction(fact, read, binder),
  }
}

function selectList(members: readonly string[], values: readonly string[]): string {
  return ['bucket.place AS place', ...members.map((column, index) => `${column}::text AS m${index}`), ...values.map((sql, index) => `(${sql})::text AS v${index}`)].join(', ')
}

const groupList = (members: readonly string[]): string => ['place', ...members].join(', ')

function compilePlain(read: Read, binder: Binder): string {
  const { fact, members, buckets, restriction: where } = pieces(read, binder)
  const clock = clockColumn(fact, read.clock)
  const shared = sharedConditions(read.parts)
  const values = read.parts.map(part => aggregateSql(fact, { ...part, when: part.when.filter(name => !shared.includes(name)) }))
  const when = shared.length > 0 ? ` AND ${conditionSql(fact, shared)}` : ''
  return `SELECT ${selectList(members, values)} FROM ${buckets} JOIN ${quoted(fact.table)} ON ${clock} BETWEEN first AND last WHERE ${where}${when} GROUP BY ${groupList(members)}`
}

/** What every part of a read asks for belongs into WHERE, where an index can serve it. */
function sharedConditions(parts: readonly (FlowPart | StockPart)[]): string[] {
  const [first, ...rest] = parts
  return first ? first.when.filter(name => rest.every(part => part.when.includes(name))) : []
}

function compileHistogram(read: Read, binder: Binder): string {
  const { fact, members, buckets, restriction: where } = pieces(read, binder)
  const [part] = read.parts
  const column = quoted(fact.bins[part?.of ?? ''] ?? '')
  const when = part && part.when.length > 0 ? ` AND ${conditionSql(fact, part.when)}` : ''
  return `SELECT ${selectList(members, ['count(*)'])}, ${column} AS bin FROM ${buckets} JOIN ${quoted(fact.table)} ON ${clockColumn(fact, read.clock)} BETWEEN first AND last WHERE ${where}${when} AND ${column} IS NOT NULL GROUP BY ${groupList(members)}, ${column}`
}

/** Peaks and active days look at single days first. */
function compileByDay(read: Read, binder: Binder): string {
  const { fact, members, buckets, restriction: where } = pieces(read, binder)
  const clock = clockColumn(fact, read.clock)
  const inner = read.parts.map((part, index) => `${aggregateSql(fact, part)} AS n${index}`)
  const innerMembers = members.map((column, index) => `${column}::text AS m${index}`)
  const days = `SELECT ${['place', ...innerMembers, ...inner].join(', ')} FROM ${buckets} JOIN ${quoted(fact.table)} ON ${clock} BETWEEN first AND last WHERE ${where} GROUP BY ${groupList(members)}, ${clock}`
  const outer = read.parts.map((part, index) => part.aggregate === 'peak' ? `max(n${index})` : `count(*) FILTER (WHERE n${index} > 0)`)
  const names = members.map((_, index) => `m${index}`)
  return `SELECT ${['place', ...names, ...outer.map((sql, index) => `(${sql})::text AS v${index}`)].join(', ')} FROM (${days}) AS days GROUP BY ${groupList(names)}`
}

function compileStock(read: Read, binder: Binder): string {
  const { fact, members, buckets, restriction: where } = pieces(read, binder)
  const from = quoted(fact.inForce?.from ?? '')
  const to = quoted(fact.inForce?.to ?? '')
  const values = read.parts.map(part => aggregateSql(fact, part))
  return `SELECT ${selectList(members, values)} FROM ${buckets} JOIN ${quoted(fact.table)} ON ${from} <= last AND (${to} IS NULL OR ${to} > last) WHERE ${where} GROUP BY ${groupList(members)}`
}

/** One parameterised SELECT. Identifiers come from facts alone, every value is bound. */
export function compile(read: Read): Statement {
  const binder = new Binder()
  if (read.from.grain)
    return { text: compileTierRead({ ...read, grain: read.from.grain, placed: placed(read) }, binder), values: binder.values }
  const build = { plain: compilePlain, histogram: compileHistogram, byDay: compileByDay, stock: compileStock }[read.shape]
  const text = build(read, binder)
  return { text, values: binder.values }
}
