import type { QuestionInput } from '../../server/measures/index.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { brightWindow, CallFailed } from '../../server/api/client.ts'
import { clientOf } from '../bench/server.ts'

/** What a soak is made of. */
export interface Soaking {
  address: string
  /** A token that may push cases and ask. */
  token: string
  centre: string
  /** An item of the centre and the month into which cases of it are pushed. */
  item: string
  month: string
  /** Questions about other months: their answers must not change. */
  questions: readonly QuestionInput[]
  viewers: number
  seconds: number
  /** The longest that a viewer looks at a page before asking anew. */
  lookSeconds: number
  /** Seconds between two pushes. */
  pushSeconds: number
  memory: () => number
  /** Takes a batch back, however often it is asked to. */
  undo: (batch: number) => Promise<unknown>
  /** True while a fault lasts that lets calls be refused. */
  mayRefuse?: () => boolean
}

/** What came of it. */
export interface Soaked {
  pages: number
  /** Pages and pushes that were refused while they might be. */
  refused: number
  pushes: number
  undone: number
  errors: string[]
  p50: number
  p95: number
  memory: { second: number; megabytes: number }[]
}

const rowsAPush = 200

/** Failures by which a product whose database or disk is away refuses a call. */
const foreseen = /database-unreachable|disk-full|fetch failed|ECONNRESET|ECONNREFUSED|socket hang up/

function isForeseen(error: unknown): boolean {
  const said = error instanceof CallFailed ? error.error.name : String(error)
  return foreseen.test(said) || foreseen.test(String((error as { message?: string }).message))
}

/**
 * Viewers open the page, look for a while and open it again; a system pushes rows, and every third push
 * is taken back. A push that failed is sent again under its key, so that it counts once.
 */
export async function soak(how: Soaking): Promise<Soaked> {
  const soaked: Soaked = {
    pages: 0,
    refused: 0,
    pushes: 0,
    undone: 0,
    errors: [],
    p50: 0,
    p95: 0,
    memory: [],
  }
  const started = performance.now()
  const passed = (): number => (performance.now() - started) / 1000
  const times: number[] = []
  const work = { how, found: soaked, passed, times }
  await Promise.all([push(work), watch(work), ...Array.from({ length: how.viewers }, async () => view(work))])
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): number =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1))
  return { ...soaked, p50: at(0.5), p95: at(0.95) }
}

interface Work {
  how: Soaking
  found: Soaked
  passed: () => number
  times: number[]
}

/** Does something and notes how it failed. True where it went through. */
async function noting({ how, found }: Work, what: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (how.mayRefuse?.() && isForeseen(error)) found.refused++
    else found.errors.push(`${new Date().toISOString()} ${what}: ${String(error)}`)
    return false
  }
}

/** Where two texts part, with a little of each. */
function difference(before: string, now: string): string {
  let at = 0
  while (at < before.length && before[at] === now[at]) at++
  const part = (text: string): string => text.slice(Math.max(0, at - 40), at + 40)
  return `${part(before)} became ${part(now)}`
}

async function view(work: Work): Promise<void> {
  const { how, found, passed, times } = work
  const client = clientOf(how.address)
  let before: string[] | null = null
  while (passed() < how.seconds) {
    const at = performance.now()
    await noting(work, 'page', async () => {
      const answers = await Promise.all(
        how.questions.map(async question => client.measures.ask.query(question)),
      )
      if (answers.some(answer => answer.current.buckets.length === 0))
        throw new Error('an answer without buckets')
      const now = answers.map(({ current, earlier }) => JSON.stringify([current.cells, earlier?.cells]))
      const last = before ?? now
      before = now
      const changed = now.findIndex((answer, index) => answer !== last[index])
      if (changed >= 0)
        throw new Error(
          `a wrong answer: ${how.questions[changed]?.measures.join()} is not what it was: ${difference(
            last[changed] ?? '',
            now[changed] ?? '',
          )}`,
        )
      found.pages++
      times.push(performance.now() - at)
    })
    await pause(Math.random() * how.lookSeconds * 1000)
  }
}

async function push(work: Work): Promise<void> {
  const { how, found, passed } = work
  const { address, token, centre, month } = how
  const calls = brightWindow({ address, token })
  const counted = async (): Promise<number> =>
    (await calls.ask({ measures: ['casesReceived'], centres: [centre], period: month })).current.values
      .casesReceived?.value ?? 0
  const rows = (turn: number) =>
    Array.from({ length: rowsAPush }, (_, index) => {
      const day = `${month}-${String((turn % 28) + 1).padStart(2, '0')}`
      return {
        caseNumber: `SOAK-${turn}-${index}`,
        item: how.item,
        receivedAt: `${day} 09:00`,
        acceptedAt: `${day} 09:05`,
        completedAt: `${day} 09:30`,
      }
    })
  /** Repeats a step until it goes through or the time is over. */
  const until = async (what: string, step: () => Promise<void>): Promise<boolean> => {
    while (!(await noting(work, what, step))) {
      if (passed() > how.seconds + 60) return false
      await pause(1000)
    }
    return true
  }
  let standing = await counted()
  for (let turn = 1; passed() < how.seconds; turn++) {
    let batch = 0
    const pushed = await until('push', async () => {
      const { batchId, loaded } = await calls.push(
        { centre, target: 'cases', key: `soak-${turn}` },
        rows(turn),
      )
      if (loaded !== rowsAPush) throw new Error(`${loaded} of ${rowsAPush} rows were loaded`)
      batch = batchId
    })
    if (!pushed) return
    found.pushes++
    standing += rowsAPush
    if (turn % 3 === 0 && (await until('undo', async () => void (await how.undo(batch))))) {
      standing -= rowsAPush
      found.undone++
    }
    await until('count', async () => {
      const now = await counted()
      if (now === standing) return
      found.errors.push(`lost rows: ${standing} cases were loaded, ${now} are counted`)
      standing = now
    })
    await pause(how.pushSeconds * 1000)
  }
}

async function watch({ how, found, passed }: Work): Promise<void> {
  while (passed() < how.seconds) {
    found.memory.push({ second: Math.round(passed()), megabytes: Math.round(how.memory()) })
    await pause(Math.min(10_000, how.seconds * 100))
  }
}

/** Megabytes a minute by least squares over the second half, when caches are full. */
export function growth(memory: Soaked['memory']): number {
  const half = memory.slice(Math.floor(memory.length / 2))
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const [x, y] = [mean(half.map(point => point.second)), mean(half.map(point => point.megabytes))]
  const across = half.reduce((sum, point) => sum + (point.second - x) ** 2, 0)
  return across === 0
    ? 0
    : (half.reduce((sum, point) => sum + (point.second - x) * (point.megabytes - y), 0) / across) * 60
}
