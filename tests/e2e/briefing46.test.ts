import type { BrowserContext, Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { nextFrames, signInOn, usePages, violations } from '../support/pages.ts'
import { textIn, unzip } from '../support/unzip.ts'

// Issue 46 of 31 December 2012, from the settings of the paper to the printed sheet.
const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-04T02:00:00Z'))
const distribution = '县领导、各乡镇（场、区）、县直各单位'

async function open(page: Page, where: string): Promise<void> {
  await page.goto(`${pages.product.address}${where}`)
  await page.waitForLoadState('networkidle')
}
const saved = async (page: Page): Promise<void> =>
  page.locator('[data-saved]', { hasText: '已保存' }).waitFor()

async function leader(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await pages.page
    .context()
    .browser()!
    .newContext({ viewport: { width: 1440, height: 900 } })
  await signInOn(context, pages.product.address, 'leader')
  const page = await context.newPage()
  page.on('pageerror', error => pages.noise.push(error.stack ?? error.message))
  return { context, page }
}

/** Fills in what the centre prints around its issues, and the number that the first one gets. */
async function setPaper(page: Page): Promise<void> {
  await open(page, '/briefings/paper')
  const field = (name: string) => page.locator(`[data-paper="${name}"]`)
  await field('masthead').fill('作风建设年活动简报')
  await field('unit').fill('平和县作风办')
  await field('contact').fill('电子邮箱：phxzfb@163.com')
  await field('signature').fill('平和县作风办')
  await field('copyTo').fill('市作风办')
  await field('distributeTo').fill(distribution)
  await field('office').fill('平和县作风办')
  await field('registration').fill('平简007号')
  await field('definitions').selectOption('annex')
  await field('special').selectOption('label')
  await field('withYear').uncheck()
  await field('withTotal').uncheck()
  await page.locator('[data-start="start.year"]').fill('2012')
  await page.locator('[data-start="start.number"]').fill('46')
  await page.locator('[data-start="start.total"]').fill('46')
  await field('keep').click()
  await page.locator('[data-paper-kept]').waitFor()
  expect(await violations(page), 'paper settings').toEqual([])
  await page.reload()
  await page.locator('[data-paper="registration"]').waitFor()
  expect(await field('registration').inputValue()).toBe('平简007号')
  expect(await page.locator('[data-start="start.number"]').inputValue()).toBe('46')
}

/** Begins the special issue of the launch months, dated the last day of the year. */
async function begin(page: Page): Promise<string> {
  await open(page, '/briefings')
  await page.locator('[data-begin="template"]').selectOption('special')
  await page.locator('[data-begin="from"]').fill('2012-08-08')
  await page.locator('[data-begin="to"]').fill('2012-12-31')
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
  await page.locator('.fields summary').click()
  await page.locator('[data-frame="issuedOn"]').fill('2012-12-31')
  await saved(page)
  await page.locator('.sheet', { hasText: '第46期　专刊（草稿）' }).waitFor()
  return new URL(page.url()).pathname
}

const headings = async (page: Page): Promise<string[]> => page.locator('[data-editor] h3').allTextContents()

/** Moves the second section with all of its text above the first one, and back. */
async function moveSection(page: Page): Promise<void> {
  const heading = page.locator('[data-editor] > h3').nth(1)
  const before = await page.locator('[data-editor]').textContent()
  const [first, second, third] = await headings(page)
  await heading.click()
  await nextFrames(page)
  await page.locator('[data-edit="up"]', { hasText: '上移本节' }).waitFor()
  await page.keyboard.press('Alt+ArrowUp')
  await saved(page)
  expect(await headings(page)).toEqual([second, first, third])
  const moved = (await page.locator('[data-editor]').textContent()) ?? ''
  expect(moved.indexOf('窗口人员出勤率')).toBeLessThan(moved.indexOf(first ?? ''))
  await page.keyboard.press('Alt+ArrowDown')
  await saved(page)
  expect(await page.locator('[data-editor]').textContent()).toBe(before)
}

/** Says how many trades were completed as a plain number with its change instead. */
async function changeChip(page: Page): Promise<void> {
  await page.locator('[data-editor] [data-figure="casesCompleted"]').first().click()
  await page.locator('[data-change-figure]').click()
  await page.locator('[data-choose="form"]').selectOption('plain')
  await page.locator('[data-preview]', { hasText: '32850件' }).waitFor()
  await page.locator('[data-put]').click()
  await page.locator('[data-figure-dialog]').waitFor({ state: 'detached' })
  await page.locator('[data-editor] > p', { hasText: '32850件' }).waitFor()
  await saved(page)
}

/** Sends it back with a comment, as a leader does who misses something. */
async function sendBack(page: Page, address: string): Promise<void> {
  await open(page, address)
  await page.locator('.sheet .part', { hasText: '锦旗' }).locator('[data-comment]').first().click()
  await page.locator('[data-comment-text]').fill('写明是自发送来')
  await page.locator('[data-comment-send]').click()
  await page.locator('.sheet aside', { hasText: '写明是自发送来' }).waitFor()
  await page.locator('[data-return]').click()
  await page.locator('[data-why]').fill('按批注改')
  await page.locator('[data-return-go]').click()
  await page.locator('[data-sent-back]').waitFor()
}

async function sign(page: Page, address: string): Promise<void> {
  await open(page, address)
  await page.locator('[data-freeze="check"]').click()
  await page.locator('[data-accept]').first().waitFor()
  for (const box of await page.locator('[data-accept]').all()) await box.check()
  await page.locator('[data-freeze="go"]').click()
  await page.locator('[data-sign-number]', { hasText: '第46期　专刊' }).waitFor()
  await page.locator('[data-sign]', { hasText: '印发日期为2012年12月31日' }).waitFor()
  await page.locator('[data-sign-yes]').click()
  await page.locator('.hash').waitFor()
}

describe('issue 46', () => {
  it('is set up, written, sent back once, signed, taken out and printed', async () => {
    const { page } = pages
    await setPaper(page)
    const address = await begin(page)
    expect(await headings(page)).toHaveLength(3)
    await moveSection(page)
    await changeChip(page)
    await page.locator('[data-submit]').click()
    await page.locator('[data-submitted]').waitFor()

    const other = await leader()
    await sendBack(other.page, address)
    await open(page, '/briefings')
    await page.locator('a', { hasText: '写明是自发送来' }).first().click()
    await page.locator('[data-sent-back]', { hasText: '按批注改' }).waitFor()
    await page.locator('[data-answer]').fill('已写明')
    await page.locator('[data-close="comment"]').click()
    await page.locator('[data-remark="comment"]', { hasText: '已写明' }).waitFor()
    await page.locator('[data-submit]').click()
    await page.locator('[data-submitted]').waitFor()
    await sign(other.page, address)
    await other.context.close()

    await open(page, address)
    const sheet = (await page.locator('.sheet').textContent()) ?? ''
    for (const words of [
      '作风建设年活动简报',
      '第46期　专刊',
      '电子邮箱：phxzfb@163.com',
      '完成交易104宗',
      '32850件',
      '附件：口径说明',
      '平简007号',
      '抄送：市作风办',
      `分送：${distribution}`,
      '2012年12月31日印发',
    ])
      expect(sheet, words).toContain(words)
    expect(await violations(page), 'issue').toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-export="docx"]').click(),
    ])
    const file = await unzip(Buffer.from(await readFile(await download.path())))
    const text = textIn(file.get('word/document.xml'))
    for (const words of ['第46期　专刊', '完成交易104宗', '32850件']) expect(text, words).toContain(words)
    expect(text).toMatch(/平简007号抄送：市作风办分送：.*2012年12月31日印发$/)

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const printed = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(printed).toBeGreaterThan(3)
  })
})
