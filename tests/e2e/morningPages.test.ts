import type { Page } from 'playwright-core'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'clerk')
const launch = 'period=2012-08-08..2012-12-31&compare=none'

/** The pages whose panels keep the room that their content takes. */
const addresses = ['/', '/windows', '/trading', '/figures', '/data/import', '/account', '/wall']
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

/** Adds up how far what was in sight moved without anybody having done anything. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counter = window as unknown as { shifted: number }
    counter.shifted = 0
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) counter.shifted += entry.value
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

/** What is wrong with the page as it stands; empty where nothing is. */
async function faults(page: Page, where: string): Promise<string[]> {
  const found = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - window.innerWidth,
    shifted: (window as unknown as { shifted: number }).shifted,
    broken: document.body.textContent?.match(/NaN|undefined|\[object/g) ?? [],
  }))
  process.stdout.write(`  shift ${found.shifted.toFixed(3)} ${where}\n`)
  return [
    ...(found.over > 0 ? [`${where}: ${found.over} px too wide`] : []),
    ...(found.shifted > 0.05 ? [`${where}: moved by ${found.shifted.toFixed(3)}`] : []),
    ...found.broken.map(text => `${where}: prints ${text}`),
  ]
}

describe('the pages of every morning', () => {
  it.each([
    ['zh', 'light'],
    ['zh', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ])(
    'fits, stands still and is accessible in %s, %s, on a phone, a desk and a wall',
    async (language, theme) => {
      const { page } = pages
      await choose(page, language, theme)
      await watchShifts(page)
      const found: string[] = []
      for (const size of sizes) {
        await page.setViewportSize(size)
        for (const address of addresses) {
          // The wall is for large screens.
          if (address === '/wall' && size.width === 390) continue
          const where = `${address} ${language} ${theme} ${size.width}`
          await page.goto(`${pages.product.address}${address}?${launch}`)
          await settled(page)
          found.push(...(await faults(page, where)))
          // Colours and names do not change with the width beyond the phone's.
          if (size.width !== 1920) found.push(...(await violations(page)).map(fault => `${where}: ${fault}`))
        }
      }
      expect(found).toEqual([])
    },
    300_000,
  )
})
