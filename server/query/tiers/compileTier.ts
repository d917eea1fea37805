import type { PlacedBucket, Read } from '../read.ts'
import type { Binder } from '../sql.ts'
import type { FlowPart, StockPart } from '../words.ts'
import type { Grain } from './grains.ts'
import type { Piece } from './pieces.ts'
import { factNamed } from '../../facts/index.ts'
import { bucketSql, dimensionColumn, quoted, restriction } from '../sql.ts'
import { columnName, histogramCode, keptPart } from './columns.ts'
import { binsTableOf, tableOf } from './grains.ts'
import { dayPieces, piecesOf } from './pieces.ts'

/** A read that a grain answers. */
export interface TierRead extends Read {
  grain: Grain
  placed: PlacedBucket[]
}

const columnFor = (part: FlowPart | StockPart): string => quoted(part.kind === 'flow' ? columnName(keptPart(part)) : '')

/** One SELECT over months and one over edge days, put together before they are added up. */
function rowsOf(read: TierRead, how: { pieces: readonly Piece[], columns: readonly string[], from: (piece: Piece) => string, also?: string }, binder: Binder): string {
  const fact = factNamed(read.fact)
  const members = read.groupBy.map((name, index) => `tier.${dimensionColumn(fact, name)} AS m${index}`)
  const list = ['bucket.place AS place', ...members, ...how.columns].join(', ')
  return how.pieces.map(piece => `SELECT ${list} FROM ${bucketSql(piece.buckets, binder)} JOIN ${how.from(piece)} ON tier."day" BETWEEN first AND last${how.also ?? ''} WHERE ${restriction(fact, read, binder)}`).join(' UNION ALL ')
}

const memberNames = (read: TierRead): string[] => read.groupBy.map((_, index) => `m${index}`)

function selected(read: TierRead, values: readonly string[]): string {
  return ['place', ...memberNames(read).map(name => `${name}::text AS ${name}`), ...values.map((sql, index) => `(${sql})::text AS v${index}`)].join(', ')
}

const grouped = (read: TierRead): string => ['place', ...memberNames(read)].join(', ')

function compilePlain(read: TierRead, binder: Binder): string {
  const fact = factNamed(read.fact)
  const distinct = read.parts.map((part, index) => part.aggregate === 'distinct' ? `tier.${dimensionColumn(fact, part.of)} AS d${index}` : null).filter(sql => sql !== null)
  const columns = [...read.parts.map((part, index) => `tier.${columnFor(part)} AS c${index}`), ...distinct]
  const rows = rowsOf(read, { pieces: piecesOf(read.placed), columns, from: piece => `${quoted(tableOf(read.grain, piece.step))} AS tier` }, binder)
  const values = read.parts.map((part, index) => part.aggregate === 'distinct' ? `count(DISTINCT d${index}) FILTER (WHERE c${index} > 0)` : `sum(c${index})`)
  return `SELECT ${selected(read, values)} FROM (${rows}) AS pieces GROUP BY ${grouped(read)}`
}

function compileHistogram(read: TierRead, binder: Binder): string {
  const [part] = read.parts
  const code = part?.kind === 'flow' ? histogramCode(part) : 0
  const how = { pieces: piecesOf(read.placed), columns: ['bins.bin AS bin', 'bins.n AS n'], from: (piece: Piece) => `${quoted(binsTableOf(read.grain, piece.step))} AS tier`, also: ` AND tier."part" = ${code} CROSS JOIN LATERAL unnest(tier."bins", tier."counts") AS bins(bin, n)` }
  const names = ['place', ...memberNames(read)].join(', ')
  const bins = `SELECT ${names}, bin, sum(n) AS n FROM (${rowsOf(read, how, binder)}) AS pieces GROUP BY ${names}, bin`
  // One row a histogram: thousands of rows of one bin each would take longer to send than to add up.
  return `SELECT ${selected(read, ['string_agg(bin::text || \',\' || n::text, \',\')'])} FROM (${bins}) AS added GROUP BY ${grouped(read)}`
}

/** Peaks and active days look at single days, so they are read from the table of days alone. */
function compileByDay(read: TierRead, binder: Binder): string {
  const columns = ['tier."day" AS day', ...read.parts.map((part, index) => `tier.${columnFor(part)} AS c${index}`)]
  const rows = rowsOf(read, { pieces: dayPieces(read.placed), columns, from: piece => `${quoted(tableOf(read.grain, piece.step))} AS tier` }, binder)
  const perDay = `SELECT ${['place', ...memberNames(read), ...read.parts.map((_, index) => `sum(c${index}) AS n${index}`)].join(', ')} FROM (${rows}) AS pieces GROUP BY ${grouped(read)}, day`
  const values = read.parts.map((part, index) => part.aggregate === 'peak' ? `max(n${index})` : `count(*) FILTER (WHERE n${index} > 0)`)
  return `SELECT ${selected(read, values)} FROM (${perDay}) AS days GROUP BY ${grouped(read)}`
}

/** The SELECT of a read over the tables of its grain: whole months from the months, the rest from the days. */
export function compileTierRead(read: TierRead, binder: Binder): string {
  switch (read.shape) {
    case 'plain': return compilePlain(read, binder)
    case 'histogram': return compileHistogram(read, binder)
    case 'byDay': return compileByDay(read, binder)
    case 'stock': throw new Error('what is in force is not kept in tiers')
  }
}
