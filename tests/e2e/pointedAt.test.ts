import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'))
const launch = 'period=2012-10-01..2012-12-31&compare=2012-08-08..2012-09-30'

async function plotOf(panel: string): Promise<Locator> {
  const page = pages.page
    .locator('section.panel', { has: pages.page.getByRole('heading', { name: panel, exact: true }) })
    .locator('.chart')
    .first()
  await page.locator('svg path').first().waitFor({ state: 'attached' })
  await page.scrollIntoViewIfNeeded()
  return page
}

/** What a chart says beside the pointer, which goes over it step by step until it says something. */
async function saidAt(chart: Locator): Promise<string> {
  const box = (await chart.boundingBox())!
  const tip = chart.locator('div', { hasText: /\d/ }).filter({ hasNot: pages.page.locator('svg') })
  for (let step = 2; step < 18; step++) {
    await pages.page.mouse.move(box.x + (box.width * step) / 20, box.y + box.height / 2)
    if (await tip.first().isVisible()) return (await tip.first().textContent()) ?? ''
  }
  return ''
}

describe('a chart that is pointed at', () => {
  it('says the values of the month, whether it was drawn before or after its words came', async () => {
    await choose(pages.page, 'zh', 'light')
    await pages.page.goto(`${pages.product.address}/?${launch}`)
    const trend = await plotOf('业务量走势')
    await expect.poll(async () => saidAt(trend)).toMatch(/本期.*件/)
    await pages.page.locator('nav a', { hasText: '窗口' }).first().click()
    const variation = await plotOf('是否异常')
    await expect.poll(async () => saidAt(variation)).toMatch(/\d/)
  })

  it('still opens what is clicked', async () => {
    await choose(pages.page, 'zh', 'light')
    await pages.page.goto(`${pages.product.address}/windows?${launch}`)
    const funnel = await plotOf('漏斗图：有显著差异的窗口')
    const dot = funnel.locator('svg path[fill="#1c4a8a"]').last()
    const box = (await dot.boundingBox())!
    await pages.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await pages.page.waitForURL(/\/windows\/./)
  })
})
