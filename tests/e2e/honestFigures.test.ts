import type { Locator } from 'playwright-core'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayFromText, textOfDay, weekdayOf } from '#measures'
import { useDatabase } from '../support/database.ts'
import { loadProposed } from '../support/files.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')
const fixture = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/edges', name)

const day = (text: string): number => dayFromText(text) ?? Number.NaN

/** Three cases every weekday, one a window, from September until the day before today. */
function currentCases(): string {
  const lines = ['caseNumber,window,receivedAt,acceptedAt,completedAt']
  for (let date = day('2026-09-01'); date <= day('2026-11-27'); date++)
    if (weekdayOf(date) < 6)
      for (const window of ['W1', 'W2', 'W3']) {
        const text = textOfDay(date)
        lines.push(`${text}-${window},${window},${text} 09:00,${text} 09:10,${text} 11:00`)
      }
  return lines.join('\n')
}

beforeAll(async () => {
  await addCentre(database(), 'current')
  await loadSmallHall(database(), 'current')
  await load(database(), { centre: 'current', target: 'cases', now }, currentCases())
  await addCentre(database(), 'second')
  await loadProposed(database(), 'second', {
    file: fixture('second-year-without-base.csv'),
    target: 'cases',
    now,
  })
  await addCentre(database(), 'ceiling')
  await load(
    database(),
    { centre: 'ceiling', target: 'trades', now },
    [
      'tradeCode,name,category,baseKind,base,award,outcome,concludedDay',
      'UP-1,体育馆,works,controlPrice,1000000,1457000,concluded,2026-11-03',
      'UP-2,泵站,works,controlPrice,800000,760000,concluded,2026-11-10',
    ].join('\n'),
  )
  await addCentre(database(), 'dollars', { timeZone: 'America/New_York', calendar: null })
  await database().prisma.centre.update({ where: { code: 'dollars' }, data: { currency: 'USD' } })
  await load(
    database(),
    { centre: 'dollars', target: 'trades', now },
    readFileSync(fixture('usd-trade.csv'), 'utf8').trim(),
  )
}, 240_000)

// Started on a database that holds centres, it loads no demo.
const pages = usePages(database, now, 'leader')

async function visit(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.waitForLoadState('networkidle')
}
const textIn = async (where: Locator): Promise<string> => ((await where.textContent()) ?? '').trim()
const main = async (): Promise<string> => textIn(pages.page.locator('main'))

describe('honest figures in a real browser', () => {
  it('nothing loaded today: says so, ranks nobody at zero, and leads to the last day with data', async () => {
    await visit('/?centre=current')
    await pages.page.locator('[data-filter="period"]').selectOption('today')
    const sentence = pages.page.locator('.headline .sentence')
    await sentence.getByText('看11月27日').waitFor()
    await pages.page.waitForLoadState('networkidle')
    expect(await textIn(sentence)).toBe('2026-11-28，尚无数据，查看11月27日')
    const shown = await main()
    expect(shown).not.toMatch(/100%|降 |少 |(?<!\d)0 件/)
    // One statement in place of a dozen empty panels, with the way to the day that has figures.
    const empty = pages.page.locator('[data-empty-page]')
    await empty.getByText('11月28日没有数据').waitFor()
    await empty.getByRole('link', { name: '看11月27日' }).waitFor()
    expect(await pages.page.locator('main .panel').count()).toBe(0)
    expect(await violations(pages.page)).toEqual([])

    await visit('/windows?centre=current&period=today')
    // No case had a limit, so that no day has an on-time rate; on 27 November cases were completed.
    await empty.getByRole('link', { name: '看11月27日' }).waitFor()
    expect(await pages.page.locator('main .panel').count()).toBe(0)

    await visit('/?centre=current&period=today')
    await empty.getByRole('link', { name: '看11月27日' }).click()
    await pages.page.waitForURL(/period=2026-11-27/)
    await pages.page.locator('.headline .sub', { hasText: '受理 3 件' }).waitFor()
    expect(await textIn(pages.page.locator('[data-measure="casesAccepted"] .value'))).toBe('3')
  })

  it('second year without a base: no change and no earlier line, with the reason', async () => {
    await visit('/?centre=second&period=2026&compare=lastYear')
    const card = pages.page.locator('[data-measure="casesCompleted"]')
    await card.waitFor()
    expect(await textIn(card.locator('.value'))).toBe('48')
    expect(await textIn(card.locator('.change'))).toMatch(/对比期.*无数据.*不作比较/)
    const shown = await main()
    expect(shown).not.toMatch(/同期(多|少)|[升降] \d/)
    expect(await violations(pages.page)).toEqual([])

    // The whole of the second year's last four weeks has a base neither.
    await visit('/?centre=second&period=2026-11-01..2026-11-27&compare=lastYear')
    await card.waitFor()
    expect(await textIn(card.locator('.change'))).toMatch(/不作比较/)
  })

  it('a trade above its ceiling: a signal leads to it, and its page says by how much', async () => {
    await visit('/trading?centre=ceiling&period=2026-11&compare=none')
    const first = pages.page.locator('[data-signal-first="aboveCeiling"]')
    await first.waitFor()
    expect(await textIn(first)).toContain('超出控制价45.7 万元')
    const signal = pages.page.locator('[data-signal="aboveCeiling"]')
    await signal.getByRole('button').first().click()
    expect(await textIn(signal)).toContain('45.7 万元')
    expect(await violations(pages.page)).toEqual([])

    await signal.getByRole('link', { name: 'UP-1' }).first().click()
    await pages.page.waitForURL(/\/trading\/UP-1/)
    const alarm = pages.page.locator('[data-alarm="aboveCeiling"]')
    await alarm.waitFor()
    expect(await textIn(alarm)).toContain('超出控制价45.7 万元')
    // The picture of its prices says how far above, and the page what is to be done about it.
    await pages.page.locator('tr.above.won .over').waitFor()
    await pages.page.locator('[data-next="aboveCeiling"]').waitFor()
    // What is above the ceiling is said once, and never as a saving.
    expect(await pages.page.locator('[data-price="savings"]').count()).toBe(0)
    expect(await main()).not.toMatch(/[-−]\s?45\.7/)
    expect(await violations(pages.page)).toEqual([])
  })

  it.each([
    ['zh', '中文', /.{0,12}(?:元|¥).{0,12}/g],
    ['en', 'English', /.{0,12}(?:yuan|元|¥|CNY).{0,12}/g],
  ])('a centre in dollars names no yuan, in %s', async (language, _, forbidden) => {
    await choose(pages.page, language, 'light')
    for (const where of [
      '/trading?centre=dollars&period=2026-03',
      '/trading/U-1?centre=dollars',
      '/?centre=dollars&period=2026-03',
    ]) {
      await visit(where)
      await pages.page.locator('main', { hasText: 'USD' }).waitFor()
      expect((await main()).match(forbidden) ?? [], where).toEqual([])
      expect(await violations(pages.page), where).toEqual([])
    }
  })
})
