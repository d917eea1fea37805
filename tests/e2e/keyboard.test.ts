import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { cursorOf, tabTo } from '../support/keyboard.ts'
import { choose, nextFrames, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)

const inAddress = async (wanted: RegExp): Promise<void> => pages.page.waitForURL(wanted)

/** Presses a key, and waits until a chart says something else than before. */
async function hear(key: string): Promise<string> {
  const spoken = pages.page.locator('[role="application"]:focus [aria-live]')
  const before = await spoken.textContent()
  await pages.page.keyboard.press(key)
  await expect.poll(async () => spoken.textContent()).not.toBe(before)
  return (await spoken.textContent()) ?? ''
}

describe('with the keyboard alone', () => {
  it('signs in, compares two windows of a period, hears a chart, and exports its table', async () => {
    const { page, product } = pages
    await choose(page, 'zh', 'light')
    await page.goto(product.address)
    await page.locator('[data-role="leader"]').waitFor()
    await tabTo(page, /BUTTON.*领导/)
    await page.keyboard.press('Enter')
    await page.locator('main h1').waitFor()

    await tabTo(page, /SELECT.*时间/)
    await page.keyboard.press('Home')
    await inAddress(/period=today/)
    await page.keyboard.press('End')
    await inAddress(/period=\d{4}/)

    await tabTo(page, /^A .*窗口$/, { key: 'Shift+Tab' })
    await page.keyboard.press('Enter')
    await inAddress(/\/windows/)
    await page.locator('[data-choose-windows]').waitFor()
    await tabTo(page, /BUTTON.*选择窗口/, { most: 300 })
    await page.keyboard.press('Enter')
    await page.locator('.window-choice input[type="checkbox"]').first().waitFor()
    await tabTo(page, /BUTTON.*清空/)
    await page.keyboard.press('Enter')
    for (let ticked = 0; ticked < 2; ticked++) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
    }
    await inAddress(/beside=[^,%]+(?:,|%2C)[^,%]+/)
    await page.keyboard.press('Escape')

    await tabTo(page, /^DIV.*方向键逐点读数/)
    await nextFrames(page)
    const first = await expect
      .poll(async () => {
        await page.keyboard.press('Home')
        return page.locator('[role="application"]:focus [aria-live]').textContent()
      })
      .not.toBe('')
      .then(async () => page.locator('[role="application"]:focus [aria-live]').textContent())
    const second = await hear('ArrowRight')
    expect(await hear('ArrowLeft')).toBe(first)
    expect([first, second].every(text => /^\d{4}.*[件%—]/.test(text ?? ''))).toBe(true)
    expect(await violations(page)).toEqual([])

    await tabTo(page, /BUTTON.*表格/, { key: 'Shift+Tab' })
    await page.keyboard.press('Enter')
    await page.locator('section.panel:has(:focus) table').waitFor()
    await tabTo(page, /BUTTON.*导出/)
    await page.keyboard.press('Enter')
    await tabTo(page, /BUTTON.*CSV/)
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    const rows = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\n')
    expect(rows.length).toBeGreaterThan(2)
    expect(await cursorOf(page)).toMatch(/CSV/)
  })

  it('opens the records of a point of a trend by Enter, as a click on it does', async () => {
    const { page, product } = pages
    await signInOn(page.context(), product.address, 'leader')
    await page.goto(`${product.address}/?period=2012-08-08..2012-12-31&compare=none`)
    const chart = page.locator('.lower [role="application"]').first()
    await chart.locator('canvas, svg').first().waitFor()
    await chart.focus()
    await expect
      .poll(async () => {
        await page.keyboard.press('End')
        return chart.locator('[aria-live]').textContent()
      })
      .toContain('2012-12')
    await page.keyboard.press('Enter')
    await page.locator('.rows-drawer .about', { hasText: '2012-12-30' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.rows-drawer').waitFor({ state: 'detached' })
    expect(await cursorOf(page)).toMatch(/方向键逐点读数/)
  })
})
