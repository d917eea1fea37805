import type { CDPSession, Page } from 'playwright-core'
import { setTimeout as pause } from 'node:timers/promises'

/** What a soak of the wall is made of. */
export interface WallSoaking {
  /** The wall, signed in and drawn. */
  page: Page
  seconds: number
  /** Seconds between two measurements of the heap. */
  everySeconds: number
  /** Seconds between two changes of the data. */
  changeSeconds: number
  /** Changes the data behind the wall. */
  change: (turn: number) => Promise<void>
  /** Hears of each measurement as it is made. */
  say: (look: WallLook) => void
}

/** What the page holds after its garbage has been collected. */
export interface WallLook {
  second: number
  megabytes: number
  nodes: number
  listeners: number
}

/** What came of it. */
export interface WallSoaked {
  looks: WallLook[]
  /** How often another panel came, and how often another figure stood on the wall. */
  turns: number
  updates: number
  changes: number
  errors: string[]
}

/** Everything that nobody holds any more is collected twice: finalisers of the first round free more. */
async function look(session: CDPSession, second: number): Promise<WallLook> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { second, megabytes: usedSize / (1 << 20), nodes, listeners: jsEventListeners }
}

/**
 * Lets the wall turn while data change under it, and measures what it holds. A wall that stands still, or
 * does not follow the data, shows by `turns` and `updates`.
 */
export async function soakWall(how: WallSoaking): Promise<WallSoaked> {
  const { page, seconds } = how
  const started = performance.now()
  const passed = (): number => (performance.now() - started) / 1000
  const soaked: WallSoaked = { looks: [], turns: 0, updates: 0, changes: 0, errors: [] }
  const noting = async (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => void soaked.errors.push(String(error)))
  page.on('pageerror', error => soaked.errors.push(error.message))
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')

  const watcher = async (): Promise<void> => {
    let [panel, figures] = ['', '']
    while (passed() < seconds) {
      const now = await page.evaluate(() => [
        document.querySelector('[data-panel]')?.getAttribute('data-panel') ?? '',
        Array.from(document.querySelectorAll('.wall .value'), element => element.textContent).join(),
      ])
      if (panel !== '' && now[0] !== panel) soaked.turns++
      if (figures !== '' && now[1] !== figures) soaked.updates++
      ;[panel = '', figures = ''] = now
      await pause(Math.min(1000, seconds * 20))
    }
  }
  const changer = async (): Promise<void> => {
    while (passed() < seconds) {
      await noting(async () => how.change(++soaked.changes))
      await pause(how.changeSeconds * 1000)
    }
  }
  const measurer = async (): Promise<void> => {
    while (passed() < seconds) {
      const measured = await look(session, Math.round(passed()))
      soaked.looks.push(measured)
      how.say(measured)
      await pause(how.everySeconds * 1000)
    }
  }
  await Promise.all([noting(watcher), changer(), noting(measurer)])
  return soaked
}
