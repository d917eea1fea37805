import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, nextFrames, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2012-12-31T06:00:00Z'), null)

const said = () => pages.page.locator('[data-said]')
const drawer = () => pages.page.getByRole('dialog')

/** Opens the first page as a leader in a language, and the question box by its key. */
async function openBox(language: 'zh' | 'en'): Promise<void> {
  await choose(pages.page, language, 'light')
  await signInOn(pages.page.context(), pages.product.address, 'leader')
  await pages.page.goto(`${pages.product.address}/`)
  await pages.page.locator('main h1, main h2').first().waitFor()
  await nextFrames(pages.page)
  await pages.page.keyboard.press('Control+k')
  await pages.page.waitForFunction(() => document.activeElement?.id === 'question')
}

/** Types a question over the former one. */
async function ask(text: string): Promise<void> {
  await pages.page.locator('#question').focus()
  await nextFrames(pages.page)
  await pages.page.keyboard.press('Control+a')
  await pages.page.keyboard.type(text)
  await pages.page.keyboard.press('Enter')
}

describe('the question box', () => {
  it('answers a leader who has a keyboard alone, down to the records', async () => {
    await openBox('zh')
    await ask('2012年8月8日至年底锦旗最多的三个单位')
    await said().waitFor()
    expect(await said().textContent()).toBe('2012年8月8日至2012年12月31日，各单位，锦旗，从多到少，前3')
    const rows = pages.page.locator('table.listing tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(3)
    // The cut list says how many it leaves out.
    expect(await pages.page.locator('.answer').textContent()).toMatch(/共 \d+ 项，列出 3 项/)
    // 交管大队 has four of the ten banners: two at each of its windows.
    expect((await rows.first().allInnerTexts()).join(' ').replace(/\s+/g, ' ')).toContain('交管大队 4')
    await rows.first().getByRole('button').focus()
    await pages.page.keyboard.press('Enter')
    await drawer().locator('tbody tr').first().waitFor()
    expect(await drawer().locator('.about').textContent()).toContain('共 4 条')
    await pages.page.keyboard.press('Escape')
    await drawer().waitFor({ state: 'detached' })
    expect(await violations(pages.page)).toEqual([])
  })

  it('asks back, lets every part be corrected, and says what it does not know', async () => {
    await openBox('zh')
    await ask('即办率 2012年')
    const choices = pages.page.locator('[data-choices] button')
    await choices.first().waitFor()
    expect(await choices.locator('strong').allInnerTexts()).toEqual([
      '2012年，即办事项占比',
      '2012年，即办件占比',
      '2012年，当日办结率',
    ])
    // What each of them counts stands under it.
    expect(await choices.nth(2).textContent()).toContain('受理当日办结')
    await choices.nth(2).focus()
    await pages.page.keyboard.press('Enter')
    await said().waitFor()
    expect(await said().textContent()).toBe('2012年，当日办结率')
    await pages.page.locator('article[data-measure="sameDayRate"]').waitFor()
    await pages.page.getByLabel('拆分').selectOption('window')
    await pages.page.waitForFunction(() =>
      document.querySelector('[data-said]')?.textContent?.includes('各窗口'),
    )
    // A share is high or low, not many or few.
    expect(await pages.page.getByLabel('次序').locator('option').allInnerTexts()).toEqual(
      expect.arrayContaining(['从高到低', '从低到高']),
    )
    const address = pages.page.url()
    await ask('海关窗口2012年收件')
    await pages.page.locator('[data-refused]').waitFor()
    expect(await pages.page.locator('[data-refused]').textContent()).toContain('海关窗口')
    await pages.page.goto(address)
    await said().waitFor()
    expect(await said().textContent()).toBe('2012年，各窗口，当日办结率')
  })

  it('names the days that a figure is compared with', async () => {
    await openBox('zh')
    await ask('2012年10月收件环比')
    const sentence = pages.page.locator('[data-answer]')
    await sentence.waitFor()
    expect(await sentence.textContent()).toContain('对比期：2012年9月1日至2012年9月30日')
  })

  it('understands English on a phone, from an example to a figure', async () => {
    await pages.page.setViewportSize({ width: 390, height: 844 })
    await openBox('en')
    await pages.page.getByRole('button', { name: 'money saved in works this year' }).click()
    await said().waitFor()
    expect(await said().textContent()).toMatch(/^2012, year on year, Works, Public money saved/)
    await ask('Traffic Police: banners from 8 August 2012 to 31 December 2012')
    await pages.page.waitForFunction(() =>
      document.querySelector('[data-said]')?.textContent?.includes('Traffic'),
    )
    await pages.page.locator('article[data-measure="banners"]').waitFor()
    const value = pages.page.locator('article[data-measure="banners"] button.figure')
    expect(await value.textContent()).toContain('4')
    const width = await pages.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    expect(await violations(pages.page)).toEqual([])
  })

  it('keeps in the audit log what was asked, and no unknown name', async () => {
    await openBox('zh')
    await ask('陈建国 收了多少件')
    await pages.page.locator('[data-refused]').waitFor()
    const entries = await database().prisma.auditEntry.findMany({ where: { action: 'question-asked' } })
    expect(entries.length).toBeGreaterThan(0)
    expect(JSON.stringify(entries)).not.toContain('陈建国')
  })
})
