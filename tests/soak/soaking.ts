import type { QuestionInput } from '../../server/measures/index.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { brightWindow } from '../../server/api/client.ts'
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
  questions: readonly QuestionInput[]
  viewers: number
  seconds: number
  /** The longest that a viewer looks at a page before asking anew. */
  lookSeconds: number
  /** Seconds between two pushes. */
  pushSeconds: number
  memory: () => number
  /** Takes a batch back. */
  undo: (batch: number) => Promise<unknown>
}

/** What came of it. */
export interface Soaked {
  pages: number
  pushes: number
  undone: number
  errors: string[]
  p50: number
  p95: number
  memory: { second: number; megabytes: number }[]
}

const rowsAPush = 200

/**
 * Viewers open the page, look for a while and open it again; a system pushes rows, and every third push
 * is taken back.
 */
export async function soak(how: Soaking): Promise<Soaked> {
  const { address, centre, questions, seconds } = how
  const started = performance.now()
  const passed = (): number => (performance.now() - started) / 1000
  const found: Soaked = { pages: 0, pushes: 0, undone: 0, errors: [], p50: 0, p95: 0, memory: [] }
  const times: number[] = []
  const noting = async (what: string, work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => void found.errors.push(`${what}: ${String(error)}`))

  const viewer = async (): Promise<void> => {
    const client = clientOf(address)
    while (passed() < seconds) {
      const at = performance.now()
      await noting('page', async () => {
        const answers = await Promise.all(
          questions.map(async question => client.measures.ask.query(question)),
        )
        if (answers.some(answer => answer.current.buckets.length === 0))
          throw new Error('an answer without buckets')
        found.pages++
        times.push(performance.now() - at)
      })
      await pause(Math.random() * how.lookSeconds * 1000)
    }
  }

  const pusher = async (): Promise<void> => {
    const calls = brightWindow({ address, token: how.token })
    const counted = async () =>
      (await calls.ask({ measures: ['casesReceived'], centres: [centre], period: how.month })).current.values
        .casesReceived?.value
    let standing = (await counted()) ?? 0
    for (let turn = 1; passed() < seconds; turn++) {
      await noting('push', async () => {
        const rows = Array.from({ length: rowsAPush }, (_, index) => ({
          caseNumber: `SOAK-${turn}-${index}`,
          item: how.item,
          receivedAt: `${how.month}-${String((turn % 28) + 1).padStart(2, '0')} 09:00`,
        }))
        const pushed = await calls.push({ centre, target: 'cases', key: `soak-${turn}` }, rows)
        found.pushes++
        standing += pushed.loaded
        if (turn % 3 === 0) {
          await how.undo(pushed.batchId)
          standing -= pushed.loaded
          found.undone++
        }
        const now = await counted()
        if (now !== standing) throw new Error(`${standing} cases were loaded, ${now} are counted`)
      })
      await pause(how.pushSeconds * 1000)
    }
  }

  const watcher = async (): Promise<void> => {
    while (passed() < seconds) {
      found.memory.push({ second: Math.round(passed()), megabytes: Math.round(how.memory()) })
      await pause(Math.min(10_000, seconds * 100))
    }
  }

  await Promise.all([pusher(), watcher(), ...Array.from({ length: how.viewers }, viewer)])
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): number =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1))
  return { ...found, p50: at(0.5), p95: at(0.95) }
}

/** Megabytes a minute by least squares over the second half, when caches are full. */
export function growth(memory: Soaked['memory']): number {
  const half = memory.slice(Math.floor(memory.length / 2))
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const [x, y] = [mean(half.map(one => one.second)), mean(half.map(one => one.megabytes))]
  const across = half.reduce((sum, one) => sum + (one.second - x) ** 2, 0)
  return across === 0
    ? 0
    : (half.reduce((sum, one) => sum + (one.second - x) * (one.megabytes - y), 0) / across) * 60
}
