import type { Browser, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { figureOf, measures } from '#measures'
import { leaderScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now, 'leader')
const launch = 'period=2012-10-01..2012-12-31&compare=2012-08-08..2012-09-30'
const housing = { dimension: 'window', in: ['FG'] }

async function visit(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.locator('main h1').waitFor()
  await pages.page.waitForFunction(
    () =>
      document.querySelector('section.panel, article') !== null &&
      !document.querySelector('.skeleton, [aria-busy="true"]'),
  )
  // Panels further down ask later, and only what is shown is shared.
  await pages.page.waitForLoadState('networkidle')
}

/** Makes a link on the page that is shown, and returns its address. */
async function shareFor(days: string): Promise<string> {
  const { page } = pages
  await page.locator('[data-page-export]').click()
  await page.getByLabel('有效期').selectOption(days)
  await page.locator('[data-share]').click()
  const address = await page.locator('[data-share-address]').inputValue()
  expect(address).toMatch(new RegExp(`^${pages.product.address}/s/[\\w-]{43}$`))
  return address
}

/** A phone of somebody who has never been here. */
async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  return context.newPage()
}

const completedNow = async () => {
  const answer = await ask(
    {
      measures: ['casesCompleted'],
      centres: ['pinghe'],
      period: '2012-10-01..2012-12-31',
      filters: [housing],
    },
    { database: database(), scope: leaderScope, now },
  )
  return figureOf(measures.casesCompleted, answer.current.overall).value
}

it('a page is shared, read by a stranger on a phone as it was, and withdrawn', async () => {
  const { page, product } = pages
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(`/windows?${launch}&window=FG`)
  const address = await shareFor('1')
  await page.getByText('已生成并复制').waitFor()
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(address)
  expect(await violations(page)).toEqual([])

  const phone = await stranger(page.context().browser()!)
  const foreign: string[] = []
  phone.on('request', request => foreign.push(new URL(request.url()).pathname))
  await phone.goto(address)
  expect(await phone.locator('h1').textContent()).toBe('窗口')
  const shown = await phone.locator('main').textContent()
  const completed = await completedNow()
  expect(completed).toBeGreaterThan(0)
  expect(shown).toContain(`${completed!.toLocaleString('en-US')} 件`)
  const head = await phone.locator('header').textContent()
  for (const part of ['2012年10月1日至2012年12月31日', '2012年8月8日至2012年9月30日', '分享人', '有效期至'])
    expect(head).toContain(part)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await violations(phone)).toEqual([])
  expect(new Set(foreign.map(path => path.slice(0, 3)))).toEqual(new Set(['/s/', '/sh']))
  await phone.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(phone)).toEqual([])
  await phone.getByRole('link', { name: 'English' }).click()
  expect(await phone.locator('h1').textContent()).toBe('Windows')
  expect(await violations(phone)).toEqual([])
  await phone.emulateMedia({ colorScheme: 'light', media: 'print' })
  expect((await phone.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  await phone.emulateMedia({ media: 'screen' })

  // One more completed case: the product counts it, the shared page does not.
  const window = await database().prisma.window.findFirstOrThrow({
    where: { centre: { code: 'pinghe' }, code: 'FG' },
  })
  const item = await database().prisma.item.findFirstOrThrow({
    where: { centre: { code: 'pinghe' }, unitId: window.unitId },
  })
  await load(
    database(),
    { centre: 'pinghe', target: 'cases', now, demo: true },
    `caseNumber,item,window,receivedAt,acceptedAt,completedAt\n` +
      `SHARED-1,${item.code},${window.code},2012-11-06 08:30,2012-11-06 08:40,2012-11-06 09:00\n`,
  )
  expect(await completedNow()).toBe(completed! + 1)
  await phone.goto(address)
  expect(await phone.locator('main').textContent()).toBe(shown)

  await page.goto(`${product.address}/account`)
  const row = page.locator('[data-shared]')
  await row.getByText('窗口 · ').waitFor()
  expect(await row.textContent()).toContain('3 次')
  expect(await violations(page)).toEqual([])
  await row.getByRole('button', { name: '撤回' }).click()
  // The button says the same word until the server has answered.
  await row.getByRole('button', { name: '撤回' }).waitFor({ state: 'detached' })
  await row.getByText(/撤回$/).waitFor()
  const refused = await phone.goto(address)
  expect(refused!.status()).toBe(410)
  expect(await phone.locator('main').textContent()).toContain('撤回')
  expect(await phone.locator('table').count()).toBe(0)
  expect(await violations(phone)).toEqual([])
  await phone.context().close()
})

it('every page of figures can be shared, in English too', async () => {
  const { page } = pages
  await choose(page, 'en', 'dark')
  const phone = await stranger(page.context().browser()!)
  for (const [where, title] of [
    ['/', 'Overview'],
    ['/windows/FG', 'Window'],
    ['/items', 'Items'],
    ['/trading', 'Trades'],
    ['/feedback', 'Voices'],
  ] as const) {
    await visit(`${where}?${launch}`)
    await page.locator('[data-page-export]').click()
    await page.locator('[data-share]').click()
    await phone.goto(await page.locator('[data-share-address]').inputValue())
    expect(await phone.locator('h1').textContent(), where).toBe(title)
    expect(await phone.locator('main table').count(), where).toBeGreaterThan(1)
    expect(await violations(phone), where).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), where).toBe(390)
  }
  await phone.context().close()
})
