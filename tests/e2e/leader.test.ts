import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayFromText, textOfDay, weekdayOf } from '#measures'
import { newsOf } from '../../server/briefing/alerts.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'
import { usePages, violations } from '../support/pages.ts'

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')
const days = 'period=2026-10-12..2026-11-20&compare=none'

const day = (text: string): number => dayFromText(text) ?? Number.NaN

const windows = Array.from({ length: 14 }, (_, index) => `W${index + 1}`)

/**
 * Four cases a working day at each window; at W2 every second one takes three weeks instead of a
 * day.
 */
function someCases(): string {
  const lines = ['caseNumber,item,window,receivedAt,acceptedAt,completedAt']
  for (let date = day('2026-10-12'); date <= day('2026-10-30'); date++)
    if (weekdayOf(date) < 6)
      for (const window of windows)
        for (let number = 0; number < 4; number++) {
          const isLate = window === 'W2' && number % 2 === 0
          const text = textOfDay(date)
          const done = textOfDay(date + (isLate ? 21 : 1))
          lines.push(`${text}-${window}-${number},TEN,${window},${text} 09:00,${text} 09:10,${done} 11:00`)
        }
  return lines.join('\n')
}

const loadCases = async (csv: string): Promise<unknown> =>
  load(database(), { centre: 'county', target: 'cases', now }, csv)

beforeAll(async () => {
  await addCentre(database(), 'county')
  await loadSmallHall(database(), 'county')
  // Among many windows one that differs is no part of the usual spread.
  const others = windows.slice(3).map(code => `${code},${code}窗口,U1,2012-01-01`)
  await load(
    database(),
    { centre: 'county', target: 'windows' },
    `code,name,unit,validFrom\n${others.join('\n')}\n`,
  )
  await loadCases(someCases())
}, 240_000)

const pages = usePages(database, now, 'leader')

async function visit(page: Page, where: string): Promise<void> {
  await page.goto(`${pages.product.address}${where}`)
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
}
const accepted = (page: Page) => page.locator('article[data-measure="casesAccepted"] .value')

describe('a leader', () => {
  it('comes on a phone to the cause of a late window in one tap, to its cases in two', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await visit(page, `/?${days}`)
    const line = page.locator('[data-attention="windows onTimeRate"]')
    await line.getByText('挂牌窗口').first().waitFor()
    await line.locator('.row').click()
    await page.waitForURL(/\/windows\/W2/)
    // The first thing on the page: which item, how many of how many, since when, and who sees to it.
    const cause = page.locator('section.panel', { has: page.getByRole('heading', { name: '超期的原因' }) })
    await cause.locator('.finding', { hasText: '十日事项' }).waitFor()
    expect(await cause.locator('.finding').textContent()).toMatch(/^超期办结 30 件：十日事项$/)
    expect(await cause.locator('footer').textContent()).toContain('责任：挂牌窗口')
    expect(
      await cause.evaluate(element => element.getBoundingClientRect().top < window.innerHeight / 2),
    ).toBe(true)
    await cause.locator('tbody .name').first().click()
    const drawer = page.getByRole('dialog')
    await drawer.locator('.about', { hasText: '共 30 条' }).waitFor()
    // The cause: one item, whose limit of six working days half of the cases have passed.
    const records = drawer.locator('.records > ol > li')
    await records.first().waitFor()
    const rows = await records.allTextContents()
    expect(rows).toHaveLength(30)
    expect(rows.every(text => text.includes('十日事项') && text.includes('超期'))).toBe(true)
    expect(await violations(page)).toEqual([])
  })

  it('opens what a number of the list counts, and its records, in two clicks', async () => {
    const { page } = pages
    await visit(page, `/?${days}`)
    await page.locator('[data-attention="windows onTimeRate"] .amount [role="button"]').click()
    const card = page.locator('.definition-card')
    await card.getByText('按时办结率').first().waitFor()
    await card.getByText('挂牌窗口').first().waitFor()
    expect(await violations(page)).toEqual([])
    await card.getByRole('button', { name: '记录' }).click()
    await page.getByRole('dialog').locator('.about', { hasText: '共 60 条' }).waitFor()
  })

  it('shows one panel after the other in a meeting, by the arrow keys alone, and goes back', async () => {
    const { page } = pages
    await visit(page, `/wall?by=hand&seconds=5&panels=casesAccepted,onTimeRate,sameDayRate&${days}`)
    const shown = async (id: string) => page.locator(`[data-panel="${id}"]`).waitFor()
    await shown('casesAccepted')
    await page.keyboard.press('ArrowRight')
    await shown('onTimeRate')
    await page.keyboard.press('ArrowRight')
    await shown('sameDayRate')
    await page.keyboard.press('ArrowLeft')
    await shown('onTimeRate')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await shown('sameDayRate')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.headline').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  it('keeps the last figures with their days while the server is away, and follows by itself', async () => {
    const { page } = pages
    await visit(page, `/?${days}`)
    // What the page fetches in an idle moment is there.
    await page.waitForLoadState('networkidle')
    const before = await accepted(page).textContent()
    await page.context().setOffline(true)
    await page.locator('.live .offline').waitFor({ timeout: 45_000 })
    expect(await accepted(page).textContent()).toBe(before)
    // Another period is asked for: what stays on the page says of which days it is.
    await page.locator('[data-filter="period"]').selectOption('thisMonth')
    await page.getByRole('alert').getByText('2026-10-12').first().waitFor()
    expect(await accepted(page).textContent()).toBe(before)
    expect(await page.locator('.headline .about').textContent()).toContain('2026-10-12')
    await page.context().setOffline(false)
    await page.locator('.panel [role="alert"]').first().waitFor({ state: 'detached', timeout: 45_000 })
    await page.locator('.live .offline').waitFor({ state: 'detached', timeout: 45_000 })
    expect(await page.locator('.headline .about').textContent()).not.toContain('2026-10-12')
    const unreachable = /ERR_INTERNET_DISCONNECTED|Failed to fetch|Unable to preload/
    expect(pages.noise.splice(0).filter(text => !unreachable.test(text))).toEqual([])
  }, 180_000)

  it('sees three open pages follow a load and say what it changed', async () => {
    const { page } = pages
    const [overview, hall, wall] = [page, await page.context().newPage(), await page.context().newPage()]
    await visit(overview, `/?${days}`)
    await visit(hall, `/windows?${days}`)
    await visit(wall, `/wall?${days}`)
    const number = wall.locator('li[data-measure="casesAccepted"] .value')
    await expect.poll(async () => accepted(overview).textContent()).toMatch(/\d/)
    await expect.poll(async () => number.textContent()).toMatch(/\d/)
    const [before, onWall] = [await accepted(overview).textContent(), await number.textContent()]
    // What they have seen is what the load is compared with.
    await Promise.all([overview, hall, wall].map(async one => one.waitForLoadState('networkidle')))
    await loadCases(
      `caseNumber,item,window,receivedAt,acceptedAt\n${Array.from(
        { length: 7 },
        (_, index) => `NEW-${index},TEN,W1,2026-11-0${index + 2} 09:00,2026-11-0${index + 2} 09:10`,
      ).join('\n')}`,
    )
    for (const one of [overview, hall, wall])
      await one.locator('.live', { hasText: '7 件' }).waitFor({ timeout: 45_000 })
    expect(Number((await accepted(overview).textContent())?.replaceAll(/\D/g, ''))).toBe(
      Number(before?.replaceAll(/\D/g, '')) + 7,
    )
    // The news and the figure of the wall are two requests.
    await expect
      .poll(async () => Number((await number.textContent())?.replaceAll(/\D/g, '')), { timeout: 20_000 })
      .toBe(Number(onWall?.replaceAll(/\D/g, '')) + 7)
    await overview.locator('.live button').click()
    await overview.locator('.live p').waitFor({ state: 'detached' })
  }, 180_000)

  it('comes from a notice to the records behind its number, and from there to its definition', async () => {
    const { page } = pages
    await loadCases(
      'caseNumber,item,window,receivedAt,acceptedAt\nOPEN-1,TEN,W1,2026-11-02 09:00,2026-11-02 09:10',
    )
    const centre = await centresOf(database()).find('county')
    const news = await newsOf(centre, { database: database(), scope: leaderScope, now })
    const overdue = news.find(({ kind }) => kind === 'overdue')
    const count = /\d+/.exec(overdue?.words.zh ?? '')?.[0]
    expect(Number(count)).toBeGreaterThan(0)
    await visit(page, overdue?.link ?? '/')
    const drawer = page.getByRole('dialog')
    await drawer.locator('.about', { hasText: `共 ${count} 条` }).waitFor()
    await drawer.locator('tbody tr', { hasText: 'OPEN-1' }).waitFor()
    expect(await violations(page)).toEqual([])
    await drawer.getByRole('button', { name: /口径/ }).click()
    await page.locator('.definition-card').getByText('在办超期').first().waitFor()
  })

  it('finds a definition by a word of its question, on a phone without a long way to scroll', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await visit(page, '/measures')
    const height = async (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)
    expect(await height()).toBeLessThan(1000)
    await page.getByRole('searchbox').fill('按时办结率')
    await page.locator('#onTimeRate summary').click()
    await page.locator('#onTimeRate .definition').getByText('到期').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('searchbox').fill('没有这个词')
    await page.getByRole('button', { name: '看全部指标' }).click()
    // Each measure that is not open says under its name what it asks, and of what kind and unit it is.
    await page.setViewportSize({ width: 1920, height: 1000 })
    const line = page.locator('#overdueRate > summary')
    await line.locator('.question').waitFor()
    expect(await line.locator('.kind').textContent()).toBe('比率 · %')
    await page.setViewportSize({ width: 390, height: 844 })
    // A link to one definition opens its group and itself.
    await visit(page, '/measures?from=link#savingsRate')
    await page.locator('#savingsRate .definition').waitFor()
  })
})
