import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { choose, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)

it('shows the first screen at once where the network is slow, and moves nothing on it', async () => {
  const { page, product } = pages
  await load(
    database(),
    { centre: 'pinghe', target: 'targets', now },
    'measure,value,validFrom,validTo\nsavings,60000000,2012-08-08,2012-12-31\n',
  )
  // Goals are asked for when the figures are there.
  await page.route('**/trpc/**', async route => {
    if (/centres\.targets|measures\.ask/.test(route.request().url())) await pause(3000)
    await route.continue()
  })
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    interface Shift extends PerformanceEntry {
      value: number
      hadRecentInput: boolean
    }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as Shift[])
        if (!entry.hadRecentInput && entry.value > 0.05) moved.push(`${entry.value} at ${entry.startTime}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await choose(page, 'zh', 'light')
  await page.goto(`${product.address}/?period=2012-08-08..2012-12-31&compare=none`)
  await page.locator('article[data-measure="savings"]').waitFor()
  await page.getByText('落后目标进度').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
})

it('says that a chosen period is awaited, and keeps the old figures until it is there', async () => {
  const { page, product } = pages
  await choose(page, 'zh', 'light')
  await page.goto(`${product.address}/?period=2012-08-08..2012-12-31&compare=none`)
  await page.locator('article[data-measure="casesAccepted"]').waitFor()
  await page.waitForLoadState('networkidle')
  const sign = page.getByText('正在更新')
  const about = page.locator('.headline .about')
  expect(await sign.count()).toBe(0)
  let release: () => void = () => undefined
  const gate = new Promise<void>(resolve => (release = resolve))
  await page.route('**/trpc/**', async route => {
    if (/measures\.ask/.test(route.request().url())) await gate
    await route.continue()
  })
  const before = await page.locator('article[data-measure="casesAccepted"] .figure').textContent()
  await page.locator('[data-filter="period"]').selectOption('thisYear')
  await sign.waitFor()
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true')
  expect(await about.textContent()).toContain('2012-12-31')
  expect(await page.locator('article[data-measure="casesAccepted"] .figure').textContent()).toBe(before)
  expect(await page.locator('.window.dimmed').count()).toBe(1)
  release()
  await sign.waitFor({ state: 'detached' })
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('false')
  await expect.poll(async () => about.textContent()).not.toContain('2012-12-31')
})
