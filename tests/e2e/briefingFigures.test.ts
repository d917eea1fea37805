import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'))

const dialog = (): Locator => pages.page.locator('[data-figure-dialog]')
const field = (name: string): Locator => dialog().locator(`[data-choose="${name}"]`)
const preview = (): Locator => dialog().locator('[data-preview]')

async function begin(): Promise<void> {
  const { page, product } = pages
  await page.goto(`${product.address}/briefings`)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-begin="template"]').selectOption('month')
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
}

/** Opens the dialog on the first number of cases completed. */
async function change(): Promise<void> {
  await pages.page.locator('[data-editor] [data-figure="casesCompleted"]').first().click()
  await pages.page.locator('[data-change-figure]').click()
  await preview().waitFor()
}

describe('a number of the text', () => {
  it('is changed in one dialog that shows the sentence, and stays a reference', async () => {
    await begin()
    const { page } = pages
    const text = page.locator('[data-editor] > p').first()
    const chips = await text.locator('[data-figure]').count()
    await change()
    await field('period').selectOption('own')
    await field('from').fill('2012-10-01')
    await field('to').fill('2012-10-31')
    await field('comparison').selectOption('both')
    await field('named').click()
    await preview().filter({ hasText: '10月5950件，环比' }).waitFor()
    // A year earlier there was no hall: the comparison is not printed, and the reason is said at once.
    await dialog().locator('[data-without-change]', { hasText: '对比期无数据（数据自8月8日起）' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-put]').click()
    await dialog().waitFor({ state: 'detached' })
    await page.locator('[data-editor] > p', { hasText: /10月5950件〔略〕，环比/ }).waitFor()
    expect(await text.locator('[data-figure]').count()).toBe(chips + 2)

    await page.locator('[data-edit="undo"]').click()
    await text.filter({ hasNotText: '10月5950件' }).waitFor()
    expect(await text.locator('[data-figure]').count()).toBe(chips)
  })

  it('says the place of a window, or which have the most', async () => {
    await begin()
    const { page } = pages
    await change()
    await field('shows').selectOption('rank')
    expect(await page.locator('[data-put]').isDisabled()).toBe(true)
    await field('dimension').selectOption('window')
    await field('member').locator('option').nth(1).waitFor({ state: 'attached' })
    await field('member').selectOption({ index: 1 })
    await preview()
      .filter({ hasText: /在\d+个窗口中居第\d+位/ })
      .waitFor()
    await field('shows').selectOption('largest')
    await field('by').selectOption('window')
    await field('most').fill('3')
    await field('most').press('Tab')
    await preview()
      .filter({ hasText: /（\d+件）、.*（\d+件）、.*（\d+件）/ })
      .waitFor()
    await page.locator('[data-put]').click()
    await page.locator('[data-saved]', { hasText: '已保存' }).waitFor()
    await page.reload()
    await page.locator('[data-editor] > p', { hasText: /；办结.*（\d+件）、.*（\d+件）、/ }).waitFor()
  })

  it('in English and in the dark as well', async () => {
    await choose(pages.page, 'en', 'dark')
    await begin()
    await change()
    expect(await violations(pages.page)).toEqual([])
    await pages.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})
