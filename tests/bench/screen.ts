import type { Page } from 'playwright-core'
import type { Timing } from './timing.ts'
import { openBrowser } from '../support/browser.ts'
import { summary } from './timing.ts'

/**
 * What the first screen costs until its cards' lines and until its first ECharts chart, and how long a
 * click on a filter takes until the charts in sight are painted.
 */
export interface ScreenTimes {
  sparkScriptKilobytes: number
  firstSpark: number
  scriptKilobytes: number
  allKilobytes: number
  requests: number
  firstChart: number
  filterClick: Timing
  /** From the answer, or from the click where none is asked for, until a panel is painted. */
  panels: Record<string, Timing>
}

/** What shows that the cards have their lines, and that the first chart is there. */
const seen = { spark: 'article svg path, article svg polyline', chart: '.chart svg path' }

/** What had arrived, compressed, when something was first there. */
interface First {
  at: number
  script: number
  all: number
  requests: number
}

type Noted = typeof window & { firsts: Record<string, number> }

// Runs in the page, before anything else: notes when each thing is first there. Asked from outside,
// more would arrive before the answer.
function noteFirsts(selectors: Record<string, string>): void {
  const firsts: Record<string, number> = {}
  ;(window as unknown as Noted).firsts = firsts
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (firsts[name] === undefined && document.querySelector(selector)) firsts[name] = performance.now()
    }
  }).observe(document, { childList: true, subtree: true })
}

// Runs in the page: what had arrived by then.
function readFirsts(): Record<'spark' | 'chart', First> {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const all = [
    ...(page ? [page] : []),
    ...(performance.getEntriesByType('resource') as PerformanceResourceTiming[]),
  ]
  const firsts = Object.entries((window as unknown as Noted).firsts).map(([name, at]) => {
    const come = all.filter(entry => entry.responseEnd <= at)
    return [
      name,
      {
        at,
        script: come
          .filter(entry => entry.name.endsWith('.js'))
          .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
        all: come.reduce((sum, entry) => sum + entry.encodedBodySize, 0),
        requests: come.length,
      },
    ] as const
  })
  return Object.fromEntries(firsts) as Record<'spark' | 'chart', First>
}

// Runs in the page: the time from a change of a filter until the charts that it changes have been drawn
// and painted.
async function clickToPaint({ select, value }: { select: string; value: string }): Promise<number> {
  const field = document.querySelector<HTMLSelectElement>(select)
  const chart = document.querySelector('.chart svg')
  if (!field || !chart) throw new Error('no filter or no chart')
  const drawn = new Promise<void>(resolve => {
    let quiet: ReturnType<typeof setTimeout> | undefined
    let last = performance.now()
    const observer = new MutationObserver(() => {
      last = performance.now()
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        observer.disconnect()
        ;(window as unknown as { lastDrawn: number }).lastDrawn = last
        resolve()
      }, 400)
    })
    // Charts and cards that can be seen; lists of records and notes come after them, and charts out of
    // sight when the page is idle.
    for (const drawn of document.querySelectorAll('main .chart, main article')) {
      const { top, bottom } = drawn.getBoundingClientRect()
      if (bottom >= 0 && top <= window.innerHeight)
        observer.observe(drawn, { childList: true, subtree: true, attributes: true, characterData: true })
    }
  })
  const started = performance.now()
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await drawn
  return (window as unknown as { lastDrawn: number }).lastDrawn - started
}

// Runs in the page: the time from the last answer after a choice, or from the choice itself where
// nothing is asked, until the panel is drawn.
async function choiceToPaint({ panel, value }: { panel: number; value: string }): Promise<number> {
  const section = document.querySelectorAll('section.panel')[panel]
  const field = section?.querySelector<HTMLSelectElement>('label:last-of-type select')
  if (!section || !field) throw new Error(`no panel ${panel}`)
  performance.clearResourceTimings()
  const started = performance.now()
  let last = started
  const observer = new MutationObserver(() => (last = performance.now()))
  observer.observe(section, { childList: true, subtree: true, attributes: true, characterData: true })
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await new Promise<void>(resolve => {
    const timer = setInterval(() => {
      // A choice that leads to the same picture draws nothing at all.
      if (performance.now() - last > (last === started ? 2000 : 400)) {
        clearInterval(timer)
        resolve()
      }
    }, 50)
  })
  observer.disconnect()
  const answered = performance
    .getEntriesByType('resource')
    .map(entry => (entry as PerformanceResourceTiming).responseEnd)
    .filter(end => end <= last)
  return last - Math.max(started, ...answered)
}

/** The panels of the page of windows, over 36 months of 45 windows. */
async function timePanels(page: Page, address: string, rounds: number): Promise<Record<string, Timing>> {
  await page.goto(`${address}/windows?period=2023-01-01..2025-12-31`)
  await page.waitForSelector('.chart svg path', { state: 'attached' })
  await page.waitForLoadState('networkidle')
  const panels = await page.$$eval('section.panel', sections =>
    sections.map((section, panel) => ({
      panel,
      name: section.querySelector('h2')?.textContent ?? '',
      values: Array.from(
        section.querySelectorAll<HTMLOptionElement>('label:last-of-type select option'),
        option => option.value,
      ),
    })),
  )
  const times: Record<string, Timing> = {}
  for (const { panel, name, values } of panels.filter(one => one.values.length > 1)) {
    const taken: number[] = []
    for (let round = 0; round < rounds + 1; round++) {
      const time = await page.evaluate(choiceToPaint, {
        panel,
        value: values[(round + 1) % values.length] ?? '',
      })
      if (round > 0) taken.push(time)
    }
    times[name] = summary(taken)
  }
  return times
}

/**
 * Chooses one window after the other, each once, so that no answer is remembered; the first two bring
 * what is only loaded with the first use. As many as there are windows: of nine clicks the slowest
 * alone would be the P95. Whoever measures only once wants to see it work, for which four do.
 */
async function timeClicks(page: Page, rounds: number): Promise<number[]> {
  const field = 'select[data-filter="window"]'
  const windows = await page.$$eval(`${field} option`, options =>
    options.map(option => (option as HTMLOptionElement).value).filter(value => value !== ''),
  )
  const times: number[] = []
  for (const value of rounds > 1 ? windows : windows.slice(0, 4))
    times.push(await page.evaluate(clickToPaint, { select: field, value }))
  return times.slice(2)
}

/** Opens the overview in a real Chromium and clicks its filters. */
export async function timeScreen(address: string, rounds: number): Promise<ScreenTimes> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await page.context().request.post(`${address}/auth/sign-in/demo`, { data: { role: 'leader' } })
    await page.addInitScript(noteFirsts, seen)
    await page.goto(`${address}/?period=2025`)
    await page.waitForSelector(seen.spark, { state: 'attached' })
    await page.waitForSelector(seen.chart, { state: 'attached' })
    const first = await page.evaluate(readFirsts)
    await page.waitForLoadState('networkidle')
    const times = await timeClicks(page, rounds)
    const kilobytes = (bytes: number): number => Math.round(bytes / 1000)
    return {
      sparkScriptKilobytes: kilobytes(first.spark.script),
      firstSpark: Math.round(first.spark.at),
      scriptKilobytes: kilobytes(first.chart.script),
      allKilobytes: kilobytes(first.chart.all),
      requests: first.chart.requests,
      firstChart: Math.round(first.chart.at),
      filterClick: summary(times),
      panels: await timePanels(page, address, rounds),
    }
  } finally {
    await browser.close()
  }
}
