import type { DuckDBConnection } from '@duckdb/node-api'
import type { Answer, QuestionInput } from '../../server/measures/index.ts'
import type { Prepared } from '../../server/query/prepare.ts'
import type { Database } from '../../server/storage/database.ts'
import type { Timing } from './timing.ts'
import { isDeepStrictEqual } from 'node:util'
import { unpackAnswer } from '../../server/measures/index.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { answerWith, ask } from '../../server/query/ask.ts'
import { prepareQuestion } from '../../server/query/prepare.ts'
import { inSnapshot, SnapshotCache } from '../../server/query/queryContext.ts'
import { SharedReads } from '../../server/query/sharedReads.ts'
import { runInDuck } from './duck.ts'
import { benchNow, clientOf, pageOf } from './server.ts'
import { summary, timed } from './timing.ts'

/**
 * One question's times in milliseconds: over HTTP until the last byte, read anew and remembered; asked
 * in one process, from rollups and from facts; and in DuckDB, in that process too.
 */
export interface QuestionTimes {
  read: Timing
  remembered: Timing
  asked: Timing
  facts: Timing
  duck: Timing
  duckOverRead: number
  duckOverAsked: number
  sources: string[]
}

/** Everything the questions are asked of. */
export interface Asked {
  database: Database
  duck: DuckDBConnection
  address: string
  runs: number
}

const now = new Date(benchNow)

let counter = 1

/** Another instant of the same day makes another question of the same work: it cannot be remembered. */
const anew = (question: QuestionInput, run: number): QuestionInput => ({
  ...question,
  asOf: new Date(now.getTime() + counter++ * 2 + run).toISOString(),
})

function comparable(answer: Answer): unknown {
  const cells = (side: Answer['current'] | null): unknown =>
    side && {
      overall: side.overall,
      cells: side.cells.map(cell => JSON.stringify(cell)).sort(),
      totals: side.totals.map(cell => JSON.stringify(cell)).sort(),
    }
  return [cells(answer.current), cells(answer.earlier)]
}

/** The answer must be the same wherever it comes from; a fast wrong answer is worth nothing. */
function mustEqual(name: string, ours: Answer, theirs: Answer): void {
  if (!isDeepStrictEqual(comparable(ours), comparable(theirs)))
    throw new Error(
      `${name}: the answers differ\n${JSON.stringify(ours.current.overall)}\n` +
        `${JSON.stringify(theirs.current.overall)}`,
    )
}

async function prepared(database: Database, question: QuestionInput): Promise<Prepared> {
  return inSnapshot(database, async client =>
    prepareQuestion(
      question,
      { database, scope: wholeScope, now, factsOnly: true },
      new SnapshotCache(client),
    ),
  )
}

/** Times one question in all ways, after checking that all ways agree. */
async function timeQuestion(name: string, question: QuestionInput, asked: Asked): Promise<QuestionTimes> {
  const { database, duck, address, runs } = asked
  const client = clientOf(address)
  const page = pageOf(address)
  const fromFacts = async (): Promise<Answer> =>
    ask(question, { database, scope: wholeScope, now, factsOnly: true })
  const plan = await prepared(database, question)
  const answer = unpackAnswer(await client.measures.ask.query(question))
  const started = performance.now()
  mustEqual(`${name} over facts`, answer, await fromFacts())
  const once = performance.now() - started
  // Members are named on a connection of PostgreSQL; only the figures come from DuckDB.
  const inDuck = await inSnapshot(database, async client =>
    answerWith(
      await prepareQuestion(
        question,
        { database, scope: wholeScope, now, factsOnly: true },
        new SnapshotCache(client),
      ),
      new SharedReads(async read => runInDuck(duck, read)),
    ),
  )
  mustEqual(`${name} in DuckDB`, answer, inDuck)
  const reads = plan.plans.flatMap(one => [...one.reads, ...one.balanceReads])
  const read = await timed(runs, async run => page([anew(question, run)]))
  const remembered = await timed(runs, async () => page([question]))
  const inProcess = await timed(runs, async () => ask(question, { database, scope: wholeScope, now }))
  const duckTimes = await timed(Math.min(runs, 9), async () => {
    for (const one of reads) await runInDuck(duck, one)
  })
  // What takes seconds is not asked again and again.
  const facts = once > 1000 ? summary([once]) : await timed(Math.min(runs, 3), fromFacts)
  const over = (ours: Timing): number => Number((duckTimes.median / ours.median).toFixed(2))
  return {
    read,
    remembered,
    asked: inProcess,
    facts,
    duck: duckTimes,
    duckOverRead: over(read),
    duckOverAsked: over(inProcess),
    sources: answer.sources,
  }
}

/** Times questions one after the other. */
export async function timeAll(
  questions: Record<string, QuestionInput>,
  asked: Asked,
): Promise<Record<string, QuestionTimes>> {
  const times: Record<string, QuestionTimes> = {}
  for (const [name, question] of Object.entries(questions))
    times[name] = await timeQuestion(name, question, asked)
  return times
}

const warmRounds = 6

/**
 * Asks everything a few times, as the first viewers of a day would: a server that has just started
 * still compiles its own code.
 */
export async function warmUp(questions: readonly QuestionInput[], address: string): Promise<void> {
  const page = pageOf(address)
  for (let round = 0; round < warmRounds; round++) {
    for (const question of questions) await page([anew(question, 0)])
  }
}

/** Times a page's questions in one request. */
export async function timeBatch(
  questions: readonly QuestionInput[],
  { address, runs }: Asked,
): Promise<{ read: Timing; remembered: Timing }> {
  const page = pageOf(address)
  const all = async (run: number | null): Promise<unknown> =>
    page(questions.map(question => (run === null ? question : anew(question, run))))
  return { read: await timed(runs, all), remembered: await timed(runs, async () => all(null)) }
}

/** Many viewers at once, each asking again as soon as it has its answer. */
export async function timeViewers(
  questions: readonly QuestionInput[],
  how: { address: string; viewers: number; seconds: number; remembered: boolean },
): Promise<Timing & { requestsPerSecond: number; errors: number }> {
  const until = performance.now() + how.seconds * 1000
  const times: number[] = []
  let errors = 0
  await Promise.all(
    Array.from({ length: how.viewers }, async () => {
      const page = pageOf(how.address)
      while (performance.now() < until) {
        const started = performance.now()
        await page(questions.map(question => (how.remembered ? question : anew(question, 0)))).catch(
          () => errors++,
        )
        times.push(performance.now() - started)
      }
    }),
  )
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): number =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1))
  return {
    median: at(0.5),
    p95: at(0.95),
    requestsPerSecond: Number((times.length / how.seconds).toFixed(1)),
    errors,
  }
}
