import type { Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { choose, nextFrames, signInOn, usePages, violations } from '../support/pages.ts'
import { textIn, unzip } from '../support/unzip.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const pages = usePages(database, now)
const launchPeriod = '?period=2012-08-08..2012-12-31&compare=none'

async function open(where: string, page = pages.page): Promise<void> {
  await page.goto(`${pages.product.address}${where}`)
  await page.waitForLoadState('networkidle')
}

/** Begins an issue in the form and waits until it can be written in. Returns its address. */
async function begin(template: string, page = pages.page): Promise<string> {
  await open('/briefings', page)
  await page.locator('[data-begin="template"]').selectOption(template)
  if (template === 'special') {
    await page.locator('[data-begin="from"]').fill('2012-08-08')
    await page.locator('[data-begin="to"]').fill('2012-12-31')
  }
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
  return new URL(page.url()).pathname
}

/** From a number to its definition, and from there to its records: two clicks. */
async function trace(within: string, page: Page): Promise<void> {
  await page.locator(`${within} [data-figure="tradesConcluded"]`).first().click()
  await page.locator('[data-trace]').waitFor()
  expect(await page.locator('[data-trace]').textContent()).toContain('104宗')
  await page.locator('[data-trace] .main-button').click()
  await page.locator('.rows-drawer tbody tr').first().waitFor()
  expect(await page.locator('.rows-drawer').textContent()).toContain('104')
  await page.keyboard.press('Escape')
  await page.locator('.rows-drawer').waitFor({ state: 'detached' })
}

describe('writing', () => {
  it('the draft writes itself; free text and inserted numbers are kept, undone and kept again', async () => {
    const address = await begin('special')
    await trace('[data-editor]', pages.page)
    const figures = await pages.page.locator('[data-editor] [data-figure]').count()
    await pages.page
      .locator('[data-editor] > p')
      .first()
      .click({ position: { x: 3, y: 12 } })
    await pages.page.keyboard.press('Home')
    await nextFrames(pages.page)
    await pages.page.keyboard.type('文书加的话。')
    await pages.page.locator('[data-insert="measure"]').selectOption('banners')
    await pages.page.locator('[data-insert="go"]').click()
    // One save or two: how fast the machine types decides.
    await pages.page.locator('[data-saved]', { hasText: '已保存' }).waitFor()
    await open(address)
    await pages.page.locator('[data-editor] [data-figure]').first().waitFor()
    expect(await pages.page.locator('[data-editor]').textContent()).toContain('文书加的话。10面')
    expect(await pages.page.locator('[data-editor] [data-figure]').count()).toBe(figures + 1)
    await pages.page
      .locator('[data-editor] > p')
      .first()
      .click({ position: { x: 3, y: 12 } })
    await pages.page.keyboard.type('再')
    await pages.page.keyboard.press('Control+z')
    expect(await pages.page.locator('[data-editor]').textContent()).not.toContain('再文书')
  })

  it('what was just typed is kept when the page is left at once, in its own draft only', async () => {
    const [first, second] = [await begin('month'), await begin('month')]
    await open(first)
    await pages.page
      .locator('[data-editor] > p')
      .first()
      .click({ position: { x: 3, y: 12 } })
    await pages.page.keyboard.type('匆匆写的')
    await pages.page.locator('nav.rail a', { hasText: '简报' }).click()
    await pages.page.locator(`tr[data-briefing="${second.split('/').at(-1)}"] a`).click()
    await pages.page.locator('[data-editor] [data-figure]').first().waitFor()
    await pages.page.waitForLoadState('networkidle')
    expect(await pages.page.locator('[data-editor]').textContent()).not.toContain('匆匆写的')
    await open(first)
    await pages.page.locator('[data-editor]', { hasText: '匆匆写的' }).waitFor()
    await open(second)
    await pages.page.locator('[data-editor] [data-figure]').first().waitFor()
    expect(await pages.page.locator('[data-editor]').textContent()).not.toContain('匆匆写的')
  })

  it('a figure on the overview goes into the draft with a click', async () => {
    const address = await begin('month')
    await open(`/${launchPeriod}`)
    await pages.page.locator('article[data-measure="savings"] [data-add-to-briefing]').click()
    await pages.page.locator('[data-draft]').first().click()
    await pages.page.locator('.definition-card [role="status"]').waitFor()
    await open(address)
    await pages.page.locator('[data-editor] [data-figure]').first().waitFor()
    expect(await pages.page.locator('[data-editor] > p').last().textContent()).toBe(
      '2012年8月8日至12月31日，节约资金3643万元。',
    )
  })

  it('says which numbers moved when data came in', async () => {
    const address = await begin('special')
    await load(
      database(),
      { centre: 'pinghe', target: 'feedback' },
      'feedbackCode,kind,givenDay\nE2E1,letter,2012-11-05\n',
    )
    await open(address)
    expect(await pages.page.locator('[data-moved]').textContent()).toMatch(/^\s*[12] 个数字/)
    expect(await pages.page.locator('[data-editor] .moved').first().getAttribute('title')).toBe(
      '原为 感谢信4封',
    )
  })
})

describe('an issue', () => {
  it('is checked, accepted and frozen; numbers still lead to records; corrections are restated', async () => {
    const address = await begin('special')
    expect(await pages.page.locator('[data-freeze="go"]').count()).toBe(0)
    await signInOn(pages.page.context(), pages.product.address, 'leader')
    await open(address)
    await pages.page.locator('[data-freeze="check"]').click()
    await pages.page.locator('[data-accept]').first().waitFor()
    expect(await pages.page.locator('[data-freeze="go"]').isDisabled()).toBe(true)
    for (const box of await pages.page.locator('[data-accept]').all()) await box.check()
    await pages.page.locator('[data-freeze="go"]').click()
    await pages.page.locator('[data-sign-yes]').click()
    await pages.page.locator('.hash').waitFor()
    expect(await pages.page.locator('.sheet').textContent()).toContain('2013年第1期　专刊')
    await trace('.sheet', pages.page)
    const [download] = await Promise.all([
      pages.page.waitForEvent('download'),
      pages.page.locator('[data-export="docx"]').click(),
    ])
    await pages.page.locator('summary', { hasText: '各图' }).click()
    const [picture] = await Promise.all([
      pages.page.waitForEvent('download'),
      pages.page.locator('[data-chart="1.png"]').click(),
    ])
    expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG')
    const parts = await unzip(Buffer.from(await readFile(await download.path())))
    expect(textIn(parts.get('word/document.xml'))).toContain('已完成交易104宗，总成交金额3.5亿余元')
    await load(
      database(),
      { centre: 'pinghe', target: 'feedback', now: new Date('2013-01-16T00:00:00Z') },
      'feedbackCode,kind,givenDay\nE2E2,banner,2012-11-06\n',
    )
    await open(address)
    await pages.page.locator('[data-restatement] [data-measure="banners"]').waitFor()
    expect(await pages.page.locator('[data-restatement] tbody tr').count()).toBe(1)
    expect(await pages.page.locator('[data-restatement] tbody').textContent()).toMatch(
      /10面\s*11面.*test\.csv/,
    )
    await open('/briefings')
    await pages.page.locator('[data-archive="text"]').fill('亮丽窗口')
    await pages.page.locator('tr.frozen a').click()
    await pages.page.locator('[data-withdraw]').click()
    await pages.page.locator('form input[required]').fill('锦旗数有误')
    await pages.page.locator('form .main-button').click()
    await pages.page.locator('.wrong', { hasText: '锦旗数有误' }).waitFor()
  })

  it('is printed on A4 with nothing but the sheet', async () => {
    await begin('month')
    const pdf = await pages.page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await pages.page.emulateMedia({ media: 'print' })
    // A page is narrow: whatever a phone would show besides the sheet must not be printed either.
    await pages.page.setViewportSize({ width: 590, height: 850 })
    const furniture = pages.page.locator('nav, .frame > :not(.main), .main > :not(main)')
    for (const element of await furniture.all()) expect(await element.isVisible()).toBe(false)
    expect(await pages.page.locator('.sheet').isVisible()).toBe(true)
  })
})

describe('a draft on paper', () => {
  it('is the text of its Word document, without what is left out, and with numbered tables', async () => {
    await begin('month')
    const { page } = pages
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-export="docx"]').click(),
    ])
    const word = textIn(
      (await unzip(Buffer.from(await readFile(await download.path())))).get('word/document.xml'),
    ).replaceAll(/\s/g, '')
    // December alone, after five months: what it is compared with is unknown, and its sentences leave it out.
    expect(await page.locator('[data-editor]').textContent()).toContain('〔略〕')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('[data-editor]').isVisible()).toBe(false)
    const printed = page.locator('[data-printed]')
    const lines = await printed.locator('p, h3, h4, figcaption').allInnerTexts()
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) {
      expect(word).toContain(line.replaceAll(/\s/g, ''))
      expect(line).not.toMatch(/〔略〕|[，、；。]{2}/)
    }
    expect(lines.some(line => line.startsWith('表1\u3000'))).toBe(true)
    expect(lines.some(line => line.startsWith('图1\u3000'))).toBe(true)

    // A second one about the same month is hardly meant.
    await page.emulateMedia({ media: null })
    await open('/briefings')
    await page.locator('[data-already] a').first().waitFor()
  })
})

describe('the figures of a period', () => {
  it('are copied as a sentence or a table, traced and taken out', async () => {
    await pages.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(`/figures${launchPeriod}`)
    await pages.page.locator('[data-copy="sentence"]').first().click()
    await pages.page.locator('[role="status"]', { hasText: '已复制' }).waitFor()
    expect(await pages.page.evaluate(async () => navigator.clipboard.readText())).toMatch(
      /^2012年8月8日至12月31日，.+收件量为33264件。$/,
    )
    await trace('.listing', pages.page)
    const [download] = await Promise.all([
      pages.page.waitForEvent('download'),
      pages.page.locator('[data-export="csv"]').click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toContain('成交宗数,104宗,104,宗')
  })
})

describe('no page of the briefing hinders anyone', () => {
  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ])('%s, %s', async (language, theme) => {
    await choose(pages.page, language, theme)
    await begin('month')
    expect(await violations(pages.page), 'editor').toEqual([])
    await pages.page.locator('[data-editor] [data-figure]').first().click()
    await pages.page.locator('[data-trace]').waitFor()
    expect(await violations(pages.page), 'trace').toEqual([])
    for (const where of ['/briefings', `/figures${launchPeriod}`]) {
      await open(where)
      expect(await violations(pages.page), where).toEqual([])
    }
  })
})
