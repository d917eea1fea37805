import { beforeAll, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { filledOf } from '../../server/centres/filled.ts'
import { putDivision } from '../../server/centres/tree.ts'
import { newCentreLike } from '../../server/intake/jobs/newCentre.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { choose, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now, null)
const period = 'period=2012-08-08..2012-12-27&compare=none'

// «aaa» comes first by code and holds nothing.
beforeAll(async () => {
  await database().prisma.centre.create({
    data: { code: 'aaa', name: '空中心', nameEn: 'Empty centre', calendar: 'cn' },
  })
  await putDivision(database(), { code: '350628101', name: '小溪镇' })
  const centre = await centresOf(database()).find('pinghe')
  await newCentreLike(
    { database: database(), centre, today: now },
    { code: 'xiaoxi', name: '小溪镇便民服务中心', nameEn: 'Xiaoxi station', divisionCode: '350628101' },
    { byUser: 'test', now },
  )
  const cases = [
    'caseNumber,unit,window,receivedAt,acceptedAt,completedAt',
    'X1,GS,GS,2012-09-03 09:00,2012-09-03 09:00,2012-09-03 10:00',
    'X2,JG,JG,2012-12-26 09:00,2012-12-26 09:00,2012-12-27 10:00',
  ].join('\n')
  expect((await load(database(), { centre: 'xiaoxi', target: 'cases' }, cases)).problems).toEqual([])
}, 240_000)

const settled = async (): Promise<unknown> =>
  pages.page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
it('the catalogue of a centre is built once units, windows and items are there', async () => {
  const { id } = await database().prisma.centre.create({
    data: { code: 'steps', name: '分步中心', nameEn: 'Steps', calendar: 'cn' },
  })
  const built = async (): Promise<boolean> => (await filledOf(database()))(id).catalogue
  const from = async (target: 'units' | 'windows' | 'items', csv: string): Promise<boolean> => {
    expect((await load(database(), { centre: 'steps', target }, csv)).problems).toEqual([])
    return built()
  }
  expect(await from('units', 'code,name,validFrom\nU,甲局,2012-01-01')).toBe(false)
  expect(await from('windows', 'code,name,unit,validFrom\nW,甲窗口,U,2012-01-01')).toBe(false)
  expect(await from('items', 'item,name,unit,type,validFrom\nI,甲事项,U,instant,2012-01-01')).toBe(true)
})

describe('somebody who sees several centres', () => {
  it('lands on one that holds records, then on the last, and finds three steps on an empty one', async () => {
    const { page, product } = pages
    await signInOn(page.context(), product.address, 'clerk')
    await page.goto(product.address)
    const picker = page.locator('.centre select')
    await picker.waitFor()
    expect(await picker.inputValue()).toBe('pinghe')
    await picker.selectOption('xiaoxi')
    await page.waitForURL(/centre=xiaoxi/)
    await page.goto(product.address)
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('.centre select')?.value === 'xiaoxi',
    )

    await picker.selectOption('aaa')
    await page.getByRole('heading', { name: '空中心还没有记录' }).waitFor()
    const steps = page.locator('[data-step]')
    expect(await steps.count()).toBe(3)
    expect(await violations(page)).toEqual([])
    await page.locator('[data-step="records"]').getByRole('link', { name: '导入记录' }).click()
    await page.waitForURL(/\/data\/import\?centre=aaa/)
    // The empty one was last, and is not landed on.
    await page.goto(product.address)
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('.centre select')?.value === 'pinghe',
    )
  })

  it('compares them side by side, with exact sums up the tree, and opens one', async () => {
    const { page, product } = pages
    await signInOn(page.context(), product.address, 'leader')
    await page.goto(`${product.address}/?${period}`)
    await page.getByRole('link', { name: '各中心', exact: true }).click()
    const table = page.locator('table.matrix')
    await table.locator('tbody tr').first().waitFor()
    await settled()
    const figure = async (line: string, id: string): Promise<string | null> =>
      table.locator(`[data-line="${line}"] [data-cell="${id}"] .value`).textContent()
    // Both together, the county, and the station; the parts are compared in tests/cli/newCentre.
    expect(await table.locator('tbody tr').evaluateAll(all => all.map(row => row.dataset.line))).toEqual([
      '350628+',
      'pinghe',
      'xiaoxi',
    ])
    const received = async (line: string): Promise<number> =>
      Number((await figure(line, 'casesReceived'))?.replaceAll(/\D/g, ''))
    expect(await received('xiaoxi')).toBe(2)
    expect(await received('350628+')).toBe((await received('pinghe')) + 2)
    // The station holds no trades: those of the county are the sum. Nobody keeps reviews: no column.
    expect(await figure('xiaoxi', 'tradesConcluded')).toBe('—')
    expect(await figure('350628+', 'tradesConcluded')).toBe('100')
    expect(await table.locator('[data-cell="ownGoodReviewRate"]').count()).toBe(0)
    expect(await figure('pinghe', 'tradesConcluded')).toBe('100')
    await page.getByText('尚无记录、未列入：空中心').waitFor()
    await table.getByRole('link', { name: '小溪镇' }).click()
    await page.waitForURL(/centre=xiaoxi/)
  })
})

it('an account names units of two centres with one code apart', async () => {
  const { page, product } = pages
  await signInOn(page.context(), product.address, 'administrator')
  await page.goto(`${product.address}/people`)
  await page.getByRole('button', { name: '新建账户' }).click()
  await page.getByLabel('用户名').fill('chief-aj')
  await page.getByLabel('姓名').fill('安监负责人')
  await page.locator('[data-role="windowChief"]').check()
  await page.locator('[data-rows="centres"]').selectOption(['pinghe', 'xiaoxi'])
  const units = page.locator('[data-rows="units"]')
  await units.locator('optgroup').nth(1).waitFor({ state: 'attached' })
  await units.selectOption(['pinghe/AJ', 'xiaoxi/AJ'])
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '确定' }).click()
  await page.locator('[data-account="chief-aj"]').getByText('pinghe/AJ、xiaoxi/AJ').waitFor()
  const stored = await database().prisma.user.findUnique({ where: { username: 'chief-aj' } })
  expect(stored?.scope).toEqual({
    centres: ['pinghe', 'xiaoxi'],
    units: ['pinghe/AJ', 'xiaoxi/AJ'],
    windows: 'all',
  })
})

it.each([
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('the page of centres is accessible in %s, %s, and no wider than a phone', async (language, theme) => {
  const { page, product } = pages
  await choose(page, language, theme)
  await signInOn(page.context(), product.address, 'leader')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [where, shown] of [
    [`/centres?${period}`, 'main h1'],
    ['/?centre=aaa', '[data-step="records"]'],
  ] as const) {
    await page.goto(`${product.address}${where}`)
    await page.locator(shown).waitFor()
    await settled()
    expect(await violations(page), where).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(390)
  }
})
