import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Language, MeasureId } from '#measures'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import type { Product } from '../../server/product.ts'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { figureOf, measureNamed, printValue } from '#measures'
import { clientFolder, ensureClient } from '../../server/clientBuild.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { startProduct } from '../../server/product.ts'
import { ask } from '../../server/query/ask.ts'
import { openBrowser } from '../support/browser.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const launch = '?period=2012-08-08..2012-12-31&compare=none'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let product: Product
let browser: Browser
let folder: string
let context: BrowserContext
let page: Page
let noise: string[]

beforeAll(async () => {
  await ensureClient()
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-e2e-'))
  product = await startProduct({ host: '127.0.0.1', port: 0, databaseUrl: database().url, dataFolder: folder, clock: () => now, limits: defaultLimits }, { clientFolder, say: () => undefined })
  browser = await openBrowser()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Kathmandu' })
  page = await context.newPage()
  noise = []
  page.on('console', message => ['error', 'warning'].includes(message.type()) && noise.push(message.text()))
  page.on('pageerror', error => noise.push(error.message))
  page.on('request', request => !request.url().startsWith(product.address) && !request.url().startsWith('data:') && noise.push(`foreign request ${request.url()}`))
})
afterEach(async () => {
  await context.close()
  expect(noise).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function visit(where: string): Promise<void> {
  await page.goto(`${product.address}${where}`)
  await page.waitForSelector('[data-measure]')
  await page.waitForLoadState('networkidle')
}

async function printed(id: MeasureId, language: Language, period = '2012-08-08..2012-12-31'): Promise<string> {
  const answer = await ask({ measures: [id], centres: ['pinghe'], period }, { database: database(), scope: leaderScope, now })
  const { text, unit } = printValue(figureOf(measureNamed(id), answer.current.overall).value, measureNamed(id).unit, language)
  return `${text}${unit}`
}

const card = (id: MeasureId) => page.locator(`article[data-measure="${id}"]`)
const line = (id: MeasureId) => page.locator(`li[data-measure="${id}"]`)

describe('the overview in a real browser', () => {
  it('shows on its cards what ask answers, in both languages', async () => {
    await visit(`/${launch}`)
    for (const language of ['zh', 'en'] as const) {
      if (language === 'en')
        await page.getByRole('button', { name: 'English' }).click()
      for (const id of ['casesAccepted', 'casesCompleted', 'sameDayRate', 'onTimeRate', 'averageHandlingTime', 'overdueOpenCases', 'savings', 'banners'] as const)
        expect((await card(id).locator('.value, .unit').allTextContents()).join('').replaceAll(/\s/g, ''), id).toBe((await printed(id, language)).replaceAll(/\s/g, ''))
    }
  })

  it('prints the briefing\'s figures', async () => {
    await visit(`/${launch}`)
    expect(await line('tradesConcluded').locator('.value').textContent()).toBe('104 宗')
    expect(await line('tradeAmount').locator('.value').textContent()).toBe('3.54 亿元')
    expect(await line('tradesPerWorkingDay').locator('.value').textContent()).toBe('1.04 宗／工作日')
    expect(await line('instantItemShare').textContent()).toContain('317／382')
    expect(await line('tradeIntegrityComplaintRate').textContent()).toContain('2.8%')
    expect(await page.locator('.claims').textContent()).toContain('平均每个工作日完成2宗交易')
    expect(await page.locator('.headline').textContent()).toContain('演示数据')
  })

  it('says how a figure is counted, with the keyboard alone', async () => {
    await visit(`/${launch}`)
    await card('onTimeRate').getByRole('button', { name: /口径/ }).focus()
    await page.keyboard.press('Enter')
    const definition = page.locator('.definition-card')
    await definition.waitFor()
    expect(await definition.textContent()).toContain(measureNamed('onTimeRate').formula.zh)
    await page.keyboard.press('Escape')
    await definition.waitFor({ state: 'detached' })
  })

  it('drills down from a figure to its rows, splits and sorts them', async () => {
    await visit(`/${launch}`)
    await card('onTimeRate').locator('.figure').click()
    const drawer = page.getByRole('dialog')
    await drawer.locator('tbody tr').first().waitFor()
    expect((await drawer.textContent())?.replaceAll(',', '')).toContain((await printed('casesCompleted', 'zh')).replaceAll(/\D/g, ''))
    await drawer.getByRole('button', { name: '未达到的' }).click()
    await page.waitForFunction(() => document.querySelectorAll('.rows-drawer tbody tr').length > 0 && [...document.querySelectorAll('.rows-drawer tbody tr')].every(row => row.textContent?.includes('超期')))
    await drawer.getByRole('button', { name: /办结时间/ }).click()
    await drawer.locator('th[aria-sort="ascending"]').waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  it('keeps every filter in the address; Back undoes; a link reproduces the screen', async () => {
    await visit(`/${launch}`)
    const before = await card('casesCompleted').locator('.value').textContent()
    await page.locator('[data-filter="window"]').selectOption('FG')
    await page.waitForURL(/window=FG/)
    await page.waitForFunction(text => document.querySelector('article[data-measure="casesCompleted"] .value')?.textContent !== text, before)
    const filtered = await card('casesCompleted').locator('.value').textContent()
    expect(await page.getByText('不随窗口筛选变化').count()).toBeGreaterThan(0)
    await visit(new URL(page.url()).pathname + new URL(page.url()).search)
    expect(await card('casesCompleted').locator('.value').textContent()).toBe(filtered)
    await page.goBack()
    await page.waitForFunction(text => document.querySelector('article[data-measure="casesCompleted"] .value')?.textContent === text, before)
  })

  it('shows the same numbers in a table as in the picture', async () => {
    await visit(`/${launch}`)
    const ranking = page.locator('section', { has: page.getByRole('heading', { name: '窗口对比' }) })
    await ranking.getByRole('button', { name: '表格' }).click()
    const counts = await ranking.locator('tbody td:nth-child(2)').allTextContents()
    const sum = counts.reduce((total, text) => total + Number(text.replaceAll(/[^\d.]/g, '')), 0)
    expect(counts).toHaveLength(45)
    expect(`${sum.toLocaleString('en-US')}件`).toBe((await printed('casesCompleted', 'zh')).replaceAll(' ', ''))
  })

  it('says what is wrong with a period and offers to try again', async () => {
    await page.goto(`${product.address}/?period=2012-12-31..2012-08-08`)
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByRole('alert').first().textContent()).toContain('时间段的开始 2012-12-31 晚于结束 2012-08-08')
    expect(noise.splice(0).every(text => text.includes('400'))).toBe(true)
  })

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const language of ['zh', 'en']) {
      await page.addInitScript(chosen => localStorage.setItem('language', chosen), language)
      await visit(`/${launch}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })
})

describe('accessibility', () => {
  for (const where of ['/', '/measures', '/data']) {
    for (const language of ['zh', 'en']) {
      for (const theme of ['light', 'dark']) {
        it(`finds nothing wrong with ${where} in ${language}, ${theme}`, async () => {
          await page.addInitScript(([chosen, look]) => {
            localStorage.setItem('language', chosen ?? '')
            localStorage.setItem('theme', look ?? '')
          }, [language, theme])
          await page.goto(`${product.address}${where}${where === '/' ? launch : ''}`)
          await page.waitForSelector(where === '/' ? '[data-measure] svg' : where === '/data' ? 'tbody tr' : 'dl')
          await page.waitForLoadState('networkidle')
          // Evaluated, not added as a script: the page's own policy rightly refuses that.
          await page.evaluate(axeSource)
          const found = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string, nodes: { target: unknown }[] }[] }> } }
            return (await axe.run()).violations.map(one => `${one.id} ${JSON.stringify(one.nodes.slice(0, 3).map(node => node.target))}`)
          })
          expect(found).toEqual([])
        })
      }
    }
  }
})
