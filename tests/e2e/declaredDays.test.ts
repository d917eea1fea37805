import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)

const november = '/?period=2012-11&compare=previous'

/** What stands under the first card of the overview: how it compares. */
async function comparison(): Promise<string> {
  const { page, product } = pages
  await page.goto(`${product.address}${november}`)
  await page.locator('.card').first().waitFor()
  await page.waitForLoadState('networkidle')
  return (await page.locator('main').textContent()) ?? ''
}

const panel = () =>
  pages.page.locator('section', { has: pages.page.getByRole('heading', { name: '数据缺失与补齐' }) })

async function openPanel(): Promise<void> {
  await pages.page.goto(`${pages.product.address}/data`)
  await panel()
    .getByText(/^\d+ 条声明$/)
    .waitFor()
  await panel().getByText('声明缺失或补齐').click()
}

interface Said {
  /** Empty: all units. */
  unit?: string
  days: [from: string, to: string]
  says: 'missing' | 'complete'
  why: string
}

async function declare({ unit = '', days, says, why }: Said): Promise<void> {
  await panel().getByRole('combobox').first().selectOption('cases')
  await panel().getByRole('combobox').nth(1).selectOption(unit)
  await panel().getByLabel('从', { exact: true }).fill(days[0])
  await panel().getByLabel('到', { exact: true }).fill(days[1])
  await panel().getByRole('combobox').last().selectOption(says)
  await panel().getByLabel('原因').fill(why)
  await panel().getByRole('button', { name: '声明', exact: true }).click()
  await panel().locator('td', { hasText: why }).waitFor()
}

async function withdraw(row: Locator): Promise<void> {
  await row.getByRole('button', { name: /^撤回第 \d+ 条声明$/ }).click()
  await row.getByRole('button', { name: '取消' }).click()
  await row.getByRole('button', { name: /^撤回第 \d+ 条声明$/ }).click()
  await row.getByText('撤回后按记录本身判断').waitFor()
  await row.getByRole('button', { name: '撤回', exact: true }).click()
  await row.waitFor({ state: 'detached' })
}

const reason = '对比期10月10日至10月12日无数据，不作比较'

describe('days that a clerk declares', () => {
  it('as missing take the change away; complete days and a withdrawal give it back', async () => {
    await openPanel()
    await declare({ days: ['2012-10-10', '2012-10-12'], says: 'missing', why: '停电三天' })
    await panel().getByText('2 条声明').waitFor()
    // The demo declares that all feedback of its first months is known.
    const row = panel().locator('tbody tr').filter({ hasNotText: '简报第46期' })
    expect(await row.allTextContents()).toEqual([
      expect.stringMatching(/^ ?办件全部2012-10-10 – 2012-10-12缺失停电三天.+2013-06-30 08:00/),
    ])
    expect(await comparison()).toContain(reason)

    await openPanel()
    await declare({ days: ['2012-10-01', '2012-10-31'], says: 'complete', why: '已补录' })
    expect(await row.count()).toBe(2)
    expect(await comparison()).not.toContain(reason)

    await openPanel()
    await withdraw(row.filter({ hasText: '已补录' }))
    await withdraw(row)
    await panel().getByText('1 条声明').waitFor()
    const { rows } = await database().pool.query<{ action: string }>(
      `SELECT "action" FROM "AuditEntry" WHERE "action" LIKE 'days-%' ORDER BY "number"`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'days-declared',
      'days-declared',
      'days-withdrawn',
      'days-withdrawn',
    ])
  })

  it('of one unit take the change from the hall, and name the unit', async () => {
    const { rows } = await database().pool.query<{ code: string; name: string }>(
      `SELECT "code", "name" FROM "Unit" ORDER BY "id" LIMIT 1`,
    )
    const [unit] = rows
    await openPanel()
    await declare({ unit: unit!.code, days: ['2012-10-10', '2012-10-12'], says: 'missing', why: '换系统' })
    const row = panel().locator('tbody tr', { hasText: '换系统' })
    expect(await row.locator('td').first().textContent()).toBe(unit!.name)
    expect(await comparison()).toContain(`对比期${unit!.name}10月10日至10月12日无数据，不作比较`)
    await openPanel()
    await withdraw(row)
  })

  for (const language of ['zh', 'en'])
    it(`has nothing wrong in ${language}, and fits a phone`, async () => {
      const { page, product } = pages
      await choose(page, language, 'light')
      await page.goto(`${product.address}/data`)
      await page
        .getByRole('heading', { name: language === 'zh' ? '数据缺失与补齐' : 'Missing and complete' })
        .waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
})
