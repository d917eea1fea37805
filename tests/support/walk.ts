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
 * How far a page may move by itself. What arrives first on a busy machine moves what comes later, so only
 * a walk that was asked for, on a machine that does nothing else, is held to the limit of 0.05; it looks at
 * every theme in every language and width, too.
 */
const isQuiet = process.env.BW_WALK === '1'
const mostShifted = isQuiet ? 0.05 : 0.25
if (!isQuiet) process.stdout.write('layout shift up to 0.25 passes; BW_WALK=1 holds it to 0.05\n')

/** What moved in a page without anybody having done anything: how far in all, and what most. */
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
        const [first] = entry.sources
        const place = first?.node instanceof Element ? first.node : first?.node?.parentElement
        shifts.moved.push(
          `${place?.tagName.toLowerCase()}.${place?.className} from ${first?.previousRect.y} to ` +
            `${first?.currentRect.y} (${entry.value.toFixed(3)})`,
        )
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

/** Every sentence of some words, without their blanks. */
function sentencesOf(words: object): string[] {
  return Object.values(words).flatMap(value =>
    typeof value === 'string' ? [value] : sentencesOf(value as object),
  )
}

/** Chinese texts of the product itself, as opposed to names that come from data. */
const chinese = new Set(
  [
    ...sentencesOf(zh),
    ...sentencesOf(zhBelow),
    ...sentencesOf(zhPages),
    ...Object.values(measures).map(({ names }) => names.zh),
  ].filter(text => !text.includes('{') && /\p{Script=Han}{2}/u.test(text)),
)
const keyStarts = [...new Set([...Object.keys(zh), ...Object.keys(zhBelow), ...Object.keys(zhPages)])]
/** The name of a sentence where the sentence itself should stand. */
const rawKey = new RegExp(`(?<![\\w./-])(?:${keyStarts.join('|')})\\.[a-z]\\w*(?:\\.\\w+)*(?![\\w/-])`, 'gi')

/** Words that a reader would not understand: raw keys, values without words, and Chinese on English pages. */
async function brokenWords(page: Page, language: string): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The switch of the language names the other one in its own words; the page itself has a language, too.
      if (!node.parentElement?.closest('[lang]:not(html), script, style, code'))
        found.push(node.textContent ?? '')
    }
    return found.map(text => text.trim()).filter(text => text !== '')
  })
  const whole = texts.join(' ')
  return [
    ...(whole.match(/\bNaN\b|\bundefined\b|\[object|\bInfinity\b/g) ?? []),
    ...(whole.match(rawKey) ?? []),
    ...(language === 'en' ? texts.filter(text => chinese.has(text)) : []),
  ].map(text => `prints ${text}`)
}

/** What is wrong with the page as it stands; empty where nothing is. */
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

/** Changes how this browser shows the pages, as another tab of it would. */
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
  // Colours change within a moment, in which they have no contrast yet.
  await page.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running'))
}

/** What is wrong with the page in high contrast and large type, in both themes; it ends as it began. */
async function faultsEnlarged(page: Page): Promise<string[]> {
  await prefer(page, 'contrast', 'more')
  await prefer(page, 'text', 'large')
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const found = over > 0 ? [`${over} px too wide in large type`] : []
  for (const theme of ['dark', 'light']) {
    await prefer(page, 'theme', theme)
    found.push(...(await violations(page)).map(fault => `${theme}, high contrast, large: ${fault}`))
  }
  await prefer(page, 'text', 'normal')
  await prefer(page, 'contrast', 'system')
  return found
}

/** Controls that a finger would miss: smaller than 24 px, and not a word within a text. */
const smallTargets = async (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, [role="button"], select, summary, input')]
      .filter(one => !one.closest('.visually-hidden, .skip, [inert], [aria-hidden="true"]'))
      .flatMap(one => {
        // What is pressed with a small box is the label around it.
        const target = one.matches('input') ? (one.closest('label') ?? one) : one
        const { width, height } = target.getBoundingClientRect()
        const isSeen = width > 0 && height > 0 && getComputedStyle(one).visibility !== 'hidden'
        const isSmall = Math.min(width, height) < 23.5 && getComputedStyle(one).display !== 'inline'
        const name = `${one.tagName.toLowerCase()}.${one.className} ${one.getAttribute('aria-label') ?? ''}`
        return isSeen && isSmall ? [`${name} is ${Math.round(width)} × ${Math.round(height)} px`] : []
      }),
  )

/**
 * Opens pages at every size in a language and says what is wrong with them: sideways overflow, movement,
 * words, small targets, and what axe finds in both themes, in high contrast and large type as well. A colour
 * moves nothing, so a page is opened once for all of them.
 */
export async function walk(
  { product, page }: Pages,
  { language, addresses }: { language: string; addresses: readonly string[] },
): Promise<string[]> {
  await choose(page, language, 'light')
  await watchShifts(page)
  const found: string[] = []
  const refused = (reply: Response): void => {
    if (reply.status() >= 400) found.push(`${page.url()}: ${reply.status()} of ${reply.url()}`)
  }
  page.on('response', refused)
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const address of addresses) {
      // The wall is for large screens.
      if (address.startsWith('/wall') && size.width === 390) continue
      await page.goto(`${product.address}${address}`)
      await settled(page)
      const where = `${address} ${language} ${size.width}`
      found.push(...(await faults(page, { language, where })).map(fault => `${where}: ${fault}`))
      // Names and colours do not change beyond the width of a desk.
      if (size.width === 1920 && !isQuiet) continue
      found.push(...(await violations(page)).map(fault => `${where} light: ${fault}`))
      await prefer(page, 'theme', 'dark')
      found.push(...(await violations(page)).map(fault => `${where} dark: ${fault}`))
      found.push(...(await smallTargets(page)).map(fault => `${where}: ${fault}`))
      // Neither colours nor sizes depend on the language; Chinese has the longer lines.
      if (language === 'zh' || isQuiet)
        found.push(...(await faultsEnlarged(page)).map(fault => `${where} ${fault}`))
    }
  }
  page.off('response', refused)
  return found
}
