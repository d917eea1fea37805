import type { MeasureId, QuestionInput } from '../../server/measures/index.ts'
import type { AppRouter } from '../../server/router.ts'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { caseCards, feedbackMeasures, hallMeasures, limitMeasures, rankingMeasures, tradeMeasures } from '../../client/pages/overviewQuestions.ts'

/** A time in milliseconds. */
export interface Timing { median: number, p95: number }

const base = { centres: ['pinghe'], period: '2025', comparison: 'lastYear' }
const ask = (measures: readonly MeasureId[], more: Partial<QuestionInput> = {}): QuestionInput => ({ ...base, measures: [...measures], ...more })

/** What the overview asks, and what its panels ask when a leader looks closer. */
export const dashboardQuestions: Record<string, QuestionInput> = {
  'cards': ask(caseCards, { granularity: 'month' }),
  'trend': ask(['casesAccepted'], { granularity: 'month' }),
  'windows': ask(rankingMeasures, { groupBy: ['window'], comparison: 'none' }),
  'trading': ask(tradeMeasures, { granularity: 'month' }),
  'feedback': ask(feedbackMeasures, { granularity: 'month' }),
  'hall': ask([...hallMeasures, ...limitMeasures], { comparison: 'none' }),
  'one window': ask(caseCards, { granularity: 'month', filters: [{ dimension: 'window', in: ['FG'] }] }),
  'items, year on year': ask(['casesCompleted', 'onTimeRate'], { groupBy: ['item'] }),
  'weekday and hour': ask(['casesReceived'], { groupBy: ['weekday', 'hour'], comparison: 'none' }),
  'channels by month': ask(['casesReceived'], { groupBy: ['channel'], granularity: 'month' }),
  'near-overdue by month': ask(['nearDueCases'], { granularity: 'month' }),
  'five years by month': ask(['casesCompleted', 'onTimeRate', 'openCases'], { period: '2021-01-01..2025-12-31', granularity: 'month', comparison: 'none' }),
}

/** The questions that the overview sends in one request. */
export const overviewBatch = ['cards', 'trend', 'windows', 'trading', 'feedback', 'hall']

function summary(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1))
  return { median: at(0.5), p95: at(0.95) }
}

async function timed(how: Runs, work: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = []
  await work()
  for (let left = how.runs; left > 0; left--) {
    await how.before()
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return summary(times)
}

/** How often to ask, and what to do before each time (uncounted), such as making remembered answers untrue. */
export interface Runs { runs: number, before: () => Promise<unknown> }

/** Times each question, and the overview's whole batch, over HTTP. The first run of each warms and is not counted. */
export async function timeQuestions(address: string, runs: Runs): Promise<Record<string, Timing>> {
  const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${address}/trpc`, methodOverride: 'POST' })] })
  const results: Record<string, Timing> = {}
  for (const [name, question] of Object.entries(dashboardQuestions))
    results[name] = await timed(runs, async () => client.measures.ask.query(question))
  results['overview in one request'] = await timed(runs, async () => Promise.all(overviewBatch.map(async name => client.measures.ask.query(dashboardQuestions[name] as QuestionInput))))
  return results
}
