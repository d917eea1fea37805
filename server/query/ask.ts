import type pg from 'pg'
import type { Answer, Bucket, Measure, Member, Question, QuestionInput, Side } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Dimension } from '../facts/index.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import type { CalendarDays, GrainRows, SidePlace } from './assemble.ts'
import type { GrainPlan } from './plan.ts'
import type { Read, ReadFilter, ReadRow } from './read.ts'
import { bucketsOf, compare, dayFromText, factsOf, measureNamed, NamedError, parsePeriod, questionSchema } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { factNamed } from '../facts/index.ts'
import { parseInput } from '../measures/parseInput.ts'
import { assemble } from './assemble.ts'
import { compile } from './compile.ts'
import { Members } from './members.ts'
import { plan } from './plan.ts'
import { readShelf } from './readShelf.ts'
import { checkCentres, resolveFilters, scopeLimits, usableDimension } from './scopeFilters.ts'
import { bareShelf } from './tiers/shelf.ts'

/** More rows than this are refused by name rather than sent. */
const mostRows = 250_000

/** Everything a question is asked with besides its own words. */
export interface Asking {
  database: Database
  scope: Scope
  now: Date
  /** Reads facts where tiers would do: to check one against the other. */
  factsOnly?: boolean
}

/** What is known of the centres before any figure is read. */
export interface Ground {
  centres: Centre[]
  centreIds: number[]
  asOf: Date
  /** The local day of `asOf`. */
  today: number
  dataUntil: string | null
  demo: boolean
}

/** One consistent view of the database for all reads of a question. */
export async function inSnapshot<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 60000')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  }
  catch (error) {
    // A connection that failed is not given back to the pool.
    client.release(true)
    throw error
  }
}

// One centre at a time: a maximum over several centres at once would read every row instead of the end of an index.
const lastDataSql = `SELECT max(greatest(
  (SELECT max("receivedDay") FROM "Case" WHERE "centreId" = asked.id),
  (SELECT max("completedDay") FROM "Case" WHERE "centreId" = asked.id),
  (SELECT max("concludedDay") FROM "Trade" WHERE "centreId" = asked.id),
  (SELECT max("givenDay") FROM "Feedback" WHERE "centreId" = asked.id))) AS last,
  bool_or(EXISTS (SELECT 1 FROM "ImportBatch" WHERE "centreId" = asked.id AND "demo" AND "undoneAt" IS NULL)) AS demo
  FROM unnest($1::int[]) AS asked(id)`

/** Finds the centres, the day it is there, and how far their data reaches. */
export async function groundOf(asking: Asking, client: pg.ClientBase, question: { centres: string[], asOf?: string | undefined }): Promise<Ground> {
  checkCentres(asking.scope, question.centres)
  const reader = centresOf(asking.database)
  const centres = await Promise.all(question.centres.map(async code => reader.find(code)))
  const centreIds = centres.map(centre => centre.id)
  const asOf = question.asOf ? new Date(question.asOf) : asking.now
  const found = await client.query<{ last: string | null, demo: boolean }>(lastDataSql, [centreIds])
  const today = centres[0]?.hall.zone.localAt(asOf.getTime()).day ?? 0
  return { centres, centreIds, asOf, today, dataUntil: found.rows[0]?.last ?? null, demo: found.rows[0]?.demo ?? false }
}

/** A running period ends, for comparison, on the last day that has data, or today where no data reaches into it; one that is over is whole. */
function lastComparedDay(ground: Ground, { from, to }: { from: number, to: number }): number {
  if (to < ground.today)
    return to
  const until = ground.dataUntil === null ? null : dayFromText(ground.dataUntil)
  return until === null || until < from ? ground.today : Math.min(until, ground.today)
}

interface Frame {
  sides: SidePlace[]
  buckets: Bucket[]
  wholes: Bucket[]
  partial: boolean
}

function frameOf(question: Question, ground: Ground): Frame {
  const period = parsePeriod(question.period, ground.today)
  const calendar = ground.centres[0]?.hall.calendar ?? null
  const { current, earlier, partial } = compare({ period, comparison: question.comparison, lastDay: lastComparedDay(ground, period), calendar })
  const wholes = [current, ...earlier ? [earlier] : []].map(one => ({ key: 'all', from: one.from, to: one.to }))
  const cut = wholes.map(whole => bucketsOf(whole, question.granularity))
  const sides = wholes.map((whole, index) => ({ whole, index, first: index === 0 ? 0 : cut[0]?.length ?? 0, count: cut[index]?.length ?? 0 }))
  return { sides, buckets: cut.flat(), wholes, partial }
}

/** Working days are the same for every member; several centres must keep the same calendar to have them in common. */
function calendarDaysOf(centres: readonly Centre[]): CalendarDays {
  return (of, bucket) => {
    if (of === 'calendarDays')
      return bucket.to - bucket.from + 1
    const counts = centres.map(({ hall }) => hall.calendar?.countFrom(bucket.from, bucket.to) ?? null)
    return counts.every(count => count === counts[0]) ? counts[0] ?? null : null
  }
}

async function run(client: pg.ClientBase, read: Read): Promise<ReadRow[]> {
  const found = await client.query<Record<string, string | number | null>>(compile(read))
  if (found.rows.length > mostRows)
    throw new NamedError('too-many-cells', { most: mostRows })
  const asText = (value: string | number | null | undefined): string | null => value === null || value === undefined ? null : String(value)
  return found.rows.map(row => ({
    bucket: Number(row.place),
    members: read.groupBy.map((_, index) => asText(row[`m${index}`])),
    values: read.parts.map((_, index) => asText(row[`v${index}`])),
    bin: row.bin === undefined ? null : Number(row.bin),
  }))
}

async function runPlan(client: pg.ClientBase, one: GrainPlan): Promise<GrainRows> {
  const rows: ReadRow[][] = []
  const balanceRows: ReadRow[][] = []
  for (const read of one.reads)
    rows.push(await run(client, read))
  for (const read of one.balanceReads)
    balanceRows.push(await run(client, read))
  return { plan: one, rows, balanceRows }
}

/** Stored ids become codes with names, in the sides' cells and in the answer's list of members. */
async function nameMembers(sides: Side[], groupBy: readonly Dimension[], members: Members): Promise<Member[][]> {
  const cells = sides.flatMap(side => [...side.cells, ...side.totals])
  return Promise.all(groupBy.map(async (dimension, place) => {
    const stored = [...new Set(cells.map(cell => cell.members[place] ?? ''))]
    const named = new Map(await Promise.all(stored.map(async value => [value, await members.named(dimension, value)] as const)))
    for (const cell of cells)
      cell.members[place] = named.get(cell.members[place] ?? '')?.code ?? ''
    return [...named.values()].sort((a, b) => a.code < b.code ? -1 : 1)
  }))
}

interface Prepared {
  measures: [string, Measure][]
  groupBy: Dimension[]
  filters: ReadFilter[]
}

async function prepare(question: Question, scope: Scope, members: Members): Promise<Prepared> {
  const measures = question.measures.map(id => [id, measureNamed(id)] as [string, Measure])
  const dimensionNamed = (name: string) => usableDimension(measures, name, scope)
  const groupBy = question.groupBy.map(dimensionNamed)
  const facts = Array.from(new Set(measures.flatMap(([, measure]) => factsOf(measure))), factNamed)
  const limits = scopeLimits(scope, facts).map(limit => ({ dimension: limit.dimension, in: [...limit.in] }))
  return { measures, groupBy, filters: await resolveFilters(members, [...question.filters, ...limits], dimensionNamed) }
}

/**
 * Answers a question: the only reader of facts for figures. Everything is read in one snapshot, inside the scope.
 * Errors: those of the question's words (bad-question, unknown-measure, …), out-of-scope, hidden-dimension, too-many-cells.
 */
export async function ask(input: QuestionInput, asking: Asking): Promise<Answer> {
  const question = parseInput(questionSchema, input)
  return inSnapshot(asking.database, async (client) => {
    const ground = await groundOf(asking, client, question)
    const members = new Members(client, ground.centreIds)
    const { measures, groupBy, filters } = await prepare(question, asking.scope, members)
    const frame = frameOf(question, ground)
    const shelf = asking.factsOnly ? bareShelf : await readShelf(client, ground.centreIds)
    const plans = plan({ measures: measures.map(([, measure]) => measure), buckets: frame.buckets, wholes: frame.wholes, groupBy: question.groupBy, filters, centreIds: ground.centreIds, shelf })
    const rows: GrainRows[] = []
    for (const one of plans)
      rows.push(await runPlan(client, one))
    const sides = assemble(rows, { measures: measures.map(([, measure]) => measure), groupBy: question.groupBy, sides: frame.sides, calendarDays: calendarDaysOf(ground.centres) })
    const named = await nameMembers(sides, groupBy, members)
    return answerOf(question, { ground, sides, members: named, partial: frame.partial, plans })
  })
}

const sourceName = (read: Read): string => read.from.grain ? `tier_${read.from.grain.name}` : factNamed(read.fact).table

function answerOf(question: Question, found: { ground: Ground, sides: Side[], members: Member[][], partial: boolean, plans: GrainPlan[] }): Answer {
  const { ground, sides, members, partial, plans } = found
  const [current, earlier] = sides
  if (!current)
    throw new NamedError('internal', { reference: 'no-side' })
  return {
    question,
    asOf: ground.asOf.toISOString(),
    dataUntil: ground.dataUntil,
    dataVersions: Object.fromEntries(ground.centres.map(centre => [centre.code, centre.dataVersion])),
    demo: ground.demo,
    partial,
    members,
    current,
    earlier: earlier ?? null,
    sources: [...new Set(plans.flatMap(one => [...one.reads, ...one.balanceReads]).map(sourceName))],
  }
}
