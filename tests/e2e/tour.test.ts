import type { RoleName } from '../../server/access/roles.ts'
import { describe, expect, it } from 'vitest'
import { roleNames } from '../../server/access/roles.ts'
import { useDatabase } from '../support/database.ts'
import { cursorOf, tabTo } from '../support/keyboard.ts'
import { choose, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)
const launch = '?period=2012-08-08..2012-12-31&compare=none'

async function openAs(role: RoleName, language = 'zh'): Promise<void> {
  const { page, product } = pages
  await choose(page, language, 'light')
  await signInOn(page.context(), product.address, role)
  await page.goto(`${product.address}/${launch}`)
  await page.locator('[data-tour-offer]').waitFor()
}
const card = () => pages.page.locator('[data-tour-stop]')
const lit = () => pages.page.locator('[data-tour-found="true"]')
/** The stop that is shown, once what it speaks of is there. */
async function stop(): Promise<string> {
  await lit().waitFor()
  return (await card().getAttribute('data-tour-stop')) ?? ''
}
/** Presses a key, and waits until another stop is shown. */
async function step(key: string): Promise<string> {
  const before = await stop()
  await pages.page.keyboard.press(key)
  await expect.poll(async () => card().getAttribute('data-tour-stop')).not.toBe(before)
  return stop()
}

describe('the tour of the first visit', () => {
  it.each(roleNames)('finds the control of every stop of the role %s', async role => {
    await openAs(role)
    const { page } = pages
    await page.locator('[data-tour-start]').click()
    const seen = [await stop()]
    const [, of] = /共 (\d)/.exec((await card().textContent()) ?? '') ?? []
    while (seen.length < Number(of)) seen.push(await step('ArrowRight'))
    expect(seen.at(-1)).toBe('help')
    expect(new Set(seen).size).toBe(seen.length)
    await page.keyboard.press('ArrowRight')
    await card().waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
  })

  it('is led by the keyboard, holds the cursor, and returns it', async () => {
    await openAs('leader')
    const { page } = pages
    await tabTo(page, /BUTTON.*开始/, { most: 300 })
    await page.keyboard.press('Enter')
    expect(await stop()).toBe('today')
    expect(await violations(page)).toEqual([])
    expect(await cursorOf(page)).toMatch(/下一步/)
    for (let pressed = 0; pressed < 4; pressed++) {
      await page.keyboard.press('Tab')
      expect(await cursorOf(page)).toMatch(/下一步|跳过导览/)
    }
    expect(await step('ArrowDown')).toBe('proof')
    expect(await step('ArrowLeft')).toBe('today')
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    expect(await page.locator('[data-tour-offer]').count()).toBe(0)
    await expect.poll(async () => page.evaluate(() => document.activeElement?.id)).toBe('content')

    await tabTo(page, /BUTTON.*再看一次导览/, { key: 'Shift+Tab' })
    await page.keyboard.press('Enter')
    expect(await stop()).toBe('today')
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    await expect.poll(async () => cursorOf(page)).toMatch(/再看一次导览/)
  })

  it('opens the question box by the key that it speaks of', async () => {
    await openAs('windowChief')
    const { page } = pages
    await page.locator('[data-tour-start]').click()
    await stop()
    await page.keyboard.press('Control+k')
    await page.locator('.ask-dialog').waitFor()
    expect(await card().count()).toBe(0)
  })

  it('is skipped for good, for this role alone', async () => {
    await openAs('leader')
    const { page, product } = pages
    await page.locator('[data-tour-skip]').click()
    await page.locator('[data-tour-offer]').waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('.headline .sentence').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('[data-tour-offer]').count()).toBe(0)
    await signInOn(page.context(), product.address, 'clerk')
    await page.reload()
    await page.locator('[data-tour-offer]').waitFor()
    await page.waitForLoadState('networkidle')
  })

  it('fits a phone, in English and without motion', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openAs('leader', 'en')
    await page.locator('.tabs .line button').click()
    await page.locator('.tabs [data-tour-again]').click()
    for (const name of ['today', 'proof', 'period', 'export', 'ask', 'help']) {
      await page.locator(`[data-tour-stop="${name}"][data-tour-found="true"]`).waitFor()
      const box = await card().boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844).toBe(
        true,
      )
      expect(await violations(page)).toEqual([])
      const motion = page
        .locator('.tour-light')
        .evaluate(element => getComputedStyle(element).transitionDuration)
      expect(await motion).toMatch(/^0s/)
      await card().locator('.onwards').click()
    }
    await card().waitFor({ state: 'detached' })
  })
})
