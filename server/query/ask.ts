import type pg from 'pg'
import type { Answer, Measure, Member, QuestionInput, Side } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Dimension } from '../model/index.ts'
import type { LevelRows } from './assemble.ts'
import type { Members } from './members.ts'
import type { LevelPlan } from './plan.ts'
import type { Prepared } from './prepare.ts'
import type { QueryContext } from './queryContext.ts'
import type { Read, ReadRow } from './read.ts'
import { measureNamed, NamedError, versionsIn } from '#measures'
import { factNamed } from '../model/index.ts'
import { assemble } from './assemble.ts'
import { checkedParts, givesAway, withoutUnitLimits } from './benchmark.ts'
import { withCounts } from './binCounts.ts'
import { compile, hasDays, tablesOf } from './compile.ts'
import { withRankedValues } from './exactQuantiles.ts'
import { withFewValues } from './fewValues.ts'
import { calendarDaysOf } from './frame.ts'
import { withLargestRecord } from './largestRecord.ts'
import { prepareQuestion } from './prepare.ts'
import { inSnapshot, SnapshotCache } from './queryContext.ts'
import { limitsWithin } from './scopeFilters.ts'
import { settingChangesIn } from './settingChanges.ts'
import { SharedReads } from './sharedReads.ts'
import { knownDaysOf } from './sideCoverage.ts'
import { withCoverage } from './withCoverage.ts'

/** The most rows of an answer; more are refused. */
const mostRows = 250_000

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

/**
 * Names of prepared statements by their SQL. Statements over rollups are prepared, because they are few and
 * have the same plan each time; those over facts are planned anew for their dates.
 */
const prepared = new Map<string, string>()
const mostPrepared = 300

/** Whether a read uses the table of the fact, if only for the edge days of months. */
const readsFact = (read: Read): boolean =>
  tablesOf(read).some(({ table }) => table === factNamed(read.fact).table)

function nameFor(read: Read, text: string): { name?: string } {
  if (readsFact(read)) return {}
  const cached = prepared.get(text)
  if (cached === undefined && prepared.size >= mostPrepared) return {}
  const name = cached ?? `rollup-${prepared.size}`
  prepared.set(text, name)
  return { name }
}

/** Runs a read. Rows are arrays: bucket, members, values, and for histograms of facts the bin. */
async function run(client: pg.ClientBase, read: Read): Promise<ReadRow[]> {
  // No day of the read is known.
  if (!hasDays(read)) return []
  const statement = compile(read)
  const result = await client.query<unknown[]>({
    ...statement,
    ...nameFor(read, statement.text),
    rowMode: 'array',
  })
  if (result.rows.length > mostRows) throw new NamedError('too-many-cells', { most: mostRows })
  const first = 1 + read.groupBy.length
  const last = first + read.parts.length
  const rows = result.rows.map((row): ReadRow => ({
    bucket: Number(row[0]),
    members: row.slice(1, first).map(asText),
    values: row.slice(first, last).map(asText),
    bin: row.length > last ? Number(row[last]) : null,
  }))
  return withCounts(read, rows)
}

async function rowsOf(read: Read, reads: SharedReads, exact: readonly Measure[]): Promise<ReadRow[]> {
  const rows = await reads.rowsOf(read)
  if (read.shape !== 'histogram') return rows
  const run = async (again: Read): Promise<ReadRow[]> => reads.rowsOf(again)
  const completed = await withFewValues(read, rows, run)
  return exact.length > 0 ? withRankedValues(read, completed, { measures: exact, run }) : completed
}

/**
 * Runs the reads of a level. Quantiles of the measures in `exact` are computed from single values, however
 * many there are.
 */
async function readPlan(plan: LevelPlan, reads: SharedReads, exact: readonly Measure[]): Promise<LevelRows> {
  const rows: ReadRow[][] = []
  const balanceRows: ReadRow[][] = []
  for (const read of plan.reads) rows.push(await rowsOf(read, reads, exact))
  for (const read of plan.balanceReads) balanceRows.push(await reads.rowsOf(read))
  return { plan, rows, balanceRows }
}

/** Replaces stored ids by codes and names, in the cells and in the answer's list of members. */
async function nameMembers(
  sides: Side[],
  groupBy: readonly Dimension[],
  members: Members,
): Promise<Member[][]> {
  const cells = sides.flatMap(side => [...side.cells, ...side.totals])
  return Promise.all(
    groupBy.map(async (dimension, place) => {
      const stored = [...new Set(cells.map(cell => cell.members[place] ?? ''))]
      const named = new Map(
        await Promise.all(stored.map(async value => [value, await members.named(dimension, value)] as const)),
      )
      for (const cell of cells) cell.members[place] = named.get(cell.members[place] ?? '')?.code ?? ''
      return [...named.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
    }),
  )
}

const sourceNames = (read: Read): string[] => [
  ...(read.from.grain ? [`rollup_${read.from.grain.name}`] : []),
  ...(readsFact(read) ? [factNamed(read.fact).table] : []),
]

/** The day on which the first of some centres opened; null where it is unknown for one of them. */
function firstOpening(centres: readonly Centre[]): string | null {
  const days = centres.map(({ openedOn }) => openedOn)
  return days.includes(null) ? null : (days.toSorted()[0] ?? null)
}

/** Runs the reads of a prepared question and assembles the answer. */
export async function answerWith(prepared: Prepared, reads: SharedReads): Promise<Answer> {
  const { question, centreContext, measures, frame, plans } = prepared
  const rows: LevelRows[] = []
  for (const plan of plans) rows.push(await readPlan(plan, reads, question.exact ? measures : []))
  const calendar = centreContext.centres[0]?.hall.calendar ?? null
  const laidOut = assemble(rows, {
    measures,
    groupBy: question.groupBy,
    sides: frame.sides,
    calendarDays: calendarDaysOf(centreContext.centres),
  })
  const sides = withCoverage(laidOut, { ...prepared, calendar }).map(side => ({
    ...side,
    versions: Object.fromEntries(question.measures.map(id => [id, versionsIn(measureNamed(id), side)])),
  }))
  const members = await nameMembers(sides, prepared.groupBy, prepared.members)
  const [current, earlier] = sides
  if (!current) throw new NamedError('internal', { reference: 'no-side' })
  return {
    question,
    asOf: centreContext.asOf.toISOString(),
    dataUntil: prepared.dataUntil,
    knownDays: knownDaysOf(prepared.coverage),
    openedOn: firstOpening(centreContext.centres),
    dataVersions: Object.fromEntries(centreContext.centres.map(centre => [centre.code, centre.dataVersion])),
    currency: centreContext.centres[0]?.currency ?? '',
    demo: centreContext.demo,
    partial: frame.partial,
    members,
    current,
    earlier: earlier ?? null,
    settingChanges: settingChangesIn(centreContext.centres, measures, frame),
    sources: [...new Set(plans.flatMap(plan => [...plan.reads, ...plan.balanceReads]).flatMap(sourceNames))],
  }
}

function addReads(reads: SharedReads, { plans }: Prepared): void {
  plans.flatMap(plan => [...plan.reads, ...plan.balanceReads]).forEach(read => reads.add(read))
}

/**
 * Refuses a benchmark that is based on too few members besides the viewer's own, or that reveals such days
 * when another benchmark is subtracted from it. The same figures are read by unit or window for this check,
 * per centre, and never leave the server. Errors: out-of-scope.
 */
async function checkBenchmark(
  { question, frame, centreContext }: Prepared,
  { context, cache }: { context: QueryContext; cache: SnapshotCache },
): Promise<void> {
  const whole = { ...context, scope: withoutUnitLimits(context.scope) }
  const periods = frame.sides.map(side => side.whole)
  // The check ignores `asOf`: it would cut months short, and by moving it a day at a time one could derive
  // single days.
  const parts = checkedParts(periods, question.granularity, centreContext.today).map(part => ({
    ...question,
    ...part,
    comparison: 'none',
    asOf: undefined,
    exact: undefined,
  }))
  for (const centre of question.centres) {
    for (const { dimension, in: own } of limitsWithin(context.scope, [centre])) {
      for (const part of [question, ...parts]) {
        const asked = { ...part, centres: [centre], benchmark: false, groupBy: [dimension] }
        const split = await prepareQuestion(asked, whole, cache)
        const reads = new SharedReads(async read => run(cache.client, read))
        addReads(reads, split)
        if (givesAway(await answerWith(split, reads), own))
          throw new NamedError('out-of-scope', { what: 'benchmark' })
      }
    }
  }
}

/** The answer to a prepared question, once it is known that the viewer may see it. Errors: out-of-scope. */
async function checkedAnswer(
  prepared: Prepared,
  { reads, ...within }: { reads: SharedReads; context: QueryContext; cache: SnapshotCache },
): Promise<Answer> {
  const answer = await answerWith(prepared, reads)
  if (prepared.question.benchmark) await checkBenchmark(prepared, within)
  return answer
}

/** One of several questions that are asked together. */
export interface Asked {
  input: QuestionInput
  context: QueryContext
}

/** The result of one question. */
export type Settled = { answer: Answer } | { error: unknown }

async function settled<T>(work: () => Promise<T>): Promise<{ done: T } | { error: unknown }> {
  try {
    return { done: await work() }
  } catch (error) {
    return { error }
  }
}

/**
 * Answers several questions in one snapshot; the only reader of facts for figures. Reads over the same rows
 * are shared. An error in one question does not affect the others, unless the database fails.
 */
export async function askMany(
  database: QueryContext['database'],
  asked: readonly Asked[],
): Promise<Settled[]> {
  return inSnapshot(database, async client => {
    const cache = new SnapshotCache(client)
    const reads = new SharedReads(async read => run(client, read))
    const prepared: { context: QueryContext; result: { done: Prepared } | { error: unknown } }[] = []
    for (const { input, context } of asked)
      prepared.push({ context, result: await settled(async () => prepareQuestion(input, context, cache)) })
    for (const { result } of prepared) {
      if ('done' in result) addReads(reads, result.done)
    }
    const results: Settled[] = []
    for (const { context, result: outcome } of prepared) {
      const result =
        'error' in outcome
          ? outcome
          : await settled(async () => checkedAnswer(outcome.done, { reads, context, cache }))
      if ('done' in result) results.push({ answer: result.done })
      else {
        const plans = 'done' in outcome ? outcome.done.plans : []
        results.push({ error: await withLargestRecord(result.error, plans, client) })
      }
    }
    return results
  })
}

/**
 * Answers one question within its scope. Errors: those of parsing the question (bad-question,
 * unknown-measure, …), out-of-scope, hidden-dimension, too-many-cells.
 */
export async function ask(input: QuestionInput, context: QueryContext): Promise<Answer> {
  const [settled] = await askMany(context.database, [{ input, context }])
  if (!settled) throw new NamedError('internal', { reference: 'no-answer' })
  if ('error' in settled) throw settled.error
  return settled.answer
}
