import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { nextFrames, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'))

/** Somebody else at another machine, whose page must be as quiet as the clerk's. */
async function another(role: 'leader' | 'clerk'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await pages.page
    .context()
    .browser()!
    .newContext({ viewport: { width: 1440, height: 900 } })
  await signInOn(context, pages.product.address, role)
  const page = await context.newPage()
  page.on(
    'console',
    message => ['error', 'warning'].includes(message.type()) && pages.noise.push(message.text()),
  )
  page.on('pageerror', error => pages.noise.push(error.stack ?? error.message))
  return { context, page }
}

async function begin(): Promise<string> {
  const { page, product } = pages
  await page.goto(`${product.address}/briefings`)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-begin="template"]').selectOption('month')
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
  return new URL(page.url()).pathname
}

const saved = async (page: Page): Promise<void> =>
  page.locator('[data-saved]', { hasText: '已保存' }).waitFor()
const open = async (page: Page, where: string): Promise<void> => {
  await page.goto(`${pages.product.address}${where}`)
  await page.waitForLoadState('networkidle')
}

describe('a briefing on its way to the signature', () => {
  it('is submitted, commented on, sent back, mended, submitted again and signed; a task stays', async () => {
    const { page } = pages
    const address = await begin()
    await page.locator('[data-submit]').click()
    await page.locator('[data-submitted]').waitFor()
    expect(await page.locator('[data-editor]').count()).toBe(0)

    const leader = await another('leader')
    await open(leader.page, '/briefings')
    await leader.page.locator('td[data-stage="submitted"]', { hasText: '待审' }).first().waitFor()
    await leader.page
      .locator('tr', { has: leader.page.locator('td[data-stage="submitted"]') })
      .locator('a')
      .first()
      .click()
    await leader.page.locator('[data-submitted]').waitFor()
    const paragraph = leader.page.locator('.sheet .part', { has: leader.page.locator('p') }).first()
    await paragraph.hover()
    await paragraph.locator('[data-comment]').click()
    await leader.page.waitForFunction(() => document.activeElement?.hasAttribute('data-comment-text'))
    await leader.page.keyboard.type('写明同比')
    await leader.page.locator('[data-comment-send]').click()
    await leader.page.locator('.sheet aside', { hasText: '写明同比' }).waitFor()
    expect(await violations(leader.page), 'reading').toEqual([])
    await leader.page.locator('[data-return]').click()
    await leader.page.locator('[data-why]').fill('按批注改后再送')
    await leader.page.locator('[data-return-go]').click()
    await leader.page.locator('[data-sent-back]').waitFor()

    await open(page, '/briefings')
    await page.locator('td[data-stage="returned"]', { hasText: '退回' }).first().waitFor()
    await page.locator('a', { hasText: '按批注改后再送' }).first().click()
    await page.locator('[data-sent-back]', { hasText: '按批注改后再送' }).waitFor()
    await page.locator('[data-editor] [data-figure]').first().waitFor()
    // What is to be mended stands below its paragraph, and can be answered without closing it.
    const beside = page.locator('[data-editor] [data-beside]')
    await beside.filter({ hasText: '写明同比' }).waitFor()
    expect(await beside.count()).toBe(1)
    await page.locator('[data-reply]').click()
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-reply-text'))
    await page.keyboard.type('同比已在第二句')
    await page.keyboard.press('Enter')
    await page.locator('[data-remark="reply"]', { hasText: '同比已在第二句' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-reply'))
    // The next key after going to the paragraph is added to it and replaces nothing.
    await page.getByRole('button', { name: '到该段' }).click()
    const mended = page.locator('[data-editor] > p').first()
    const before = await mended.textContent()
    await nextFrames(page)
    await page.keyboard.type('另附说明。')
    expect(await mended.textContent()).toBe(`${before}另附说明。`)
    await beside.filter({ hasText: '同比已在第二句' }).waitFor()
    await page
      .locator('[data-editor] > p')
      .first()
      .click({ position: { x: 3, y: 12 } })
    await page.keyboard.press('Home')
    await nextFrames(page)
    await page.keyboard.type('经核对，')
    await saved(page)
    await page.locator('[data-answer]').fill('已改')
    // What is written and not sent is asked for before it goes up.
    await page.locator('[data-submit]').click()
    await page.locator('[data-submit-asks]', { hasText: '还有 1 条批注没有处理。有 1 条办理情况' }).waitFor()
    await page.locator('[data-close="comment"]').click()
    await page.locator('[data-remark="comment"]', { hasText: '已改' }).waitFor()
    await page.locator('[data-close="comment"]').waitFor({ state: 'detached' })
    await beside.waitFor({ state: 'detached' })
    expect(await violations(page), 'writing').toEqual([])
    await page.locator('[data-submit]').click()
    await page.locator('[data-submitted]').waitFor()

    await open(leader.page, address)
    // The leader reads what was changed, not the whole of it again.
    await leader.page.locator('[data-changes]', { hasText: '退回后改动 1 处，删去 0 处' }).waitFor()
    expect(await leader.page.locator('.sheet .part.changed').count()).toBe(1)
    await leader.page.locator('[data-next-change]').click()
    await leader.page.locator('.sheet .part.changed', { hasText: '经核对，' }).waitFor()
    await leader.page.locator('.sheet [data-figure="casesCompleted"]').first().click()
    await leader.page.locator('[data-instruct] textarea').fill('分析办结量变化的原因')
    expect(await violations(leader.page), 'instruction').toEqual([])
    await leader.page.locator('[data-instruct] button[type="submit"]').click()
    await leader.page.locator('[data-instruct] [role="status"]').waitFor()
    await leader.page.keyboard.press('Escape')
    await leader.page.locator('[data-freeze="check"]').click()
    await leader.page.locator('[data-accept]').first().waitFor()
    const place = leader.page.locator('[data-finding] [data-place]').first()
    const [block, name] = [await place.getAttribute('data-place'), await place.textContent()]
    await place.click()
    await leader.page.waitForFunction(id => {
      const box = document.querySelector(`.sheet [data-block-id="${id}"]`)?.getBoundingClientRect()
      return box !== undefined && box.bottom > 0 && box.top < window.innerHeight
    }, block)
    expect(await leader.page.locator(`.sheet [data-block-id="${block}"]`).textContent()).toContain(
      name?.trim(),
    )
    for (const box of await leader.page.locator('[data-accept]').all()) await box.check()
    await leader.page.locator('[data-freeze="go"]').click()
    await leader.page.locator('[data-sign]', { hasText: '任何人都不能再改' }).waitFor()
    expect(await violations(leader.page), 'signing').toEqual([])
    await leader.page.locator('[data-sign-yes]').click()
    await leader.page.locator('.hash').waitFor()
    await leader.page.locator('[data-remark="instruction"]', { hasText: '2013年1月22日前办结' }).waitFor()
    await leader.context.close()

    await open(page, '/briefings')
    await page.locator('td[data-stage="frozen"]', { hasText: '已签发' }).first().waitFor()
    await page.locator('a', { hasText: '签发《' }).first().waitFor()
    await page.locator('[data-tasks] a', { hasText: '分析办结量变化的原因' }).click()
    await page.locator('[data-answer]').fill('已分析，见附表')
    await page.locator('[data-close="instruction"]').click()
    await page.locator('[data-remark="instruction"]', { hasText: '已分析，见附表' }).waitFor()
  })

  it('a submission is recalled to write on', async () => {
    await begin()
    const { page } = pages
    await page.locator('[data-submit]').click()
    await page.locator('[data-recall]').click()
    await page.locator('[data-editor] [data-figure]').first().waitFor()
    await page.locator('[data-stage="open"]').waitFor()
  })
})
