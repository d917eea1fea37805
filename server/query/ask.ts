import type pg from 'pg'
import type { Answer, Member, QuestionInput, Side } from '#measures'
import type { Dimension } from '../facts/index.ts'
import type { GrainRows } from './assemble.ts'
import type { Asking } from './ground.ts'
import type { Members } from './members.ts'
import type { GrainPlan } from './plan.ts'
import type { Prepared } from './prepare.ts'
import type { Read, ReadRow } from './read.ts'
import { NamedError } from '#measures'
import { factNamed } from '../facts/index.ts'
import { assemble } from './assemble.ts'
import { compile } from './compile.ts'
import { calendarDaysOf } from './frame.ts'
import { Common, inSnapshot } from './ground.ts'
import { prepareQuestion } from './prepare.ts'
import { SharedReads } from './sharedReads.ts'

/** More rows than this are refused by name rather than sent. */
const mostRows = 250_000

const asText = (value: unknown): string | null => value === null || value === undefined ? null : String(value)

/** Statements over tiers are few and always planned alike, so connections keep them prepared; those over facts are planned for their own dates. */
const prepared = new Map<string, string>()
const mostPrepared = 300

function nameFor(read: Read, text: string): { name?: string } {
  if (!read.from.grain)
    return {}
  const known = prepared.get(text)
  if (known === undefined && prepared.size >= mostPrepared)
    return {}
  const name = known ?? `tier-${prepared.size}`
  prepared.set(text, name)
  return { name }
}

/** Rows come as arrays: place, members, values, and for histograms of facts the bin. */
async function run(client: pg.ClientBase, read: Read): Promise<ReadRow[]> {
  const statement = compile(read)
  const found = await client.query<unknown[]>({ ...statement, ...nameFor(read, statement.text), rowMode: 'array' })
  if (found.rows.length > mostRows)
    throw new NamedError('too-many-cells', { most: mostRows })
  const first = 1 + read.groupBy.length
  const last = first + read.parts.length
  return found.rows.map(row => ({
    bucket: Number(row[0]),
    members: row.slice(1, first).map(asText),
    values: row.slice(first, last).map(asText),
    bin: row.length > last ? Number(row[last]) : null,
  }))
}

async function readPlan(one: GrainPlan, reads: SharedReads): Promise<GrainRows> {
  const rows: ReadRow[][] = []
  const balanceRows: ReadRow[][] = []
  for (const read of one.reads)
    rows.push(await reads.rowsOf(read))
  for (const read of one.balanceReads)
    balanceRows.push(await reads.rowsOf(read))
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

const sourceName = (read: Read): string => read.from.grain ? `tier_${read.from.grain.name}` : factNamed(read.fact).table

/** Lays out what the reads of a prepared question bring back. */
export async function answerWith(prepared: Prepared, reads: SharedReads): Promise<Answer> {
  const { question, ground, measures, frame, plans } = prepared
  const rows: GrainRows[] = []
  for (const one of plans)
    rows.push(await readPlan(one, reads))
  const sides = assemble(rows, { measures, groupBy: question.groupBy, sides: frame.sides, calendarDays: calendarDaysOf(ground.centres) })
  const members = await nameMembers(sides, prepared.groupBy, prepared.members)
  const [current, earlier] = sides
  if (!current)
    throw new NamedError('internal', { reference: 'no-side' })
  return {
    question,
    asOf: ground.asOf.toISOString(),
    dataUntil: ground.dataUntil,
    dataVersions: Object.fromEntries(ground.centres.map(centre => [centre.code, centre.dataVersion])),
    demo: ground.demo,
    partial: frame.partial,
    members,
    current,
    earlier: earlier ?? null,
    sources: [...new Set(plans.flatMap(one => [...one.reads, ...one.balanceReads]).map(sourceName))],
  }
}

/** One of several questions that are asked together. */
export interface Asked {
  input: QuestionInput
  asking: Asking
}

/** What became of it. */
export type Settled = { answer: Answer } | { error: unknown }

async function settled<T>(work: () => Promise<T>): Promise<{ done: T } | { error: unknown }> {
  try {
    return { done: await work() }
  }
  catch (error) {
    return { error }
  }
}

/**
 * Answers questions that came together: the only reader of facts for figures. All see one snapshot, and reads over the same rows are done
 * once. A question that cannot be answered takes none of the others with it, unless the database itself fails.
 */
export async function askMany(database: Asking['database'], asked: readonly Asked[]): Promise<Settled[]> {
  return inSnapshot(database, async (client) => {
    const common = new Common(client)
    const reads = new SharedReads(async read => run(client, read))
    const prepared: ({ done: Prepared } | { error: unknown })[] = []
    for (const { input, asking } of asked)
      prepared.push(await settled(async () => prepareQuestion(input, asking, common)))
    for (const one of prepared) {
      if ('done' in one)
        one.done.plans.flatMap(plan => [...plan.reads, ...plan.balanceReads]).forEach(read => reads.add(read))
    }
    const results: Settled[] = []
    for (const one of prepared) {
      const result = 'error' in one ? one : await settled(async () => answerWith(one.done, reads))
      results.push('done' in result ? { answer: result.done } : result)
    }
    return results
  })
}

/**
 * Answers one question, inside its scope. Errors: those of the question's words (bad-question, unknown-measure, …), out-of-scope,
 * hidden-dimension, too-many-cells.
 */
export async function ask(input: QuestionInput, asking: Asking): Promise<Answer> {
  const [one] = await askMany(asking.database, [{ input, asking }])
  if (!one)
    throw new NamedError('internal', { reference: 'no-answer' })
  if ('error' in one)
    throw one.error
  return one.answer
}
