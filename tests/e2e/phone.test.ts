import type { Page } from 'playwright-core'
import type { RoleName } from '../../server/access/roles.ts'
import { describe, expect, it } from 'vitest'
import { cutElements } from '../support/cut.ts'
import { useDatabase } from '../support/database.ts'
import { choose, signInOn, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)
const launch = 'period=2012-08-08..2012-12-31'

async function open(role: RoleName, language: string): Promise<Page> {
  const { page, product } = pages
  await choose(page, language, 'light')
  await page.setViewportSize({ width: 390, height: 844 })
  await signInOn(page.context(), product.address, role)
  return page
}

/** Scrolls to the end, so that every panel is drawn, and opens what a phone folds. */
async function unfold(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
  const folded = page.locator('.unfold[aria-expanded="false"]')
  for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.first().click()
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 600) {
      window.scrollTo(0, top)
      await new Promise(resolve => requestAnimationFrame(resolve))
    }
  })
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
}

const common = [
  '/',
  '/windows/AJ',
  '/items',
  '/joint',
  '/feedback',
  '/team',
  '/services',
  '/townships',
  '/rules',
  '/ask',
]
describe.each([
  ['leader', 'zh', ['/windows', '/trading', '/briefings', '/review', '/measures']],
  ['leader', 'en', ['/windows', '/reports', '/figures']],
  ['windowChief', 'zh', ['/entry', '/reports', '/measures']],
] as const)('a phone of a %s in %s', (role, language, others) => {
  it.each([...common, ...others])('cuts nothing off on %s', async where => {
    const page = await open(role, language)
    await page.goto(`${pages.product.address}${where}?${launch}`)
    await unfold(page)
    expect(await cutElements(page)).toEqual([])
  })
})

it('a phone shows findings first, and a panel below the first ones when it is opened', async () => {
  const page = await open('leader', 'zh')
  for (const where of ['/windows', '/windows/AJ', '/feedback', '/team', '/townships', '/rules']) {
    await page.goto(`${pages.product.address}${where}?${launch}`)
    await page.locator('main h1').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
    expect(await page.evaluate(() => document.documentElement.scrollHeight), where).toBeLessThan(4600)
    const folded = page.locator('.panel.folded')
    const count = await folded.count()
    expect(count, where).toBeGreaterThan(1)
    await folded.first().locator('.unfold').click()
    expect(await folded.count(), where).toBe(count - 1)
  }
}, 120_000)

describe('a list of windows on a phone', () => {
  it('shows how many cases of each are late, the most first, with no dot over a word', async () => {
    const page = await open('leader', 'zh')
    await page.goto(`${pages.product.address}/windows?${launch}`)
    await unfold(page)
    const ranking = page.locator('#ranking')
    const late = async () => (await ranking.locator('li .missed').allTextContents()).map(Number)
    const [first] = await late()
    expect(await ranking.locator('.axis .missed').textContent()).toBe('超期')
    expect(first).toBe(Math.max(...(await late())))
    const overlaps = await ranking.locator('li a').evaluateAll(
      rows =>
        rows.filter(row => {
          const [dot, value, name] = ['.dot', '.value', '.name'].map(selector =>
            row.querySelector(selector)?.getBoundingClientRect(),
          )
          return dot && value && name && (dot.right > value.left || dot.left < name.right)
        }).length,
    )
    expect(overlaps).toBe(0)
    await ranking.locator('[data-rank-sort]').selectOption('n')
    expect((await late()).length).toBeGreaterThan(0)
  })
})

describe('the phone of a chief', () => {
  it('leads from the first page to the daily report, and from the windows to the own one', async () => {
    const page = await open('windowChief', 'zh')
    await page.goto(`${pages.product.address}/?${launch}`)
    await page.locator('nav.tabs .line a', { hasText: '填报' }).click()
    await page.locator('[data-kinds] [aria-pressed="true"]', { hasText: '日报' }).waitFor()
    await page.locator('nav.tabs .line a', { hasText: '窗口' }).click()
    await page.waitForURL(/\/windows\/AJ/)
    const said = page.locator('[data-sentence]')
    await said.filter({ hasText: '按时办结率' }).waitFor()
    expect(await said.textContent()).toContain('（全厅 ')
    expect(await page.getByText('没有显著差异').count()).toBe(0)
    expect(await page.getByRole('link', { name: '全部窗口' }).count()).toBe(0)
  })
})
