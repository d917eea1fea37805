import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'))
const launch = 'period=2012-08-08..2012-12-31&compare=none'

async function visit(address: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${address}?${launch}`)
  await pages.page.locator('main h1').first().waitFor()
  await pages.page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
  await pages.page.waitForLoadState('networkidle')
}

/** Tables that go on to the side, and texts that are cut. */
const cut = async (): Promise<string[]> =>
  pages.page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('main [role="region"], main th, main td, main li'))
      .filter(
        element =>
          getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1,
      )
      .map(element => `${element.className} ${element.getAttribute('aria-label') ?? element.textContent}`),
  )

describe('on a screen of 1440', () => {
  it.each(['/services', '/townships', '/feedback', '/reports'])(
    '%s in English shows every column whole',
    async page => {
      await choose(pages.page, 'en', 'light')
      await visit(page)
      expect(await cut()).toEqual([])
    },
  )

  it('the data page shows the contract of a source whole, its names on one line', async () => {
    await choose(pages.page, 'zh', 'light')
    await visit('/data')
    expect(await cut()).toEqual([])
    // A line for the name and one for its code.
    const names = pages.page.locator('tbody th.field-name', { hasText: '办件编号' })
    expect((await names.first().boundingBox())?.height).toBeLessThan(72)
  })

  it('names the units that report whole', async () => {
    for (const language of ['zh', 'en']) {
      await choose(pages.page, language, 'light')
      await visit('/')
      await pages.page.locator('.facade li').first().waitFor()
      expect(await cut(), language).toEqual([])
    }
  })
})

describe('voices', () => {
  it('are read on a phone without moving sideways', async () => {
    await pages.page.setViewportSize({ width: 390, height: 844 })
    await choose(pages.page, 'zh', 'light')
    await visit('/feedback')
    expect(await cut()).toEqual([])
    // A word of two characters stands on one line.
    const heights = await pages.page
      .locator('[data-clock] .steps dt')
      .evaluateAll(cells => cells.map(cell => cell.getBoundingClientRect().height))
    expect(Math.max(...heights)).toBeLessThan(36)
  })

  it.each([390, 1440, 1920])('fill whole rows of the wall at %i', async width => {
    await pages.page.setViewportSize({ width, height: 900 })
    await choose(pages.page, 'zh', 'light')
    await visit('/feedback')
    const wall = pages.page.locator('ul.wall')
    await wall.locator('li').first().waitFor()
    const [places, columns] = await wall.evaluate(list => {
      const style = getComputedStyle(list.children[0]!)
      const across = Number(/span (\d)/.exec(style.gridColumnStart)?.[1] ?? 1)
      const down = Number(/span (\d)/.exec(style.gridRowStart)?.[1] ?? 1)
      return [
        list.children.length - 1 + across * down,
        getComputedStyle(list).gridTemplateColumns.split(' ').length,
      ]
    })
    expect((places ?? 0) % (columns ?? 1)).toBe(0)
  })
})
