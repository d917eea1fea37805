import type { Page, Response } from 'playwright-core'
import type { Pages } from './pages.ts'
import process from 'node:process'
import { measures } from '#measures'
import { zh } from '../../client/words/zh.ts'
import { zhBelow } from '../../client/words/zhBelow.ts'
import { zhPages } from '../../client/words/zhPages.ts'
import { choose, violations } from './pages.ts'

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

/**
 * The largest layout shift of a page. On a busy machine, late replies move other parts, so the limit of 0.05
 * applies only with BW_WALK=1 on a machine that does nothing else. Such a walk also checks every theme in
 * every language and width.
 */
const isQuiet = process.env.BW_WALK === '1'
const mostShifted = isQuiet ? 0.05 : 0.25
if (!isQuiet) process.stdout.write('layout shift up to 0.25 passes; BW_WALK=1 holds it to 0.05\n')

/** The layout shift of a page without any input: the sum, and the largest shifts. */
interface Shifts {
  total: number
  moved: string[]
}
type Watched = Window & { shifts: Shifts }

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shifts = { total: 0, moved: [] }
    ;(window as unknown as Watched).shifts = shifts
    interface Moved {
      value: number
      hadRecentInput: boolean
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
    }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as unknown as Moved[]) {
        if (entry.hadRecentInput) continue
        shifts.total += entry.value
        const places = entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
          const place = node instanceof Element ? node : node?.parentElement
          return `${place?.tagName.toLowerCase()}.${place?.className} ${from.x},${from.y} to ${to.x},${to.y}`
        })
        shifts.moved.push(`${places.join(' and ')} (${entry.value.toFixed(3)})`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(
    () => !document.querySelector('.skeleton, [aria-busy="true"]') && document.readyState === 'complete',
  )
  await page.waitForLoadState('networkidle')
}

/** Every text of some words, without whitespace. */
function sentencesOf(words: object): string[] {
  return Object.values(words).flatMap(value =>
    typeof value === 'string' ? [value] : sentencesOf(value as object),
  )
}

/** Chinese texts of the product itself, as opposed to names in data. */
const chinese = new Set(
  [
    ...sentencesOf(zh),
    ...sentencesOf(zhBelow),
    ...sentencesOf(zhPages),
    ...Object.values(measures).map(({ names }) => names.zh),
  ].filter(text => !text.includes('{') && /\p{Script=Han}{2}/u.test(text)),
)
const keyStarts = [...new Set([...Object.keys(zh), ...Object.keys(zhBelow), ...Object.keys(zhPages)])]
/** A key of a text, shown where the text itself should be. */
const rawKey = new RegExp(`(?<![\\w./-])(?:${keyStarts.join('|')})\\.[a-z]\\w*(?:\\.\\w+)*(?![\\w/-])`, 'gi')

/** Texts that a reader would not understand: raw keys, missing values, and Chinese on English pages. */
async function brokenWords(page: Page, language: string): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const problems: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The switch of the language names the other one in its own words; the page itself has a language, too.
      if (!node.parentElement?.closest('[lang]:not(html), script, style, code'))
        problems.push(node.textContent ?? '')
    }
    return problems.map(text => text.trim()).filter(text => text !== '')
  })
  const whole = texts.join(' ')
  return [
    ...(whole.match(/\bNaN\b|\bundefined\b|\[object|\bInfinity\b/g) ?? []),
    ...(whole.match(rawKey) ?? []),
    ...(language === 'en' ? texts.filter(text => chinese.has(text)) : []),
  ].map(text => `prints ${text}`)
}

/** The faults of the page as it is; empty where there are none. */
async function faults(
  page: Page,
  { language, where }: { language: string; where: string },
): Promise<string[]> {
  const { over, shifts } = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - window.innerWidth,
    shifts: (window as unknown as Watched).shifts,
  }))
  process.stdout.write(`  shift ${shifts.total.toFixed(3)} ${where}\n`)
  return [
    ...(over > 0 ? [`${over} px too wide`] : []),
    ...(shifts.total > mostShifted
      ? [`moved by ${shifts.total.toFixed(3)}: ${shifts.moved.join(', ')}`]
      : []),
    ...(await brokenWords(page, language)),
  ]
}

/** Changes a preference of this browser, as another tab would. */
async function prefer(page: Page, key: 'theme' | 'contrast' | 'text', value: string): Promise<void> {
  await page.evaluate(
    ([name = '', chosen = '']) => {
      localStorage.setItem(name, chosen)
      window.dispatchEvent(
        new StorageEvent('storage', { key: name, newValue: chosen, storageArea: localStorage }),
      )
    },
    [key, value],
  )
  const shown = key === 'contrast' && value === 'system' ? 'no-preference' : value
  await page.locator(`html[data-${key}="${shown}"]`).waitFor()
  // Waits for the colours to change; contrast is too low during the transition.
  await page.waitForFunction(() =>
    document.getAnimations().every(animation => animation.playState !== 'running'),
  )
}

/** The faults of the page in high contrast and large type, in both themes; contrast and size are restored. */
async function faultsEnlarged(page: Page): Promise<string[]> {
  await prefer(page, 'contrast', 'more')
  await prefer(page, 'text', 'large')
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const problems = over > 0 ? [`${over} px too wide in large type`] : []
  for (const theme of ['dark', 'light']) {
    await prefer(page, 'theme', theme)
    problems.push(...(await violations(page)).map(fault => `${theme}, high contrast, large: ${fault}`))
  }
  await prefer(page, 'text', 'normal')
  await prefer(page, 'contrast', 'system')
  return problems
}

/** Controls that are too small for a finger: below 24 px, except words within a text. */
const smallTargets = async (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, [role="button"], select, summary, input')]
      .filter(element => !element.closest('.visually-hidden, .skip, [inert], [aria-hidden="true"]'))
      .flatMap(element => {
        // A small checkbox is pressed by its label.
        const target = element.matches('input') ? (element.closest('label') ?? element) : element
        const { width, height } = target.getBoundingClientRect()
        const isSeen = width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
        const isSmall = Math.min(width, height) < 23.5 && getComputedStyle(element).display !== 'inline'
        const label = element.getAttribute('aria-label') ?? ''
        const name = `${element.tagName.toLowerCase()}.${element.className} ${label}`
        return isSeen && isSmall ? [`${name} is ${Math.round(width)} × ${Math.round(height)} px`] : []
      }),
  )

/**
 * Opens pages at every size in a language and returns their faults: sideways overflow, layout shift,
 * untranslated texts, small targets, and axe violations in both themes, also in high contrast and large type.
 * Colours cause no shift, so a page is opened once for all of them.
 */
export async function walk(
  { product, page }: Pages,
  { language, addresses }: { language: string; addresses: readonly string[] },
): Promise<string[]> {
  await choose(page, language, 'light')
  await watchShifts(page)
  const problems: string[] = []
  const refused = (reply: Response): void => {
    if (reply.status() >= 400) problems.push(`${page.url()}: ${reply.status()} of ${reply.url()}`)
  }
  page.on('response', refused)
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const address of addresses) {
      // The wall is for large screens only.
      if (address.startsWith('/wall') && size.width === 390) continue
      await page.goto(`${product.address}${address}`)
      await settled(page)
      const where = `${address} ${language} ${size.width}`
      problems.push(...(await faults(page, { language, where })).map(fault => `${where}: ${fault}`))
      // Names and colours are the same beyond the width of a desktop.
      if (size.width === 1920 && !isQuiet) continue
      problems.push(...(await violations(page)).map(fault => `${where} light: ${fault}`))
      await prefer(page, 'theme', 'dark')
      problems.push(...(await violations(page)).map(fault => `${where} dark: ${fault}`))
      problems.push(...(await smallTargets(page)).map(fault => `${where}: ${fault}`))
      // Colours and sizes do not depend on the language; Chinese has the longer lines.
      if (language === 'zh' || isQuiet)
        problems.push(...(await faultsEnlarged(page)).map(fault => `${where} ${fault}`))
    }
  }
  page.off('response', refused)
  return problems
}
