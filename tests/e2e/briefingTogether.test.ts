import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { nextFrames, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'))

/** A second writer at another machine, whose page must be as quiet as the first one's. */
async function second(address: string): Promise<Page> {
  const context = await pages.page
    .context()
    .browser()!
    .newContext({ viewport: { width: 1440, height: 900 } })
  await signInOn(context, pages.product.address, 'clerk')
  const page = await context.newPage()
  page.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && pages.noise.push(message.text()),
  )
  page.on('pageerror', error => pages.noise.push(error.stack ?? error.message))
  await page.goto(address)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
  return page
}

async function begin(): Promise<void> {
  const { page, product } = pages
  await page.goto(`${product.address}/briefings`)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-begin="template"]').selectOption('month')
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
}

const paragraph = (page: Page, place: number): Locator => page.locator('[data-editor] > p').nth(place)
async function write(page: Page, place: number, text: string): Promise<void> {
  await paragraph(page, place).click({ position: { x: 3, y: 12 } })
  await page.keyboard.press('Home')
  await nextFrames(page)
  await page.keyboard.type(text, { delay: 25 })
}
const isSaved = async (page: Page): Promise<void> =>
  page.locator('[data-saved]', { hasText: '已保存' }).waitFor()
const holds = async (page: Page, text: string): Promise<void> =>
  page.locator('[data-editor]', { hasText: text }).waitFor()

describe('two people in one draft', () => {
  it('write at once in different paragraphs, and each has the words of both', async () => {
    await begin()
    const first = pages.page
    const other = await second(first.url())
    await other.locator('[data-others]').waitFor()
    await Promise.all([
      write(first, 0, '第一人写的话，写得比较长一些。'),
      write(other, 2, '第二人写的话，同样写得比较长。'),
    ])
    for (const page of [first, other]) {
      await holds(page, '第一人写的话，写得比较长一些。')
      await holds(page, '第二人写的话，同样写得比较长。')
      await isSaved(page)
    }
    await first.locator('[data-others]').waitFor()
    expect(await first.locator('[data-conflicts]').count()).toBe(0)
    expect(await other.locator('[data-conflicts]').count()).toBe(0)
    await other.context().close()
  })

  it('choose where both changed the same paragraph; what is not chosen yet outlives a reload', async () => {
    await begin()
    const first = pages.page
    const other = await second(first.url())
    // Neither hears of the other before both have written.
    for (const page of [first, other])
      await page.route('**/trpc/briefings.beside*', async route => route.abort('aborted'))
    await write(first, 0, '甲的话。')
    await isSaved(first)
    await write(other, 0, '乙的话。')
    const conflict = other.locator('[data-conflict]')
    await conflict.filter({ hasText: '乙的话。' }).filter({ hasText: '甲的话。' }).waitFor()
    expect(await violations(other)).toEqual([])
    await holds(other, '甲的话。')
    // Nothing is said to be saved while words wait for a choice, and the bar leads to it.
    const bar = other.locator('[data-undecided]')
    await bar.waitFor()
    const state = other.locator('[data-saved]')
    await state.filter({ hasNotText: '保存' }).waitFor()
    await bar.locator('[data-go-to-choice]').click()
    await other.waitForFunction(() => document.activeElement?.hasAttribute('data-conflicts'))
    await other.reload()
    await conflict.filter({ hasText: '乙的话。' }).waitFor()
    await conflict.locator('[data-settle="both"]').click()
    await other.locator('[data-conflicts]').waitFor({ state: 'detached' })
    await isSaved(other)
    await other.reload()
    await holds(other, '甲的话。')
    await holds(other, '乙的话。')
    expect(await other.locator('[data-conflicts]').count()).toBe(0)
    await other.context().close()
    // The browser shows what the test itself cut off.
    pages.noise.splice(0, pages.noise.length, ...pages.noise.filter(line => !line.includes('ERR_ABORTED')))
  })
})
