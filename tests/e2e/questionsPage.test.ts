import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, nextFrames, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'), null)

const said = () => pages.page.locator('[data-said]')
/** What the cursor stands on: its id, or its name. */
const cursor = async (): Promise<string> =>
  pages.page.evaluate(() => {
    const focused = document.activeElement
    const name = focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? ''
    return focused?.id === 'question' ? 'question' : name
  })
const until = async (wanted: string): Promise<void> => {
  await pages.page.waitForFunction(
    text => document.querySelector('[data-said]')?.textContent === text,
    wanted,
  )
}
async function ask(text: string, language = 'zh'): Promise<void> {
  await choose(pages.page, language, 'light')
  await signInOn(pages.page.context(), pages.product.address, 'clerk')
  await pages.page.goto(`${pages.product.address}/ask?q=${encodeURIComponent(text)}`)
  await said().waitFor()
}
const phone = { width: 390, height: 844 }

describe('where there are no data', () => {
  it.each([
    ['zh', '2012年6月收件量', '看2012年8月8日', '2012年8月8日，收件量'],
    ['en', 'cases received in June 2011', 'see 8 August 2012', '8 August 2012, Cases received'],
    ['zh', '2011年6月各单位收件量', '看2012年8月8日', '2012年8月8日，各单位，收件量'],
    ['zh', '2012年6月每天收件量', '看2012年8月8日', '2012年8月8日，收件量'],
  ])('in %s, “%s” is asked for the nearest day that has some', async (language, text, link, wanted) => {
    await ask(text, language)
    await pages.page.getByRole('link', { name: link }).click()
    await until(wanted)
    await pages.page.locator('article .value, table.listing tbody tr').first().waitFor()
    expect(await pages.page.locator('[data-no-data]').count()).toBe(0)
    await pages.page.goBack()
    await pages.page.getByRole('link', { name: link }).waitFor()
  })
})

describe('the key of the question box', () => {
  it('opens it over any page; Escape leads back to where the cursor was', async () => {
    const { page, product } = pages
    await choose(page, 'zh', 'light')
    await signInOn(page.context(), product.address, 'clerk')
    await page.goto(`${product.address}/measures`)
    const box = page.locator('main input').first()
    await box.focus()
    const before = page.url()
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog')
    await dialog.locator('#question').waitFor()
    await nextFrames(page)
    expect(await cursor()).toBe('question')
    expect(page.url()).toBe(before)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await nextFrames(page)
    expect(await box.evaluate(element => element === document.activeElement)).toBe(true)
    // A name leads to the page of that name, a question to its answer.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('窗口')
    await dialog.locator('[data-found="pages"]').getByRole('button', { name: '窗口', exact: true }).click()
    await page.waitForURL(/\/windows/)
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await dialog.locator('#question').waitFor()
    await page.keyboard.type('2012年各单位办结量')
    await page.keyboard.press('Enter')
    await page.locator('[data-said]').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await cursor()).toBe('question')
  })

  it('keeps what is typed before the box is there, and Enter opens the record of a case', async () => {
    const { page, product } = pages
    const { caseNumber } = await database().prisma.case.findFirstOrThrow({
      where: { receivedDay: { not: null }, windowId: { not: null } },
      orderBy: { id: 'asc' },
    })
    await choose(page, 'zh', 'light')
    await signInOn(page.context(), product.address, 'leader')
    await page.goto(`${product.address}/measures`)
    await page.locator('[data-find]').waitFor()
    await page.keyboard.press('Control+k')
    for (const key of caseNumber.toLowerCase()) void page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await dialog.locator('[data-found="cases"] [data-top]', { hasText: caseNumber }).waitFor()
    expect(await page.locator('#question').inputValue()).toBe(caseNumber.toLowerCase())
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('.rows-drawer tbody tr').first().waitFor()
    expect(await page.locator('.rows-drawer tbody tr').count()).toBe(1)
    expect(await page.locator('.rows-drawer tbody').textContent()).toContain(caseNumber)
    await page.keyboard.press('Escape')
    await page.locator('.rows-drawer').waitFor({ state: 'detached' })
    await page.goto(`${product.address}/ask?q=${caseNumber.toLowerCase()}`)
    await page.locator('[data-named] [data-found="cases"]').waitFor()
    expect(await page.locator('[data-refused]').isVisible()).toBe(false)
    await page.locator('[data-named]').getByRole('button', { name: caseNumber }).click()
    await page.locator('.rows-drawer tbody tr').first().waitFor()
  })

  it('leads to the box on its own page too, out of the records that are open', async () => {
    await ask('2012年各单位办结量')
    const { page } = pages
    await page.getByLabel('拆分').focus()
    await page.keyboard.press('Control+k')
    await page.waitForFunction(() => document.activeElement?.id === 'question')
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('2012年各单位办结量')
    await page.locator('table.listing tbody button').first().click()
    await page.getByRole('dialog').locator('tbody tr').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await nextFrames(page)
    expect(await cursor()).toBe('question')
  })
})

describe('after an action', () => {
  it('the cursor stays in use, and what was done is said', async () => {
    await ask('2012年各单位办结量')
    const { page } = pages
    await page.locator('[data-views]').click()
    await page.locator('[data-view-name]').fill('各单位')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '已保存“各单位”' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-view-name'))).toBe(true)
    await page.getByRole('button', { name: '删除: 各单位' }).click()
    await page.getByRole('status').filter({ hasText: '已删除“各单位”' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-view-name'))).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator('[data-share]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '链接已复制' }).waitFor()
    expect(await cursor()).toBe('复制链接')
  })

  it('a draft that took the figure leaves the cursor on the way out', async () => {
    await choose(pages.page, 'zh', 'light')
    await signInOn(pages.page.context(), pages.product.address, 'clerk')
    const { page, product } = pages
    await page.goto(`${product.address}/briefings`)
    await page.waitForLoadState('networkidle')
    await page.locator('[data-begin="template"]').selectOption('month')
    await page.locator('[data-begin="go"]').click()
    await page.waitForURL(/\/briefings\/\d+/)
    await ask('2012年办结量')
    await page.locator('[data-add-to-briefing]').click()
    await page.locator('[data-draft]').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '已放入' }).waitFor()
    await nextFrames(page)
    expect(await cursor()).toBe('关闭')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await nextFrames(page)
    expect(await cursor()).toMatch(/^放入简报: /)
  })
})

describe('on a phone', () => {
  it.each(['zh', 'en'] as const)('the answer in %s is in sight before any part', async language => {
    await pages.page.setViewportSize(phone)
    await ask(language === 'zh' ? '2012年收件量' : 'cases received in 2012', language)
    const { page } = pages
    const value = page.locator('article .value')
    await value.waitFor()
    const box = await value.boundingBox()
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(phone.height - 58)
    expect(await page.locator('.chips select').first().isVisible()).toBe(false)
    await page.locator('[data-correct]').click()
    await page.getByLabel(language === 'zh' ? '拆分' : 'Split').selectOption('unit')
    await page.locator('table.listing tbody tr').first().waitFor()
    expect(await page.locator('.chips select').first().isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
  })

  it('a kept question is found again', async () => {
    await pages.page.setViewportSize(phone)
    await ask('2012年各单位办结量')
    const { page, product } = pages
    await page.locator('[data-views]').click()
    await page.locator('[data-view-name]').fill('手机上的')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '手机上的' }).waitFor()
    await page.goto(`${product.address}/`)
    await page.locator('[data-views]').click()
    await page.getByRole('link', { name: '手机上的' }).click()
    await until('2012年，各单位，办结量')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

describe('a list that is not ranked from the largest', () => {
  it('is put into a draft as it stands, or says why it cannot be', async () => {
    await choose(pages.page, 'zh', 'light')
    await signInOn(pages.page.context(), pages.product.address, 'clerk')
    const { page, product } = pages
    await page.goto(`${product.address}/briefings`)
    await page.waitForLoadState('networkidle')
    await page.locator('[data-begin="template"]').selectOption('month')
    await page.locator('[data-begin="go"]').click()
    await page.waitForURL(/\/briefings\/\d+/)
    const draft = page.url()
    await ask('2012年各单位办结量，从少到多，前3')
    await page.locator('table.listing tbody tr').first().waitFor()
    const fewest = await page.locator('table.listing tbody th').allInnerTexts()
    await page.locator('[data-add-to-briefing]').click()
    await page.locator('[data-draft]').first().click()
    await page.getByRole('status').filter({ hasText: '已放入' }).waitFor()
    await ask('2012年办结量低于500件的单位')
    await page.locator('table.listing tbody tr').first().waitFor()
    const few = await page.locator('table.listing tbody tr').count()
    await page.locator('[data-add-to-briefing]').click()
    await page.locator('[data-draft]').first().click()
    await page.getByRole('status').filter({ hasText: '已放入' }).waitFor()
    await page.goto(draft)
    const figure = page.locator('[data-editor] figure', { hasText: '办结量（从少到多）' })
    await figure.waitFor()
    expect(fewest).toHaveLength(3)
    const drawn = decodeURIComponent((await figure.locator('img').getAttribute('src')) ?? '')
    for (const name of fewest) expect(drawn).toContain(name)
    const limited = page.locator('[data-editor] figure', { hasText: /办结量（低于.*从少到多）/ })
    await limited.waitFor()
    expect(few).toBeGreaterThan(0)
    await ask('2012年办结量最多的月份')
    await page.locator('[data-no-block]').waitFor()
    expect(await page.locator('[data-no-block]').textContent()).toContain('次序改为“无”')
    expect(await page.locator('[data-add-to-briefing]').count()).toBe(0)
  })
})

describe('a course over time', () => {
  it('says which months have no data, and marks one that the period cuts', async () => {
    await ask('2012年6月1日至2012年12月20日每月收件量')
    const { page } = pages
    await page.locator('[data-remarks]').waitFor()
    expect(await page.locator('[data-remarks]').textContent()).toBe(
      '2012年6月至2012年7月无数据；2012年8月的数据不全；* 2012年12月只数到12月20日',
    )
    expect(await page.locator('.plot svg').textContent()).toContain('12月*')
    await page.getByRole('button', { name: '表格' }).click()
    expect(await page.locator('table tbody tr').last().textContent()).toContain('（到12月20日为止）')
    await ask('2012年6月1日至2012年12月20日收件量最多的月份')
    await page.locator('table.listing tbody tr').first().waitFor()
    expect(await page.locator('table.listing tbody').textContent()).toContain('2012年12月（到12月20日为止）')
    expect(await page.locator('[data-days]').textContent()).toContain('2012年6月至2012年7月无数据')
  })
})

describe('every part of a question', () => {
  it('is changed by its own control', async () => {
    await ask('2012年办结量超过500件的单位')
    const { page } = pages
    const chip = (name: string) =>
      page.locator('.chips label', { hasText: new RegExp(`^${name}`) }).locator('select')
    const change = async (name: string, value: string, wanted: string): Promise<void> => {
      await chip(name).selectOption(value)
      await until(wanted)
    }
    await page.getByRole('button', { name: /^去掉界限/ }).click()
    await page.waitForFunction(() => !document.querySelector('[data-said]')?.textContent?.includes('500'))
    await change('次序', 'lowest', '2012年，有记录的各单位，办结量，从少到多')
    await change('列出', '5', '2012年，有记录的各单位，办结量，从少到多，前5')
    await page.locator('table.listing tbody tr').nth(4).waitFor()
    expect(await page.locator('table.listing tbody tr').count()).toBe(5)
    await change('次序', '', '2012年，各单位，办结量')
    await change('拆分', '', '2012年，办结量')
    await change('走势', 'month', '2012年，按月，办结量')
    await change('比较', 'previous', '2012年，环比，按月，办结量')
    await change('指标', 'casesReceived', '2012年，环比，按月，收件量')
    await page.locator('[data-export]').click()
    await page.locator('[data-export-as="text"]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '已复制' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-export-as'))).toBe('text')
    await page.keyboard.press('Escape')
    await page.locator('[data-records]').click()
    await page.getByRole('dialog').locator('tbody tr').first().waitFor()
    await page.keyboard.press('Escape')
    await chip('时期').selectOption('custom')
    await page.locator('input[type="date"]').first().fill('2012-10-01')
    await until('2012年10月1日至2012年12月31日，环比，按月，收件量')
    await change('时期', 'thisYear', '2013年，环比，按月，收件量')
  })
})
