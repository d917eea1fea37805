import type { MeasureId } from '#measures'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed, printLine } from '#measures'
import { leaderScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load } from '../support/load.ts'
import { choose, usePages, violations } from '../support/pages.ts'
import { chinese } from '../support/printing.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const launch = '/trading?centre=pinghe&period=2012-08-08..2012-12-31&compare=none'
const pages = usePages(database, now, 'leader')

async function visit(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.locator('.scroller tbody tr.line').first().waitFor()
  await pages.page.waitForLoadState('networkidle')
}

async function printed(id: MeasureId): Promise<string> {
  const { current } = await ask(
    { measures: [id], centres: ['pinghe'], period: '2012-08-08..2012-12-31' },
    { database: database(), scope: leaderScope, now },
  )
  return printLine(figureOf(measureNamed(id), current.overall).value, measureNamed(id), chinese)
}

describe('the trading centre in a real browser', () => {
  it("prints the briefing's figures, each under its own name", async () => {
    await visit(launch)
    const line = (id: MeasureId) => pages.page.locator(`li[data-measure="${id}"] .value`).first()
    expect(await line('tradesConcluded').textContent()).toBe('104 宗')
    expect(await line('tradeAmount').textContent()).toBe('3.54 亿元')
    const saved = pages.page.locator('[data-part="savings"]')
    expect((await saved.locator('.figure').textContent())?.trim()).toBe(await printed('savings'))
    // A figure stands on the page once.
    expect(await line('savings').count()).toBe(0)
    // 9.1–9.6 % of the base and 10.0–10.6 % of the award: two rates, two names.
    const [base, award] = await Promise.all([
      saved.locator('.rate').textContent(),
      line('savingsRateOnAward').textContent(),
    ])
    const ofBase = Number.parseFloat(/[\d.]+(?=%)/.exec(base ?? '')?.[0] ?? '')
    expect(ofBase).toBeGreaterThanOrEqual(9.1)
    expect(ofBase).toBeLessThanOrEqual(9.6)
    expect(Number.parseFloat(award ?? '')).toBeGreaterThanOrEqual(10)
    expect(Number.parseFloat(award ?? '')).toBeLessThanOrEqual(10.6)
    expect(await pages.page.locator('main').textContent()).toContain('仅含按金额计价的工程与采购')
  })

  it('adds the ledger up by what is chosen, to the same total, and a line opens its trades', async () => {
    await visit(launch)
    const foot = pages.page.locator('tfoot tr')
    const total = await foot.textContent()
    for (const by of ['method', 'buyer', 'round', 'month', 'category']) {
      await pages.page.locator('[data-ledger="by"]').selectOption(by)
      await pages.page.waitForLoadState('networkidle')
      expect(await foot.textContent(), by).toBe(total)
    }
    await pages.page.locator('section', { hasText: '节约台账汇总' }).locator('tbody button').first().click()
    const ledger = pages.page.locator('section', { has: pages.page.locator('.scroller') })
    await pages.page.waitForFunction(
      () =>
        !document
          .querySelector('.scroller')
          ?.closest('section')
          ?.querySelector('.finding')
          ?.textContent?.includes('104'),
    )
    await ledger.getByRole('button', { name: /×/ }).click()
    await pages.page.waitForFunction(() =>
      document
        .querySelector('.scroller')
        ?.closest('section')
        ?.querySelector('.finding')
        ?.textContent?.includes('104'),
    )
  })

  it('opens what a line says while the next split is on its way', async () => {
    await visit(launch)
    const totals = pages.page.locator('section', { hasText: '节约台账汇总' })
    await pages.page.locator('[data-ledger="by"]').selectOption('method')
    await totals.locator('thead th', { hasText: '方式' }).waitFor()
    const line = totals.locator('tbody tr').first()
    const count = ((await line.locator('td').first().textContent()) ?? '').replaceAll(/\D/g, '')
    let answer = (): void => undefined
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    await pages.page.route('**/trpc/measures.ask**', async route => {
      await held
      await route.continue()
    })
    // A split that was not shown before: one that was would be there at once.
    await pages.page.locator('[data-ledger="by"]').selectOption('buyer')
    await line.getByRole('button').click()
    await pages.page.waitForFunction(
      text =>
        document
          .querySelector('.scroller')
          ?.closest('section')
          ?.querySelector('.finding')
          ?.textContent?.replaceAll(/\D/g, '') === text,
      count,
    )
    answer()
    await totals.locator('thead th', { hasText: '采购（招标）人' }).waitFor()
    await pages.page.unrouteAll({ behavior: 'wait' })
  })

  it('keeps fifty thousand trades in a table of which only what is in sight is there', async () => {
    await addCentre(database(), 'large')
    const rows = Array.from(
      { length: 50_000 },
      (_, index) =>
        `L${String(index).padStart(5, '0')},项目${index},works,openTender,` +
        `${1000 + index}.00,${900 + index}.50,concluded,住建局,` +
        `2012-${String((index % 12) + 1).padStart(2, '0')}-0${(index % 9) + 1}`,
    )
    await load(
      database(),
      { centre: 'large', target: 'trades' },
      `tradeCode,name,category,method,base,award,outcome,buyer,concludedDay\n${rows.join('\n')}\n`,
    )
    await visit('/trading?centre=large&period=2012&compare=none')
    const scroller = pages.page.locator('.scroller')
    expect(await scroller.locator('table').getAttribute('aria-rowcount')).toBe('50001')
    await scroller.getByRole('button', { name: '交易编号' }).click()
    await scroller.locator('td', { hasText: 'L00000' }).waitFor()
    await scroller.evaluate(element => element.scrollTo({ top: element.scrollHeight }))
    await scroller.locator('td', { hasText: 'L49999' }).waitFor()
    expect(await scroller.locator('tr.line').count()).toBeLessThan(80)
  }, 120_000)

  it.each(['zh', 'en'])(
    'cuts no heading of the ledger and nothing that is read first, in %s',
    async language => {
      const { page } = pages
      await choose(page, language, 'light')
      await visit(launch)
      const cut = await page.evaluate(() => {
        const edge = document.querySelector('.scroller')?.getBoundingClientRect().right ?? 0
        const first =
          'td:is(.concludedDay, .name, .winner, .baseFen, .awardFen, .savingFen, .discountRate, .tradeCode)'
        return Array.from(document.querySelectorAll(`.scroller thead th, .scroller ${first}`)).flatMap(
          element => {
            const isCut = element.scrollWidth > element.clientWidth + 1
            const isBeyond = element.matches(first) && element.getBoundingClientRect().right > edge
            // The last column in sight ends at the edge.
            const { left, right } = element.getBoundingClientRect()
            const isHalved = element.matches('th') && left < edge - 3 && right > edge + 3
            return isCut || isBeyond || isHalved ? [`${element.className}: ${element.textContent}`] : []
          },
        )
      })
      expect(cut).toEqual([])
    },
  )

  it('sets each trade and each sum as a card on a phone, with nothing aside', async () => {
    const { page, product } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${product.address}${launch}`)
    // Totals, ledger and process are folded until they are asked for.
    const folded = page.locator('.unfold[aria-expanded="false"]')
    await folded.nth(2).waitFor()
    expect(await page.locator('.ledger').count()).toBe(0)
    for (let left = 3; left > 0; left--) await folded.first().click()
    const cards = page.locator('.ledger .card')
    await cards.first().locator('.savingFen dd').waitFor()
    await page.locator('tfoot [data-name]').first().waitFor()
    const first = await cards.count()
    const beyond = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.ledger *, section:has(tfoot) *')).flatMap(element =>
        element.getBoundingClientRect().right > innerWidth + 1 ? [element.textContent] : [],
      ),
    )
    expect(beyond).toEqual([])
    await page.getByRole('button', { name: '显示更多（另有 96 宗）' }).click()
    expect(await cards.count()).toBeGreaterThan(first)
    await page.locator('.ledger select').selectOption('savingFen')
    expect(await cards.count()).toBe(first)
    await cards.first().getByRole('link').click()
    await page.waitForURL(/\/trading\/.+/)
  })

  it('groups the ledger by what is chosen: groups with heading and count, the same trades', async () => {
    await visit(launch)
    await pages.page.locator('[data-ledger="group"]').selectOption('category')
    await pages.page.locator('.scroller tr.group').first().waitFor()
    const scroller = pages.page.locator('.scroller')
    expect(Number(await scroller.locator('table').getAttribute('aria-rowcount'))).toBe(104 + 1 + 2)
    const heads: string[] = []
    for (const top of [0, 1e6]) {
      await scroller.evaluate((element, where) => element.scrollTo({ top: where }), top)
      await pages.page.waitForTimeout(300)
      heads.push(...(await scroller.locator('tr.group th').allTextContents()))
    }
    const counted = await ask(
      {
        measures: ['tradesConcluded'],
        centres: ['pinghe'],
        period: '2012-08-08..2012-12-31',
        groupBy: ['category'],
      },
      { database: database(), scope: leaderScope, now },
    )
    const counts = counted.current.totals.map(
      cell => figureOf(measureNamed('tradesConcluded'), cell.parts).value,
    )
    expect(heads.length).toBeGreaterThan(0)
    expect(counts).toEqual(expect.arrayContaining(heads.map(head => Number(/\d+$/.exec(head.trim())?.[0]))))
    expect(await violations(pages.page)).toEqual([])
  })

  it('draws savings against the pace of the target, and says whether they are ahead of it', async () => {
    await addCentre(database(), 'aiming')
    await load(
      database(),
      { centre: 'aiming', target: 'trades' },
      'tradeCode,name,category,base,award,outcome,concludedDay\nT1,甲,works,1000,800,' +
        'concluded,2012-01-10\nT2,乙,works,1000,900,concluded,2012-06-20\n',
    )
    expect(
      await load(
        database(),
        { centre: 'aiming', target: 'targets' },
        'measure,value,validFrom,validTo\nsavings,100000000,2012-01-01,' +
          '2012-06-30\nsavings,400,2012-01-01,2012-12-31\n',
      ),
    ).toMatchObject({ loaded: 2 })
    await pages.page.goto(`${pages.product.address}/trading?centre=aiming&period=2012&compare=none`)
    // 300 of 400 yuan are three quarters; the whole year has gone.
    await pages.page.locator('.pace', { hasText: '今日应达 400 元，尚差 100 元' }).waitFor()
    const pace = pages.page.locator('.pace')
    expect(await pace.textContent()).toContain('已完成 75.0%')
    expect(await pace.textContent()).toContain('目标 400 元')
    await pages.page.goto(
      `${pages.product.address}/trading?centre=aiming&period=2012-01-01..2012-06-30&compare=none`,
    )
    await pages.page.locator('.pace', { hasText: '目标 1.00 亿元' }).waitFor()
  })

  it('adds up at the foot of the ledger what its view shows, and gains apart from savings', async () => {
    await visit(launch)
    const ledger = pages.page.locator('section.panel', {
      has: pages.page.getByRole('heading', { name: '交易台账', exact: true }),
    })
    const heads = (await ledger.locator('thead th').allTextContents()).map(text =>
      text.replace(/[▲▼\s]/g, ''),
    )
    expect(heads.slice(0, 2)).toEqual(['成交日', '项目（标段）'])
    expect(heads.filter(head => ['基准价', '成交价', '节约', '节约率'].includes(head))).toEqual([
      '基准价',
      '成交价',
      '节约',
      '节约率',
    ])
    const sum = (id: MeasureId) => ledger.locator(`[data-sum="${id}"] b`)
    await sum('savings').waitFor()
    expect(await sum('savings').textContent()).toBe(await printed('savings'))
    await ledger.getByRole('button', { name: '土地产权' }).click()
    // No land was sold in these months; the other views stay within reach.
    await ledger.getByText('这一时期没有数据').waitFor()
    expect(await sum('savings').count()).toBe(0)
    await ledger.getByRole('button', { name: '流标废标' }).click()
    await sum('tradeFailureRate').waitFor()
    expect(await sum('tradeFailureRate').textContent()).toBe(await printed('tradeFailureRate'))
    // What ended without an award has no winner and no savings.
    await ledger.getByRole('button', { name: '终止日' }).waitFor()
    const ended = (await ledger.locator('thead th').allTextContents()).map(text =>
      text.replace(/[▲▼\s]/g, ''),
    )
    expect(ended.slice(0, 6)).toEqual([
      '终止日',
      '项目（标段）',
      '交易结果',
      '招标次数',
      '投标家数',
      '基准价',
    ])
    expect(ended.filter(head => ['中标人', '成交价', '节约', '节约率'].includes(head))).toEqual([])
  })

  it('says once that nothing was traded, and leads to the nearest day with a trade', async () => {
    const { page } = pages
    await page.goto(`${pages.product.address}/trading?period=2011-01-05&compare=none`)
    const empty = page.locator('[data-empty-page]')
    await empty.waitFor()
    expect(await page.locator('main .panel').count()).toBe(0)
    await empty.locator('[data-go]').click()
    // Another test of this file loads trades of other days.
    await page.waitForURL(({ searchParams }) => searchParams.get('period') !== '2011-01-05')
    await page.locator('#ledger').waitFor()
    expect(await empty.count()).toBe(0)
  })

  it('leads on from the number of no trade to the ledger', async () => {
    const { page } = pages
    await page.goto(`${pages.product.address}/trading/NOPE?centre=pinghe`)
    await page.getByRole('heading', { name: '没有这宗交易' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('“NOPE”')
    expect(await page.getByText('数据读取失败').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    pages.noise.splice(0)
    await page.getByRole('link', { name: '打开交易台账' }).click()
    await page.locator('#ledger').waitFor()
  })

  it('says what is worth asking about, and shows what is priced by rate and what failed', async () => {
    await visit(launch)
    const signals = pages.page.locator('[data-signal]')
    // What was found stands open; the others come when they are asked for.
    const count = await signals.count()
    await pages.page.getByRole('button', { name: `另有 ${20 - count} 项未见异常，展开` }).click()
    expect(await signals.count()).toBe(20)
    const concentration = pages.page.locator('[data-signal="concentration"]')
    // What found nothing says what it asks and how without another click.
    expect(await concentration.textContent()).toContain('HHI')
    await pages.page.locator('.views').getByRole('button', { name: '流标废标' }).click()
    await pages.page.waitForFunction(() =>
      document
        .querySelector('.scroller')
        ?.closest('section')
        ?.querySelector('.finding')
        ?.textContent?.includes('5'),
    )
  })

  it('opens a trade from the ledger: steps, bids from the lowest, experts; and comes back', async () => {
    await visit(launch)
    await pages.page.locator('.scroller tbody a').first().click()
    await pages.page.locator('.steps').waitFor()
    expect(await pages.page.locator('.steps li:not(.missing)').count()).toBe(4)
    // A step without a date keeps its place, and what is lacking is among the next steps.
    expect(await pages.page.locator('.steps li').count()).toBe(5)
    await pages.page.locator('[data-next="lacking"]').waitFor()
    expect(await pages.page.locator('main').textContent()).toMatch(/个工作日/)
    const amounts = (
      await pages.page
        .locator('section', { hasText: '投标报价' })
        .locator('tbody td:nth-child(2)')
        .allTextContents()
    ).map(text => Number(text.replaceAll(',', '')))
    expect(amounts.length).toBeGreaterThan(2)
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
    expect(await violations(pages.page)).toEqual([])
    await pages.page.goBack()
    await pages.page.locator('.scroller tbody tr.line').first().waitFor()
  })

  it.each([
    ['zh', 'light'],
    ['zh', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ])('has no fault for axe in %s, %s', async (language, theme) => {
    await choose(pages.page, language, theme)
    await visit(launch)
    expect(await violations(pages.page)).toEqual([])
  })
})
