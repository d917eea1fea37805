import type { Fact } from '../facts/index.ts'
import type { Read, ReadBucket, ReadFilter, Statement } from './read.ts'
import type { FlowPart, StockPart } from './words.ts'
import { NamedError, textOfDay } from '#measures'
import { factNamed, ownEntry } from '../facts/index.ts'

/** Collects bound values and hands out their placeholders. */
export class Binder {
  readonly values: unknown[] = []

  bind(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** Quotes an identifier that comes from `facts/`. */
export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`

/** The column behind a clock of a fact. */
export function clockColumn(fact: Fact, clock: string): string {
  const found = ownEntry(fact.clocks, clock)
  if (!found)
    throw new NamedError('unknown-dimension', { dimension: `${fact.name}.${clock}` })
  return quoted(found.column)
}

/** Named conditions joined by AND; empty text for none. */
export function conditionSql(fact: Fact, names: readonly string[]): string {
  return names.map((name) => {
    const sql = ownEntry(fact.conditions, name)
    if (sql === undefined)
      throw new NamedError('unknown-dimension', { dimension: `${fact.name}.${name}` })
    return `(${sql})`
  }).join(' AND ')
}

/** The column of a dimension of a fact. Errors: dimension-not-of-measure. */
export function dimensionColumn(fact: Fact, name: string): string {
  const dimension = ownEntry(fact.dimensions, name)
  if (!dimension)
    throw new NamedError('dimension-not-of-measure', { measure: fact.name, dimension: name })
  return quoted(dimension.column)
}

/** `column IN (values)` for each filter, and the centres. Ids are bound as integers, codes as text. */
export function restriction(fact: Fact, where: { centreIds: readonly number[], filters: readonly ReadFilter[] }, binder: Binder): string {
  const filters = where.filters.map(({ dimension, values }) => {
    const column = dimensionColumn(fact, dimension)
    const numeric = values.every(value => typeof value === 'number')
    return numeric ? `${column} = ANY(${binder.bind(values)}::int[])` : `${column}::text = ANY(${binder.bind(values)}::text[])`
  })
  return [`"centreId" = ANY(${binder.bind(where.centreIds)}::int[])`, ...filters].join(' AND ')
}

function bucketSql(buckets: readonly ReadBucket[], binder: Binder): string {
  const firsts = buckets.map(bucket => bucket.from === null ? '-infinity' : textOfDay(bucket.from))
  const lasts = buckets.map(bucket => textOfDay(bucket.to))
  return `unnest(${binder.bind(buckets.map((_, index) => index))}::int[], ${binder.bind(firsts)}::date[], ${binder.bind(lasts)}::date[]) AS bucket(place, first, last)`
}

function aggregateSql(fact: Fact, part: FlowPart | StockPart): string {
  const filter = part.when.length > 0 ? ` FILTER (WHERE ${conditionSql(fact, part.when)})` : ''
  switch (part.aggregate) {
    case 'count': return `count(*)${filter}`
    case 'sum': return `sum(${fact.numbers[part.of] ?? 'NULL'})${filter}`
    case 'distinct': return `count(DISTINCT ${dimensionColumn(fact, part.of)})${filter}`
    case 'histogram':
    case 'peak':
    case 'activeDays': return `count(*)${filter}`
  }
}

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
    buckets: bucketSql(read.buckets, binder),
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
  const build = { plain: compilePlain, histogram: compileHistogram, byDay: compileByDay, stock: compileStock }[read.shape]
  const text = build(read, binder)
  return { text, values: binder.values }
}
