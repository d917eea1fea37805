import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now, 'leader')
const launch = 'period=2012-08-08..2012-12-31&compare=none'

async function visit(query: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}/wall?${query}&${launch}`)
  await pages.page.locator('[data-panel] .finding').filter({ hasText: /./ }).first().waitFor()
  await pages.page.locator('.wall h1').filter({ hasNotText: '正在核对' }).waitFor()
}
const views = ['savings', 'attention', 'goals', 'windows', 'feedback'] as const

/** A target that is behind its pace, and one that is met. */
async function setGoals(): Promise<void> {
  await load(
    database(),
    { centre: 'pinghe', target: 'targets', now },
    `measure,value,validFrom,validTo\n${['onTimeRate,97', 'savings,60000000']
      .map(code => `${code},2012-08-08,2012-12-31\n`)
      .join('')}`,
  )
}
const panel = async (): Promise<string | null> =>
  pages.page.locator('[data-panel]').getAttribute('data-panel')

describe('the wall', () => {
  it('turns its panels, shows the clock and the last day with data, and waits while it is held', async () => {
    const { page } = pages
    await page.clock.install({ time: new Date('2013-06-30T08:05:00+05:45') })
    await visit('seconds=30&panels=casesAccepted,onTimeRate')
    expect(await page.locator('.clock').textContent()).toBe('08:05')
    expect(await page.locator('footer').textContent()).toContain('2012年12月31日')
    expect(await panel()).toBe('casesAccepted')
    await page.clock.runFor(31_000)
    await page.locator('[data-panel="onTimeRate"]').waitFor()
    await page.clock.runFor(30_000)
    await page.locator('[data-panel="casesAccepted"]').waitFor()
    expect(await page.locator('.clock').textContent()).toBe('08:06')
    await page.keyboard.press(' ')
    await page.clock.runFor(120_000)
    expect(await panel()).toBe('casesAccepted')
  })

  it('does not say that nothing needs action before it has looked', async () => {
    const { page, product } = pages
    let open: () => void = () => undefined
    const gate = new Promise<void>(resolve => (open = resolve))
    await page.route(/\/trpc\/[^?]*measures\.ask/, async route => {
      await gate
      await route.continue()
    })
    await page.goto(`${product.address}/wall?seconds=3600&${launch}`)
    const sentence = page.locator('.wall h1')
    await sentence.filter({ hasText: '正在核对' }).waitFor()
    open()
    await sentence.filter({ hasNotText: '正在核对' }).waitFor()
  })

  it('follows the data while it stands', async () => {
    const { page } = pages
    await visit('seconds=3600')
    const figure = page.locator('li[data-measure="casesAccepted"] .value')
    const before = await figure.textContent()
    const rows = Array.from(
      { length: 9 },
      (_, index) => `WALL-${index},PH-FG-01,2012-12-0${index + 1} 09:00,2012-12-0${index + 1} 09:05`,
    )
    const { loaded } = await load(
      database(),
      { centre: 'pinghe', target: 'cases', now },
      `caseNumber,item,receivedAt,acceptedAt\n${rows.join('\n')}\n`,
    )
    expect(loaded).toBe(9)
    await expect.poll(async () => figure.textContent(), { timeout: 45_000 }).not.toBe(before)
  }, 90_000)

  it.each([
    [1920, 1080],
    [3840, 2160],
  ])('fits a screen of %i × %i in type of a thirtieth of its height', async (width, height) => {
    const { page } = pages
    await page.setViewportSize({ width, height })
    await setGoals()
    for (const [language, view] of ['zh', 'en'].flatMap(tongue =>
      views.map(view => [tongue, view] as const),
    )) {
      await choose(page, language, 'dark')
      await visit(`seconds=3600&panels=${view}`)
      // A goal that arrives later makes the head higher: the chart takes its new room in the next frame.
      const measured = async () =>
        page.evaluate(() => {
          const sizes = Array.from(
            document.querySelectorAll('.wall p, .wall h1, .wall h2, .wall small'),
            element => Number.parseFloat(getComputedStyle(element).fontSize),
          )
          const ofChart = Array.from(document.querySelectorAll('.wall svg text'), element => {
            const scale = (element as SVGTextElement).getScreenCTM()?.a ?? 1
            return Number.parseFloat(getComputedStyle(element).fontSize) * scale
          })
          const { scrollWidth, scrollHeight } = document.documentElement
          return {
            over: [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight],
            below: Array.from(document.querySelectorAll('[data-panel] li'))
              .filter(element => {
                const frame = element.closest('[data-panel]')?.getBoundingClientRect()
                return element.getBoundingClientRect().bottom > (frame?.bottom ?? 0)
              })
              .map(element => element.textContent),
            smallest: Math.min(...sizes, ...ofChart),
          }
        })
      const least = Math.floor(height / 30)
      await expect.poll(async () => Math.round((await measured()).smallest)).toBeGreaterThanOrEqual(least)
      await expect.poll(async () => (await measured()).below, { message: `${language} ${view}` }).toEqual([])
      expect((await measured()).over.every(amount => amount <= 0)).toBe(true)
      if (width === 1920) expect(await violations(page)).toEqual([])
    }
  })

  it.each([
    [1440, 900],
    [1920, 1080],
    [3840, 2160],
    [390, 844],
  ])('cuts no text on %i × %i, and shows the goal of a rate', async (width, height) => {
    const { page } = pages
    await setGoals()
    await page.setViewportSize({ width, height })
    for (const language of ['zh', 'en']) {
      await choose(page, language, 'dark')
      await visit('seconds=3600&panels=onTimeRate')
      // A level line has no height, by which it would count as visible.
      await page.locator('[data-panel] polyline.due').waitFor({ state: 'attached' })
      // Each line says in words what it is, and each point what it stands for.
      await page.locator('[data-panel] [data-line="current"]').waitFor()
      await page.locator('[data-panel] [data-line="goal"]').waitFor()
      expect(await page.locator('[data-panel] .told title').first().textContent()).toMatch(/\d.*%/)
      const cut = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.wall p, .wall h1, .wall h2, .wall .line, .wall span'))
          .filter(
            element =>
              element.getBoundingClientRect().right > window.innerWidth ||
              element.scrollWidth > element.clientWidth + 1,
          )
          .filter(element => getComputedStyle(element).display !== 'inline')
          .map(element => element.textContent),
      )
      expect(cut, language).toEqual([])
    }
  })

  it('says in turn what is behind, what needs action, how windows stand and what people say', async () => {
    const { page } = pages
    await setGoals()
    await visit(`seconds=3600&by=hand&panels=${views.join(',')}`)
    const shown = page.locator('[data-panel]')
    // Beside each panel: saved too little by now, in words and not by colour alone.
    expect(await page.locator('.figures [data-measure="savings"] .missed').textContent()).toBe(
      '▼ 慢于目标进度',
    )
    expect(await shown.locator('.finding').textContent()).toMatch(
      /^累计 [\d,.]+ 万元，按进度应达 [\d,.]+ 万元$/,
    )
    await page.keyboard.press('ArrowRight')
    await shown.locator('[data-attention="goal savings"]').waitFor()
    // Each matter with whose it is and what comes next.
    expect(await shown.locator('[data-attention="goal savings"] .what').textContent()).toContain(
      '交易中心 · ',
    )
    await page.keyboard.press('ArrowRight')
    expect(await shown.locator('.finding').textContent()).toBe('2 项目标中 1 项落后')
    expect(await shown.locator('[data-goal="savings"]').textContent()).toContain('▼ 慢于目标进度')
    await page.keyboard.press('ArrowRight')
    expect(await shown.locator('.finding').textContent()).toMatch(/窗口显著低于全厅 [\d.]+%/)
    expect(await shown.locator('[data-member]').count()).toBeGreaterThan(3)
    await page.keyboard.press('ArrowRight')
    expect(await shown.textContent()).toMatch(/锦旗\s*10/)
  })

  it('shows a phone all panels, one below the other, without a turn or a side to scroll to', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await setGoals()
    for (const language of ['zh', 'en']) {
      await choose(page, language, 'dark')
      await visit(`seconds=5&panels=${views.join(',')}`)
      await expect.poll(async () => page.locator('[data-panel]').count()).toBe(views.length)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      expect(await violations(page)).toEqual([])
    }
  })

  it('shows the public how it is served: no signal, no name, no trade, no token in its address', async () => {
    const { page } = pages
    await visit('for=public&panels=savings,casesAccepted')
    expect(await panel()).toBe('casesAccepted')
    await visit('for=public&panels=attention,windows,goals,feedback')
    expect(await panel()).toBe('feedback')
    const text = (await page.locator('.wall').textContent()) ?? ''
    const windows = await database().prisma.window.findMany({ select: { name: true } })
    const trades = await database().prisma.trade.findMany({ select: { name: true, winner: true } })
    const names = [...windows, ...trades].flatMap(one => Object.values(one))
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter(name => name && text.includes(name))).toEqual([])
    expect(text).not.toMatch(/节约|超期|控制价|信号|核查/)
    expect(page.url()).not.toMatch(/token|session|key=/i)
  })
})
