import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { cursorOf, tabTo as tabWithin } from '../support/keyboard.ts'
import { choose, nextFrames, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2012-12-31T06:00:00Z'), null)

const said = () => pages.page.locator('[data-said]')

const cursor = async (): Promise<string> => cursorOf(pages.page)

async function tabTo(wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabWithin(pages.page, wanted, { key })
}

/** Waits until the question is understood as something. */
async function understood(text: string): Promise<void> {
  await pages.page.waitForFunction(
    wanted => document.querySelector('[data-said]')?.textContent === wanted,
    text,
  )
  await nextFrames(pages.page)
}

/** Presses a key in a list of choices until the question says what is wanted; the cursor stays. */
async function changeTo(wanted: RegExp, key = 'ArrowDown'): Promise<void> {
  const before = await cursor()
  for (let steps = 0; steps < 60; steps++) {
    const was = await said().textContent()
    if (wanted.test(was ?? '')) return
    await pages.page.keyboard.press(key)
    await pages.page.waitForFunction(
      former => document.querySelector('[data-said]')?.textContent !== former,
      was,
    )
    await nextFrames(pages.page)
    expect(await cursor()).toBe(before)
  }
  throw new Error(`${wanted} was not reached`)
}

const words = {
  zh: {
    question: '交管大队窗口2012年办结量',
    first: '2012年，交管大队窗口，办结量',
    more: /BUTTON.*更多/,
    ask: /^A .*问数/,
    correct: /BUTTON.*修改问法/,
    window: /SELECT.*窗口/,
    remove: /BUTTON.*去掉：/,
    whole: '2012年，办结量',
    split: /SELECT.*拆分/,
    splitSaid: /各窗口/,
    period: /SELECT.*时期/,
    from: /INPUT.*时期 从/,
    last: '2012年10月1日至2012年12月31日，各窗口，办结量',
  },
  en: {
    question: 'Traffic Police window: cases completed in 2012',
    first: '2012, Traffic Police window, Cases completed',
    more: /BUTTON.*More/,
    ask: /^A .*Ask/,
    correct: /BUTTON.*Change the question/,
    window: /SELECT.*Window/,
    remove: /BUTTON.*Remove:/,
    whole: '2012, Cases completed',
    split: /SELECT.*Split/,
    splitSaid: /by window/,
    period: /SELECT.*Period/,
    from: /INPUT.*Period from/i,
    last: '1 October 2012 to 31 December 2012, by window, Cases completed',
  },
} as const

describe.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])('by keys alone, $width wide', size => {
  it.each(['zh', 'en'] as const)(
    'a question in %s is asked, corrected and followed to its records',
    async language => {
      const { page, product } = pages
      const say = words[language]
      await page.setViewportSize(size)
      await choose(page, language, 'light')
      await signInOn(page.context(), product.address, 'leader')
      await page.goto(`${product.address}/`)
      await page.locator('main h1, main h2').first().waitFor()
      await nextFrames(page)
      if (size.width > 820) await page.keyboard.press('Control+k')
      else {
        await tabTo(say.more, 'Shift+Tab')
        await page.keyboard.press('Enter')
        await tabTo(say.ask, 'Shift+Tab')
        await page.keyboard.press('Enter')
      }
      await page.waitForFunction(() => document.activeElement?.id === 'question')
      await page.keyboard.type(say.question)
      await page.keyboard.press('Enter')
      await understood(say.first)
      expect(await cursor()).toContain('question')
      await page.locator('[data-answer]').waitFor()

      if (size.width <= 820) {
        await tabTo(say.correct)
        await page.keyboard.press('Enter')
      }
      await tabTo(say.window)
      await page.keyboard.press('ArrowDown')
      await page.waitForFunction(
        former => document.querySelector('[data-said]')?.textContent !== former,
        say.first,
      )
      await nextFrames(page)
      expect(await cursor()).toMatch(say.window)
      await tabTo(say.remove)
      await page.keyboard.press('Enter')
      await understood(say.whole)
      expect(await cursor()).toMatch(/^SELECT/)

      await tabTo(say.split)
      await changeTo(say.splitSaid)
      await tabTo(say.period, 'Shift+Tab')
      await page.keyboard.press('End')
      await page.locator('input[type="date"]').first().waitFor()
      await nextFrames(page)
      expect(await cursor()).toMatch(say.period)
      await tabTo(say.from)
      // The month is typed first, in the browser's own order.
      await page.keyboard.type('10')
      await understood(say.last)
      expect(await cursor()).toMatch(say.from)

      const row = page.locator('table.listing tbody button').first()
      await row.waitFor()
      const name = await row.textContent()
      await tabTo(new RegExp(`BUTTON.*${name?.replace(/[()]/g, '.')}`))
      await page.keyboard.press('Enter')
      await page
        .getByRole('dialog')
        .locator(size.width > 600 ? 'tbody tr' : 'summary')
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await nextFrames(page)
      expect(await cursor()).toContain(name)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      expect(await violations(page)).toEqual([])
    },
  )
})
