import type { Buffer } from 'node:buffer'
import type { Download, Locator } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { imageSize } from 'image-size'
import { describe, expect, it } from 'vitest'
import { figureOf, measures } from '#measures'
import { leaderScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { choose, usePages } from '../support/pages.ts'
import { sheetCells, unzip } from '../support/unzip.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)
const launch = 'period=2012-10-01..2012-12-31&compare=2012-08-08..2012-09-30'

async function visit(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.locator('main h1').waitFor()
  await pages.page.waitForFunction(
    () =>
      document.querySelector('section.panel, article') !== null &&
      !document.querySelector('.skeleton, [aria-busy="true"]') &&
      [...document.querySelectorAll('.plot')].every(plot => plot.querySelector('svg')),
  )
}
const panel = (name: string): Locator =>
  pages.page.locator('section.panel', { has: pages.page.getByRole('heading', { name, exact: true }) })

async function downloadBy(button: Locator): Promise<{ file: Download; content: Buffer }> {
  const [file] = await Promise.all([pages.page.waitForEvent('download'), button.click()])
  return { file, content: readFileSync(await file.path()) }
}
const exported = async (as: string) => downloadBy(pages.page.locator(`[data-export-as="${as}"]`))

describe('the figures of a panel that are taken away', () => {
  it('are a picture of 1600 by 900 that says what it is, in light colours from the dark theme', async () => {
    await choose(pages.page, 'zh', 'dark')
    await visit(`/?${launch}`)
    const trend = panel('业务量走势')
    const finding = await trend.locator('.finding').textContent()
    const button = trend.locator('[data-export]')
    const place = await button.boundingBox()
    await button.click()
    // What was clicked stays where it was.
    await expect.poll(async () => (await button.boundingBox())?.x).toBe(place?.x)
    const svg = await exported('svg')
    expect(svg.file.suggestedFilename()).toMatch(/-受理量-2012-10-01至2012-12-31\.svg$/)
    const text = svg.content.toString()
    for (const part of [
      '业务量走势',
      '本期',
      '对比期：2012年8月8日至2012年9月30日',
      '数据截至：',
      '来源：亮窗',
    ])
      expect(text).toContain(part)
    expect(text.replaceAll(/<[^>]*>/g, '')).toContain(finding!)
    expect(text).not.toMatch(/#161d27|#8ab7f0|#f0f2f5/i)
    expect(text).toMatch(/#1c4a8a/i)
    const png = await exported('png')
    expect(png.file.suggestedFilename()).toMatch(/\.png$/)
    expect(imageSize(png.content)).toMatchObject({ type: 'png', width: 1600, height: 900 })
  })

  it('are a picture also of windows side by side, whose headings have a font of their own', async () => {
    await visit(`/windows?${launch}`)
    await panel('并排对比').scrollIntoViewIfNeeded()
    await panel('并排对比').locator('.plot svg').first().waitFor()
    await panel('并排对比').locator('[data-export]').click()
    const { content } = await exported('png')
    expect(imageSize(content)).toMatchObject({ type: 'png', width: 1600, height: 900 })
  })

  it('are numbers in a workbook, whose sum is the figure of the page', async () => {
    await visit(`/?${launch}`)
    await panel('业务量走势').locator('[data-export]').click()
    const { file, content } = await exported('xlsx')
    expect(file.suggestedFilename()).toMatch(/-受理量-2012-10-01至2012-12-31\.xlsx$/)
    const parts = await unzip(content)
    const [headings, ...rows] = sheetCells(parts, 1)
    expect(headings?.[1]).toBe('本期（件）')
    const answer = await ask(
      { measures: ['casesAccepted'], centres: ['pinghe'], period: '2012-10-01..2012-12-31' },
      { database: database(), scope: leaderScope, now },
    )
    const sum = rows.reduce((total, row) => total + (row[1] as number), 0)
    expect(sum).toBe(figureOf(measures.casesAccepted, answer.current.overall).value)
    expect(sheetCells(parts, 2)).toContainEqual(['期间', '2012年10月1日至2012年12月31日'])
    const csv = (await exported('csv')).content.toString().replace('\uFEFF', '').trim().split('\r\n')
    expect(csv[0]?.split(',')[1]).toBe('本期（件）')
    expect(csv.slice(1).reduce((total, line) => total + Number(line.split(',')[1]), 0)).toBe(sum)
    const entries = await database().prisma.auditEntry.findMany({
      where: { action: 'export', subject: '业务量走势' },
    })
    expect(entries.map(entry => (entry.details as { format: string }).format)).toContain('xlsx')
  })

  it('go into the clipboard as a picture, and say so where the browser refuses', async () => {
    const { page } = pages
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await visit(`/?${launch}`)
    await panel('业务量走势').locator('[data-export]').click()
    await page.locator('[data-export-as="image"]').click()
    await page.getByText('图片已复制，可粘贴到微信或文档').waitFor()
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(item => item.types),
    )
    expect(types).toContain('image/png')
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.locator('[data-export-as="image"]').click()
    await page.getByText('浏览器不允许复制图片，可导出 PNG').waitFor()
  })
})

describe('a whole page that is taken away', () => {
  it('is one workbook with a sheet for each panel, whose names differ', async () => {
    await visit(`/windows?${launch}`)
    await pages.page.locator('[data-page-export]').click()
    const { file, content } = await downloadBy(pages.page.locator('[data-page-as="xlsx"]'))
    expect(file.suggestedFilename()).toMatch(/-窗口-2012-10-01至2012-12-31\.xlsx$/)
    const parts = await unzip(content)
    const names = Array.from(
      parts
        .get('xl/workbook.xml')!
        .toString()
        .matchAll(/<sheet [^>]*name="([^"]*)"/g),
      match => match[1]!,
    )
    expect(names).toEqual(expect.arrayContaining(['窗口对比', '并排对比', '逐级查看', '说明']))
    expect(new Set(names).size).toBe(names.length)
    expect(Math.max(...names.map(name => name.length))).toBeLessThanOrEqual(31)
    const drill = sheetCells(parts, names.indexOf('逐级查看') + 1)
    const answer = await ask(
      { measures: ['casesCompleted'], centres: ['pinghe'], period: '2012-10-01..2012-12-31' },
      { database: database(), scope: leaderScope, now },
    )
    const column = drill[0]!.indexOf('办结量（件）')
    const sum = drill.slice(1).reduce((total, row) => total + (row[column] as number), 0)
    expect(sum).toBe(figureOf(measures.casesCompleted, answer.current.overall).value)
  })

  it('holds the ledger with every trade in it, and the signals', async () => {
    await visit(`/trading?${launch}`)
    await panel('交易台账').locator('tbody .line').first().waitFor()
    await pages.page.locator('[data-page-export]').click()
    const { content } = await downloadBy(pages.page.locator('[data-page-as="xlsx"]'))
    const parts = await unzip(content)
    const names = Array.from(
      parts
        .get('xl/workbook.xml')!
        .toString()
        .matchAll(/<sheet [^>]*name="([^"]*)"/g),
      match => match[1]!,
    )
    const [headings, ...rows] = sheetCells(parts, names.indexOf('交易台账') + 1)
    const answer = await ask(
      { measures: ['tradesConcluded', 'savings'], centres: ['pinghe'], period: '2012-10-01..2012-12-31' },
      { database: database(), scope: leaderScope, now },
    )
    const { overall } = answer.current
    expect(rows.length).toBe(figureOf(measures.tradesConcluded, overall).value)
    const saved = headings!.findIndex(heading => /^节约.*（元）$/.test(String(heading)))
    const sum = rows.reduce((total, row) => total + ((row[saved] as number | null) ?? 0), 0)
    expect(Math.round(sum * 100)).toBe(figureOf(measures.savings, overall).value)
    expect(sheetCells(parts, names.indexOf('值得核查') + 1).length).toBeGreaterThan(10)
  })

  it('has the figures at its head in the workbook, too', async () => {
    await visit(`/?${launch}`)
    await pages.page.locator('[data-page-export]').click()
    const { content } = await downloadBy(pages.page.locator('[data-page-as="xlsx"]'))
    const [headings, ...rows] = sheetCells(await unzip(content), 1)
    expect(headings).toContain('单位')
    const answer = await ask(
      { measures: ['casesAccepted'], centres: ['pinghe'], period: '2012-10-01..2012-12-31' },
      { database: database(), scope: leaderScope, now },
    )
    const { value } = figureOf(measures.casesAccepted, answer.current.overall)
    expect(rows.find(([name]) => name === '受理量')?.slice(1, 3)).toEqual([value, '件'])
  })

  it('is a light paper with a head from the dark theme, without buttons; the screen stays', async () => {
    const { page } = pages
    await choose(page, 'zh', 'dark')
    await visit(`/?${launch}`)
    // As a browser does it: it says that it will print before the page is laid out for paper. The file
    // that draws charts for paper comes after the first chart; until it has come they stay as they are.
    const drawn = await page.waitForFunction(() => {
      dispatchEvent(new Event('beforeprint'))
      const charts = Array.from(document.querySelectorAll('.panel .chart svg'), svg => ({
        width: Number(svg.getAttribute('width')),
        strokes: Array.from(svg.querySelectorAll('[stroke]'), element => element.getAttribute('stroke')).join(
          ' ',
        ),
      }))
      if (charts.some(({ width }) => width === 660)) return charts
      dispatchEvent(new Event('afterprint'))
      return false
    })
    const charts = (await drawn.jsonValue()) || []
    expect(charts.length).toBeGreaterThan(0)
    expect(Math.max(...charts.map(({ width }) => width))).toBeLessThanOrEqual(660)
    expect(charts.map(({ strokes }) => strokes).join(' ')).not.toMatch(/#8ab7f0|#7688a3/i)
    await page.emulateMedia({ media: 'print' })
    const head = await page.locator('.paper-head').textContent()
    for (const part of [
      '期间：2012年10月1日至2012年12月31日',
      '对比期：2012年8月8日至2012年9月30日',
      '数据截至：',
    ])
      expect(head).toContain(part)
    for (const hidden of ['header.bar', '[data-export]', '.panel .tools', '.panel select'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    expect(
      await page
        .locator('.panel')
        .first()
        .evaluate(element => getComputedStyle(element).backgroundColor),
    ).toBe('rgb(255, 255, 255)')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.paper-head').count()).toBe(0)
    expect(await page.locator('html[data-paper]').count()).toBe(0)
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
