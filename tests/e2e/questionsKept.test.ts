import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, signInOn, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'), null)
const said = () => pages.page.locator('[data-said]')

async function ask(text: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}/ask?q=${encodeURIComponent(text)}`)
  await said().waitFor()
}
async function signIn(role: 'clerk' | 'leader'): Promise<void> {
  await choose(pages.page, 'zh', 'light')
  await signInOn(pages.page.context(), pages.product.address, role)
}

/** Begins a draft of the usual month and returns its address. */
async function draft(): Promise<string> {
  const { page, product } = pages
  await page.goto(`${product.address}/briefings`)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-begin="template"]').selectOption('month')
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
  return page.url()
}

/** Puts what is shown into the only draft. */
async function put(): Promise<void> {
  const { page } = pages
  await page.locator('[data-add-to-briefing]').first().click()
  await page.locator('[data-draft]').first().click()
  await page.getByRole('dialog').getByRole('status').waitFor()
}

describe('a corrected question', () => {
  it('is kept as a view, and asked again from it', async () => {
    await signIn('clerk')
    const { page, product } = pages
    await ask('2012年各单位办结量')
    await page.getByLabel('次序').selectOption('lowest')
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent?.includes('从少到多'))
    await page.locator('[data-views]').click()
    await page.locator('[data-view-name]').fill('少的在前')
    await page.getByRole('button', { name: '保存', exact: false }).click()
    await page.getByRole('link', { name: '少的在前' }).waitFor()
    await page.goto(`${product.address}/`)
    await page.locator('[data-views]').click()
    await page.getByRole('link', { name: '少的在前' }).click()
    await said().waitFor()
    expect(await said().textContent()).toBe('2012年，有记录的各单位，办结量，从少到多')
  })

  it('is shared by its link, which somebody else opens', async () => {
    await signIn('clerk')
    const { page, product } = pages
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await ask('2012年各单位办结量')
    await page.getByLabel('拆分').selectOption('window')
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent?.includes('各窗口'))
    await page.locator('[data-share]').click()
    await page.getByText('链接已复制').waitFor()
    const link = await page.evaluate(async () => navigator.clipboard.readText())
    expect(link).toBe(page.url())
    await page.context().clearCookies()
    await signInOn(page.context(), product.address, 'leader')
    await page.goto(link)
    await said().waitFor()
    expect(await said().textContent()).toBe('2012年，各窗口，办结量')
  })

  it('is put into a draft: a figure as a sentence, a ranking as a picture', async () => {
    await signIn('clerk')
    const address = await draft()
    const { page } = pages
    await ask('交管大队2012年四季度办结量')
    await page.locator('[data-answer]').waitFor()
    const value = /[\d,]+/.exec(
      (await page.locator('article[data-measure="casesCompleted"] .value').textContent()) ?? '',
    )?.[0]
    await put()
    await ask('2012年四季度各单位办结量')
    await page.locator('table.listing tbody tr').first().waitFor()
    await put()
    await page.goto(address)
    const text = page.locator('[data-editor]')
    await text.locator('[data-figure]').first().waitFor()
    expect(value).toBeDefined()
    await page
      .locator('[data-editor] > p', { hasText: `办结量${value?.replaceAll(',', '')}件` })
      .first()
      .waitFor()
    await text.locator('figure', { hasText: '办结量' }).last().waitFor()
  })
})
