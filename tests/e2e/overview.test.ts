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

  it('leaves what waits now out of a period that is over', async () => {
    await visit('/?period=2012-11&compare=none')
    const { page } = pages
    await page.locator('.todo').waitFor()
    await page.locator('.todo a', { hasText: '看现在' }).waitFor()
    expect(await page.locator('[data-attention="due"], [data-attention="reports"]').count()).toBe(0)
    expect(await page.locator('.headline h1').textContent()).not.toContain('没有须尽快处理')
  })

  it('drills down from a figure to its rows, splits and sorts them', async () => {
    await visit(`/${launch}`)
    await card('onTimeRate').locator('.figure').click()
    const drawer = pages.page.getByRole('dialog')
    await drawer.locator('tbody tr').first().waitFor()
    expect((await drawer.textContent())?.replaceAll(',', '')).toContain(
      (await printed('casesCompleted', 'zh')).replaceAll(/\D/g, ''),
    )
    await drawer.getByRole('button', { name: /^超期的/ }).click()
    // What is the same in all records is said once above them.
    await drawer.locator('.alike', { hasText: '对承诺时限 超期' }).waitFor()
    expect(await drawer.locator('tbody tr').count()).toBeGreaterThan(0)
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
    expect(await pages.page.getByText('不受窗口筛选影响').count()).toBeGreaterThan(0)
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
    await ranking.locator('select:not([data-rank-sort])').selectOption('casesCompleted')
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
    await said.getByText('页面有一部分没有载入').waitFor()
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

  it('says of a part of the hall what was looked at, and leads to the whole of it', async () => {
    const { page } = pages
    await visit(`/${launch}&window=FG`)
    const looked = page.locator('.todo .looked')
    await looked.waitFor()
    expect(await looked.textContent()).toMatch(/已核对：.*只按全厅核对/)
    expect(await page.locator('.headline h1').textContent()).not.toBe('没有需要处理的事项。')
    expect(await violations(page)).toEqual([])
    await looked.getByRole('link', { name: '看全厅' }).click()
    await page.waitForURL(url => !url.searchParams.has('window'))
    expect(new URL(page.url()).searchParams.get('period')).toBe('2012-08-08..2012-12-31')
  })

  it('says of an address that is no page that it is none, and where the pages are', async () => {
    const { page } = pages
    await page.goto(`${pages.product.address}/nowhere/at-all`)
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    await page.locator('main').getByText('/nowhere/at-all').waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('main').getByRole('link', { name: '窗口', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '窗口对比' }).waitFor()
  })

  it('opens a folded panel of a phone by its whole heading, which says what is in it', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await visit(`/${launch}`)
    const folded = page.locator('section.panel', { has: page.locator('.unfold') })
    await folded.nth(4).waitFor()
    // What describes the hall and asks for nothing stands behind one line.
    await page.locator('[data-more]').click()
    await folded.nth(7).waitFor()
    await expect
      .poll(async () =>
        folded.evaluateAll(all =>
          all.map(element =>
            element.querySelector('.finding')?.textContent ? '' : element.querySelector('h2')?.textContent,
          ),
        ),
      )
      .toEqual(Array.from({ length: await folded.count() }, () => ''))
    const hall = folded.filter({ has: page.getByRole('heading', { name: '大厅一览' }) })
    expect(await hall.locator('.finding').textContent()).toMatch(/\d+ 个/)
    // The field of the button lies over the heading: a finger meets it wherever it taps.
    await hall.locator('h2').click({ force: true })
    await hall.locator('[data-measure="windowCount"]').waitFor()
    await hall.locator('.finding').click({ force: true })
    await hall.locator('[data-measure="windowCount"]').waitFor({ state: 'detached' })
  })

  it('begins with what has to be done, and is no longer than two screens of a wall', async () => {
    const { page } = pages
    const top = async (): Promise<number> =>
      page
        .locator('[data-attention]')
        .first()
        .evaluate(element => element.getBoundingClientRect().top + window.scrollY)
    await page.setViewportSize({ width: 390, height: 844 })
    await visit(`/${launch}`)
    await page.locator('[data-attention]').first().waitFor()
    expect(await top()).toBeLessThan(300)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2600)
  })

  it.each(['zh', 'en'])('gives each matter the room of its words in %s', async language => {
    const { page } = pages
    await choose(page, language, 'light')
    await visit(`/${launch}`)
    const overlaps = await page.locator('.todo li').evaluateAll(rows =>
      rows.flatMap(row => {
        const end = row.getBoundingClientRect().bottom
        const last = row.querySelector('.what')?.getBoundingClientRect().bottom ?? 0
        return last > end + 1 ? [row.textContent] : []
      }),
    )
    expect(overlaps).toEqual([])
    expect(await page.locator('.todo li').count()).toBeGreaterThan(0)
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
            where === '/' ? '[data-measure] svg' : where === '/data' ? 'tbody tr' : 'details summary',
          )
          await pages.page.waitForLoadState('networkidle')
          expect(await violations(pages.page)).toEqual([])
        })
      }
    }
  }
})
