import type { RoleName } from '../../server/access/roles.ts'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, signInOn, usePages, violations } from '../support/pages.ts'
import { phonePhoto } from '../support/pictures.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)

async function open(role: RoleName, where: string): Promise<void> {
  await signInOn(pages.page.context(), pages.product.address, role)
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.locator('main h1').waitFor()
}
const field = (name: string) => pages.page.locator(`[data-field="${name}"]`)
const entry = (state: string) => pages.page.locator(`li[data-state="${state}"]`)
const button = (name: string) => pages.page.getByRole('button', { name, exact: true })

async function writeBanner(day: string): Promise<void> {
  await field('kind').selectOption('banner')
  await field('givenDay').fill(day)
  await field('window').selectOption('AJ')
  await field('summary').fill('情系企业 办事高效')
  await field('giver').fill('陈某')
}

describe('a banner, from the hand of a window to the wall', () => {
  it('is entered on a phone, returned, corrected, approved, and hangs there', async () => {
    await choose(pages.page, 'zh', 'light')
    await pages.page.setViewportSize({ width: 390, height: 844 })
    await open('windowChief', '/entry')
    await button('特色服务').click()
    await pages.page.getByRole('heading', { name: '特色服务' }).waitFor()
    await button('评价反馈').click()
    // Most rows are of today: it is there already.
    expect(await field('givenDay').inputValue()).toBe('2013-06-30')
    await writeBanner('2012-12-06')
    const file = async (buffer: Buffer, name: string) =>
      field('photo').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await file(Buffer.alloc(12_000_000), 'large.jpg')
    await pages.page.getByRole('alert').getByText('照片超过 8 MB').waitFor()
    await file(Buffer.from('<html>'), 'page.jpg')
    await pages.page.getByRole('alert').getByText('这不是 JPEG').waitFor()
    expect(pages.noise.splice(0).every(text => text.includes('415'))).toBe(true)
    // What follows the picture in a file is no part of it: this one is over the limit, and is made smaller.
    await file(Buffer.concat([await phonePhoto(), Buffer.alloc(9_000_000)]), 'IMG_large.jpg')
    await pages.page.locator('[data-photo="there"] img').waitFor()
    await button('删去照片').click()
    let arrived = (): void => undefined
    const arrives = new Promise<void>(resolve => (arrived = resolve))
    await pages.page.route('**/files/photo/*', async route => {
      await arrives
      await route.continue()
    })
    await file(await phonePhoto(), 'IMG_2012.jpg')
    await pages.page.getByText('正在上传…').waitFor()
    expect([await button('提交').isDisabled(), await button('暂存').isDisabled()]).toEqual([true, true])
    arrived()
    await pages.page.locator('[data-photo="there"] img').waitFor()
    await pages.page.unroute('**/files/photo/*')
    // A banner has no stars; a day to come is refused at its field.
    expect(await field('level').count()).toBe(0)
    await field('givenDay').fill('2014-01-01')
    await button('提交').click()
    await pages.page.getByRole('alert').getByText('日期：').waitFor()
    expect(await field('givenDay').getAttribute('aria-invalid')).toBe('true')
    await field('givenDay').fill('2012-12-06')
    await pages.page.reload()
    expect(await field('summary').inputValue()).toBe('情系企业 办事高效')
    await button('暂存').click()
    await entry('entered').waitFor()
    await button('修改').click()
    await button('提交').click()
    await entry('submitted').waitFor()
    expect(await entry('submitted').textContent()).toContain('应急管理局窗口')

    await open('leader', '/review')
    await entry('submitted').waitFor()
    expect(await entry('submitted').textContent()).not.toContain('陈某')
    await entry('submitted').getByRole('textbox', { name: '理由' }).fill('请核对日期')
    await button('退回').click()
    await pages.page.getByText('没有待审的填报').waitFor()
    await button('已退回').click()
    await entry('returned').getByText('请核对日期').waitFor()

    await open('windowChief', '/entry')
    await entry('returned').getByText('退回原因：请核对日期').waitFor()
    await button('修改').click()
    await field('givenDay').fill('2012-12-07')
    await button('提交').click()
    await entry('submitted').waitFor()

    await open('clerk', '/review')
    await button('通过').click()
    await pages.page.getByText('没有待审的填报').waitFor()
    await button('已通过').click()
    await entry('approved').getByText('文书（演示） 处理于').waitFor()
    // On a phone the panel of the wall would be folded.
    await pages.page.setViewportSize({ width: 1440, height: 900 })
    for (const where of ['/feedback', '/windows/AJ']) {
      await pages.page.goto(`${pages.product.address}${where}?period=2012-12&compare=none`)
      await pages.page.locator('.wall').getByText('情系企业 办事高效').waitFor()
      const photo = pages.page.locator('.wall img').first()
      await photo.waitFor()
      await photo.scrollIntoViewIfNeeded()
      await pages.page.waitForFunction(() => {
        const picture = document.querySelector<HTMLImageElement>('.wall img')
        return picture?.complete === true && picture.naturalHeight > picture.naturalWidth
      })
    }
    await open('clerk', '/briefings')
    await pages.page.locator('[data-begin="template"]').selectOption('special')
    await pages.page.locator('[data-begin="from"]').fill('2012-08-08')
    await pages.page.locator('[data-begin="to"]').fill('2012-12-31')
    await pages.page.locator('[data-begin="go"]').click()
    await pages.page.waitForURL(/\/briefings\/\d+/)
    await pages.page.locator('[data-editor] [data-figure="banners"]', { hasText: '11面' }).first().waitFor()
    const inText = pages.page.locator('[data-editor] [data-photo-block]')
    await inText.getByText('应急管理局窗口收到的锦旗“情系企业 办事高效”').waitFor()
    await pages.page.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>('[data-editor] [data-photo-block] img')
      return picture?.complete === true && picture.naturalHeight > picture.naturalWidth
    })
    // It can be taken out and put in again.
    await inText.hover()
    await pages.page.locator('[data-kind="photo"] [data-remove-block]').click()
    await inText.waitFor({ state: 'detached' })
    await pages.page.locator('[data-insert="kind"]').selectOption('photo')
    await pages.page.locator('[data-insert="go"]').click()
    await pages.page.locator('[data-photos] button[data-photo]').click()
    await inText.waitFor()
    await pages.page.locator('[data-saved]', { hasText: '已保存' }).waitFor()
    expect(await violations(pages.page)).toEqual([])
  })

  it('is refused within a locked month, until the month is opened again', async () => {
    await choose(pages.page, 'zh', 'light')
    await open('leader', '/review')
    const locks = pages.page.locator('section.panel', { hasText: '期间锁定' })
    await locks.getByLabel('哪类记录').selectOption('feedback')
    await locks.getByLabel('从').fill('2012-11-01')
    await locks.getByLabel('至').fill('2012-11-30')
    await locks.getByLabel('理由', { exact: true }).fill('十一月已结算')
    await button('锁定').click()
    await locks.locator('li', { hasText: '十一月已结算' }).waitFor()
    await open('windowChief', '/entry')
    await button('评价反馈').click()
    await writeBanner('2012-11-20')
    await button('提交').click()
    await pages.page.getByRole('alert').getByText('十一月已结算').waitFor()
    expect(pages.noise.splice(0).every(text => text.includes('409'))).toBe(true)
    await open('leader', '/review')
    const lock = locks.locator('li', { hasText: '十一月已结算' })
    await lock.getByRole('textbox', { name: '解锁理由' }).fill('补报一面锦旗')
    await lock.getByRole('button', { name: '解锁' }).click()
    await lock.getByText('补报一面锦旗').waitFor()
    await open('windowChief', '/entry')
    expect(await field('givenDay').inputValue()).toBe('2012-11-20')
    await button('提交').click()
    await entry('submitted').waitFor()
    await button('撤回并删除').first().click()
    await entry('submitted').waitFor({ state: 'detached' })
  })
})

describe('rows of a spreadsheet', () => {
  it('are pasted, corrected where they are wrong, submitted, and approved as a list', async () => {
    await choose(pages.page, 'zh', 'light')
    await open('windowChief', '/entry')
    await button('特色服务').click()
    await button('表格填报').click()
    const cell = (row: number, name: string) => pages.page.locator(`[data-cell="${row} ${name}"]`)
    await cell(0, 'window').waitFor()
    const text = [
      '服务类型\t日期\t窗口编码\t服务人数',
      '咨询\t2012/12/24\t应急管理局窗口\t5',
      '咨询\t2012/12/99\t应急管理局窗口\t6',
    ].join('\n')
    await cell(0, 'window').evaluate((input, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
    await button('提交 2 行').click()
    await pages.page.getByText('1 行已提交').waitFor()
    expect(await cell(0, 'day').getAttribute('aria-invalid')).toBe('true')
    await cell(0, 'day').fill('2012-12-25')
    await button('提交 1 行').click()
    await pages.page.locator('li[data-state="submitted"]').nth(1).waitFor()
    await open('clerk', '/review')
    await pages.page.getByRole('button', { name: /^批量审核/ }).click()
    await pages.page.getByRole('button', { name: /^通过所选 2 条/ }).click()
    await pages.page.getByText('已通过 2 条').waitFor()
  })

  it('are asked for by deadlines that a leader sets', async () => {
    await choose(pages.page, 'zh', 'light')
    await open('leader', '/reports')
    await pages.page.locator('[data-duty="dailyReports"]').waitFor()
    const duties = pages.page.locator('[data-duties]')
    await duties.getByLabel('期末后工作日数').first().fill('2')
    await button('增加一项').click()
    await button('删去').last().click()
    await button('保存要求').click()
    await duties.getByText('leader 设定于').waitFor()
    await open('windowChief', '/reports')
    await pages.page.locator('[data-duty="dailyReports"]').waitFor()
    expect(await duties.count()).toBe(0)
  })
})

/** Opens each form, and each as a sheet. */
async function eachForm(): Promise<void> {
  const kinds = pages.page.locator('[data-kinds] button')
  const count = await kinds.count()
  expect(count).toBe(7)
  for (let place = 0; place < count; place++) {
    await kinds.nth(place).click()
    const name = (await kinds.nth(place).textContent()) ?? ''
    await pages.page.locator('form [data-field]').first().waitFor()
    expect(await violations(pages.page), name).toEqual([])
    expect(await pages.page.evaluate(() => document.documentElement.scrollWidth), name).toBe(390)
  }
}

it.each([
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('entry and review are accessible in %s, %s', async (language, theme) => {
  await choose(pages.page, language, theme)
  await pages.page.setViewportSize({ width: 390, height: 844 })
  for (const where of ['/entry', '/review', '/reports', '/feedback?period=2012-12', '/team?period=2012-12']) {
    await open('clerk', where)
    await pages.page.locator('section.panel').first().waitFor()
    await pages.page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
    expect(await violations(pages.page), where).toEqual([])
    expect(await pages.page.evaluate(() => document.documentElement.scrollWidth), where).toBe(390)
    if (where === '/entry') await eachForm()
  }
})
