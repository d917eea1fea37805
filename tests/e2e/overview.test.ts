import type { Language, MeasureId } from '#measures'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed, printValue } from '#measures'
import { leaderScope } from '../../server/measures/scope.ts'
import { measureText } from '../../server/measures/texts/index.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { choose, openFilters, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const launch = '?period=2012-08-08..2012-12-31&compare=none'
const pages = usePages(database, now)

async function visit(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.waitForSelector('[data-measure]')
  await pages.page.waitForLoadState('networkidle')
}

async function printed(
  id: MeasureId,
  language: Language,
  period = '2012-08-08..2012-12-31',
): Promise<string> {
  const answer = await ask(
    { measures: [id], centres: ['pinghe'], period },
    { database: database(), scope: leaderScope, now },
  )
  const { text, unit } = printValue(
    figureOf(measureNamed(id), answer.current.overall).value,
    measureNamed(id),
    { language, currency: 'CNY' },
  )
  return `${text}${unit}`
}

const card = (id: MeasureId) => pages.page.locator(`article[data-measure="${id}"]`)
const line = (id: MeasureId) => pages.page.locator(`li[data-measure="${id}"]`)

describe('the overview in a real browser', () => {
  it('shows on its cards what ask answers, in both languages', async () => {
    await visit(`/${launch}`)
    for (const language of ['zh', 'en'] as const) {
      if (language === 'en') {
        await pages.page.getByRole('button', { name: 'English' }).click()
        // The English words are fetched with the first click.
        await pages.page.waitForFunction(() => document.documentElement.lang === 'en')
        await card('casesAccepted').getByText('Cases accepted').first().waitFor()
      }
      for (const id of [
        'casesAccepted',
        'casesCompleted',
        'sameDayRate',
        'onTimeRate',
        'averageHandlingTime',
        'overdueOpenCases',
        'savings',
        'banners',
      ] as const)
        expect(
          (await card(id).locator('.value, .unit').allTextContents()).join('').replaceAll(/\s/g, ''),
          id,
        ).toBe((await printed(id, language)).replaceAll(/\s/g, ''))
    }
  })

  it("prints the briefing's figures", async () => {
    await visit(`/${launch}`)
    expect(await line('instantItemShare').textContent()).toContain('317／382')
    expect(await pages.page.locator('.headline').textContent()).toContain('演示数据')
    await visit(`/trading${launch}`)
    expect(await line('tradesConcluded').locator('.value').textContent()).toBe('104 宗')
    expect(await line('tradeAmount').locator('.value').textContent()).toBe('3.54 亿元')
    expect(await line('tradesPerWorkingDay').locator('.value').textContent()).toBe('1.04 宗／工作日')
    expect(await line('tradeIntegrityComplaintRate').first().textContent()).toContain('2.8%')
    expect(await pages.page.locator('.claims').textContent()).toContain('平均每个工作日完成2宗交易')
  })

  it('says how a figure is counted, with the keyboard alone', async () => {
    await visit(`/${launch}`)
    await card('onTimeRate').getByRole('button', { name: /口径/ }).focus()
    await pages.page.keyboard.press('Enter')
    const definition = pages.page.locator('.definition-card')
    await definition.waitFor()
    await definition.getByText(measureText('onTimeRate').formula.zh).waitFor()
    await pages.page.keyboard.press('Escape')
    await definition.waitFor({ state: 'detached' })
  })

  it('drills down from a figure to its rows, splits and sorts them', async () => {
    await visit(`/${launch}`)
    await card('onTimeRate').locator('.figure').click()
    const drawer = pages.page.getByRole('dialog')
    await drawer.locator('tbody tr').first().waitFor()
    expect((await drawer.textContent())?.replaceAll(',', '')).toContain(
      (await printed('casesCompleted', 'zh')).replaceAll(/\D/g, ''),
    )
    await drawer.getByRole('button', { name: '未达到的' }).click()
    await pages.page.waitForFunction(
      () =>
        document.querySelectorAll('.rows-drawer tbody tr').length > 0 &&
        [...document.querySelectorAll('.rows-drawer tbody tr')].every(row =>
          row.textContent?.includes('超期'),
        ),
    )
    await drawer.getByRole('button', { name: /办结时间/ }).click()
    await drawer.locator('th[aria-sort="ascending"]').waitFor()
    await pages.page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  it('keeps every filter in the address; Back undoes; a link reproduces the screen', async () => {
    await visit(`/${launch}`)
    const before = await card('casesCompleted').locator('.value').textContent()
    await openFilters(pages.page)
    await pages.page.locator('[data-filter="window"]').selectOption('FG')
    await pages.page.waitForURL(/window=FG/)
    await pages.page.waitForFunction(
      text => document.querySelector('article[data-measure="casesCompleted"] .value')?.textContent !== text,
      before,
    )
    const filtered = await card('casesCompleted').locator('.value').textContent()
    expect(await pages.page.getByText('不随窗口筛选变化').count()).toBeGreaterThan(0)
    await visit(new URL(pages.page.url()).pathname + new URL(pages.page.url()).search)
    expect(await card('casesCompleted').locator('.value').textContent()).toBe(filtered)
    await pages.page.goBack()
    await pages.page.waitForFunction(
      text => document.querySelector('article[data-measure="casesCompleted"] .value')?.textContent === text,
      before,
    )
  })

  it('shows the same numbers in a table as in the picture', async () => {
    await visit(`/${launch}`)
    const ranking = pages.page.locator('section', {
      has: pages.page.getByRole('heading', { name: '窗口对比' }),
    })
    await ranking.locator('select').selectOption('casesCompleted')
    await ranking.getByRole('button', { name: '表格' }).click()
    await ranking.locator('tbody td').first().waitFor()
    const counts = await ranking.locator('tbody td:nth-child(2)').allTextContents()
    const sum = counts.reduce((total, text) => total + Number(text.replaceAll(/[^\d.]/g, '')), 0)
    expect(counts).toHaveLength(45)
    expect(`${sum.toLocaleString('en-US')}件`).toBe(
      (await printed('casesCompleted', 'zh')).replaceAll(' ', ''),
    )
  })

  it('says what is wrong with a period and offers to try again', async () => {
    await pages.page.goto(`${pages.product.address}/?period=2012-12-31..2012-08-08`)
    await pages.page.getByRole('alert').first().waitFor()
    expect(await pages.page.getByRole('alert').first().textContent()).toContain(
      '时间段的开始 2012-12-31 晚于结束 2012-08-08',
    )
    expect(pages.noise.splice(0).every(text => text.includes('400'))).toBe(true)
  })

  it('says that a part could not be fetched, and opens it when it can be', async () => {
    const { page } = pages
    await visit(`/${launch}`)
    await page.route('**/assets/WindowsPage*.js', async route => route.abort())
    await page.getByRole('link', { name: '窗口', exact: true }).click()
    const said = page.getByRole('alert')
    await said.getByText('页面有一部分没有取到').waitFor()
    expect(await violations(page)).toEqual([])
    // Whoever has gone elsewhere stays there.
    await page.getByRole('link', { name: '事项', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '事项' }).waitFor()
    await said.getByRole('button').click()
    await said.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: '事项' }).waitFor()
    await page.getByRole('link', { name: '窗口', exact: true }).click()
    await said.waitFor()
    await page.unroute('**/assets/WindowsPage*.js')
    await said.getByRole('button').click()
    await page.getByRole('heading', { level: 1, name: '窗口' }).waitFor()
    expect(await said.count()).toBe(0)
    expect(pages.noise.splice(0).filter(text => !/WindowsPage|ERR_FAILED/.test(text))).toEqual([])
  })

  it('fits a phone without scrolling sideways', async () => {
    await pages.page.setViewportSize({ width: 390, height: 844 })
    for (const language of ['zh', 'en']) {
      await pages.page.addInitScript(chosen => localStorage.setItem('language', chosen), language)
      await visit(`/${launch}`)
      expect(await pages.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })
})

describe('accessibility', () => {
  for (const where of ['/', '/measures', '/data']) {
    for (const language of ['zh', 'en']) {
      for (const theme of ['light', 'dark']) {
        it(`finds nothing wrong with ${where} in ${language}, ${theme}`, async () => {
          await choose(pages.page, language, theme)
          await pages.page.goto(`${pages.product.address}${where}${where === '/' ? launch : ''}`)
          await pages.page.waitForSelector(
            where === '/' ? '[data-measure] svg' : where === '/data' ? 'tbody tr' : 'dl',
          )
          await pages.page.waitForLoadState('networkidle')
          expect(await violations(pages.page)).toEqual([])
        })
      }
    }
  }
})
