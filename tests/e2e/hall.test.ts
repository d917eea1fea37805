import type { RoleName } from '../../server/access/roles.ts'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, signInOn, usePages, violations } from '../support/pages.ts'
import { textIn, unzip } from '../support/unzip.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)
const launch = 'period=2012-08-08..2012-12-31&compare=none'

async function visit(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}?${launch}`)
  await pages.page.locator('main h1').waitFor()
  await pages.page.waitForFunction(
    () =>
      document.querySelector('section.panel') !== null &&
      !document.querySelector('.skeleton, [aria-busy="true"]') &&
      [...document.querySelectorAll('.plot')].every(plot => plot.querySelector('svg')),
  )
}

async function enter(role: RoleName, language = 'zh', theme = 'light'): Promise<void> {
  await choose(pages.page, language, theme)
  await signInOn(pages.page.context(), pages.product.address, role)
}

const panel = (name: string) =>
  pages.page.locator('section.panel', { has: pages.page.getByRole('heading', { name, exact: true }) })
const drawer = () => pages.page.getByRole('dialog')

/** Opens the records behind something, hands over the headings and how many there are, and closes them. */
async function recordsOf(opens: () => Promise<void>): Promise<{ headings: string[]; total: string }> {
  await opens()
  await drawer().locator('tbody tr').first().waitFor()
  const headings = (await drawer().locator('thead th').allTextContents()).map(text => text.trim())
  const total = (await drawer().locator('.about').textContent())!.match(/共 ([\d,]+) 条/)![1]!
  await pages.page.keyboard.press('Escape')
  await drawer().waitFor({ state: 'detached' })
  return { headings, total }
}

describe('the voices of the people', () => {
  it('hang on a wall: ten banners and four letters at seven windows, each kind by itself', async () => {
    await enter('leader')
    await visit('/feedback')
    const wall = panel('锦旗与感谢信墙')
    await wall.locator('.wall li').first().waitFor()
    expect(await wall.locator('.finding').textContent()).toContain('锦旗 10 面、感谢信 4 封，7 个窗口')
    await wall.getByRole('button', { name: '全部 14 个' }).click()
    expect(await wall.locator('.wall li').count()).toBe(14)
    await wall.getByRole('button', { name: '锦旗', exact: true }).click()
    expect(await wall.locator('.wall li').count()).toBe(10)
    await wall.getByRole('button', { name: '感谢信', exact: true }).click()
    expect(await wall.locator('.wall li').count()).toBe(4)
    const letters = await recordsOf(async () => wall.getByRole('button', { name: '记录' }).click())
    expect(letters.total).toBe('4')
    expect(letters.headings).not.toContain('赠送（反映）人')
    const cards = await recordsOf(async () =>
      pages.page.locator('article[data-measure="banners"] button.figure').click(),
    )
    expect(cards.total).toBe('10')
    const trend = panel('走势')
    await trend.locator('select').selectOption('banners')
    await trend.locator('.finding', { hasText: '锦旗 10 面' }).waitFor()
    const ranking = panel('窗口对比')
    await ranking.locator('select:not([data-rank-sort])').selectOption('banners')
    await ranking.getByRole('button', { name: '表格' }).click()
    await ranking.locator('tbody tr', { hasText: '不动产登记中心' }).first().waitFor()
    // One of the seven windows has a letter alone.
    expect(await ranking.locator('tbody tr').count()).toBe(6)
  })

  it('tell who gave a banner only to those who may know', async () => {
    await enter('inspection')
    await visit('/feedback')
    const wall = panel('锦旗与感谢信墙')
    await wall.locator('.wall li').first().waitFor()
    expect(await wall.locator('.wall li .when').first().textContent()).toMatch(/某$/)
    const banners = await recordsOf(async () => wall.getByRole('button', { name: '记录' }).click())
    expect(banners.headings).toContain('赠送（反映）人')
  })
})

describe('the team', () => {
  it('is counted by post, by check, by paper and by meeting; no leader reads a name', async () => {
    await enter('leader')
    await visit('/team')
    expect(await pages.page.locator('article[data-measure="staffCount"]').textContent()).toContain('110')
    expect(await panel('岗位').locator('tbody tr').count()).toBe(2)
    const posts = await recordsOf(async () =>
      panel('岗位').getByRole('button', { name: 'A岗', exact: true }).click(),
    )
    expect(posts).toEqual({ headings: ['编码', '单位', '窗口'], total: '45' })
    const empty = await recordsOf(async () =>
      panel('在岗抽查结果').getByRole('button', { name: '空岗' }).click(),
    )
    expect(empty.headings).not.toContain('说明')
    const papers = await recordsOf(async () =>
      panel('业务考试').getByRole('button', { name: '2012年第4季度业务考试' }).click(),
    )
    expect(papers.total).toBe('110')
    expect(papers.headings).not.toContain('试卷与人员')
    const weekly = await recordsOf(async () =>
      panel('例会与讲座').getByRole('button', { name: '每周例会' }).click(),
    )
    expect(Number(weekly.total)).toBeGreaterThan(18)
    await panel('走势').locator('select').selectOption('weeklyMeetings')
    await panel('走势').locator('.finding', { hasText: '每周例会' }).waitFor()
    const ranking = panel('窗口对比')
    await ranking.locator('select:not([data-rank-sort])').selectOption('attendanceRate')
    await ranking.getByRole('button', { name: '表格' }).click()
    await ranking.locator('tbody tr').first().waitFor()
    expect(await ranking.locator('tbody tr').count()).toBe(45)
  })
})

describe('services and townships', () => {
  it('lists the six featured services with their people, down to the records', async () => {
    await enter('leader')
    await visit('/services')
    expect(await panel('六大特色服务').locator('[data-kind]').count()).toBe(6)
    const marriage = await recordsOf(async () =>
      panel('六大特色服务')
        .getByRole('button', { name: /^婚姻登记/ })
        .click(),
    )
    expect(Number(marriage.total)).toBeGreaterThan(60)
    // Each window of the demo offers one service: its line would say the figures of the service again.
    expect(await panel('提供服务的窗口').count()).toBe(0)
    await panel('走势').locator('select').selectOption('featuredServices')
    await panel('走势').locator('.finding', { hasText: '六大特色服务' }).waitFor()
    const rows = panel('服务记录')
    await rows.getByRole('button', { name: '下一页' }).click()
    await rows.getByText('第 13–24 条').waitFor()
    await rows.getByRole('button', { name: '服务人数' }).click()
    await rows.getByText('第 1–12 条').waitFor()
  })

  it('shows each township, its visits and trainees, and the booklet of windows', async () => {
    await enter('leader')
    await visit('/townships')
    const tiles = panel('各乡镇（场）')
    expect(await tiles.locator('.tiles button').count()).toBe(16)
    // The county town lies east of its middle, and the same figures stand beside the tiles.
    const town = tiles.locator('.tiles li', { hasText: '小溪镇' })
    expect(await town.evaluate(tile => [tile.style.gridRow, tile.style.gridColumn])).toEqual(['2', '5'])
    expect(await tiles.locator('tbody tr').count()).toBe(16)
    const beside = tiles.locator('tbody tr', { hasText: '小溪镇' })
    expect(await beside.locator('td').first().textContent()).toBe(
      `${await town.locator('button > span').textContent()} 次`,
    )
    const first = await recordsOf(async () => {
      await tiles.getByRole('button', { name: /^芦溪镇/ }).focus()
      await pages.page.keyboard.press('Enter')
    })
    expect(Number(first.total)).toBeGreaterThan(0)
    const booklet = panel('联系手册')
    expect(await booklet.locator('tbody tr').count()).toBe(45)
    // A leader reads how many people a window has, not who they are.
    expect(await booklet.locator('tbody tr').first().textContent()).toMatch(/\d 人/)
    const link = booklet.getByRole('link', { name: 'Word 文档' })
    const file = await pages.page.request.get(`${pages.product.address}${await link.getAttribute('href')}`)
    expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const english = await pages.page.request.get(
      `${pages.product.address}/files/booklet/pinghe.docx?period=2012&language=en`,
    )
    const printed = textIn((await unzip(await english.body())).get('word/document.xml'))
    expect(printed).toContain('Marriage Registry')
    expect(printed).not.toContain('窗口')
    await panel('走势').locator('select').selectOption('townshipTrainees')
    await panel('走势').locator('.finding', { hasText: '乡镇跟班培训人数' }).waitFor()
    await panel('送服务下乡与跟班培训记录').getByRole('button', { name: '服务人数' }).click()
    await panel('送服务下乡与跟班培训记录').locator('[aria-sort="descending"]').waitFor()
  })

  it('puts the people of a window into the booklet for those who may know them', async () => {
    await enter('inspection')
    await visit('/townships')
    expect(await panel('联系手册').locator('tbody tr').first().textContent()).toMatch(/某/)
  })
})

describe('rules and notices', () => {
  it('holds 19 + 17 rules with their text, and a sheet for each item that prints', async () => {
    await enter('leader')
    await visit('/rules')
    const register = panel('制度汇编')
    expect(await register.locator('.rules li').count()).toBe(36)
    await register.getByRole('button', { name: '日常管理制度' }).click()
    expect(await register.locator('.rules li').count()).toBe(19)
    await register.getByRole('button', { name: '交易制度' }).click()
    expect(await register.locator('.rules li').count()).toBe(17)
    await register.getByRole('button', { name: '全部' }).click()
    await register.getByRole('searchbox').fill('首问')
    expect(await register.locator('.rules li').count()).toBe(1)
    await register.locator('summary').click()
    await register.getByText('不得以任何理由推诿').waitFor()
    await register.getByRole('searchbox').fill('没有这一项')
    await register.getByText('没有符合的制度').waitFor()
    expect(await panel('监管办三分离').locator('tbody tr').count()).toBe(7)
    const notices = panel('一次性告知单')
    await notices.getByRole('searchbox').fill('房产抵押登记办理')
    await notices.getByRole('link', { name: '房产抵押登记办理' }).click()
    await pages.page.waitForURL(/\/notices\//)
    const sheet = panel('平和县行政服务中心暨公共资源交易中心')
    await sheet.getByText('房产抵押登记办理').waitFor()
    await sheet.locator('ol li').first().waitFor()
    // What is asked first: how long, how often, what to bring; then where, and the code last.
    expect(await sheet.locator('dl').first().textContent()).toMatch(
      /^\s*承诺时限\s*18 个工作日\s*到现场次数\s*1 次\s*材料\s*4 份\s*$/,
    )
    expect(await sheet.locator('dl').last().textContent()).toMatch(/法定时限\s*30 个工作日/)
    const below = await sheet
      .locator('.sheet > *')
      .evaluateAll((all: Element[]) => all.map(element => element.className))
    expect(below).toEqual(['keys', 'documents', 'where', 'noprint'])
    const code = sheet.getByRole('img', { name: '扫码在内网打开本单' })
    expect(await code.isVisible()).toBe(true)
    // The address leads to this machine alone, so the code is not printed.
    await pages.page.emulateMedia({ media: 'print' })
    expect(await code.isVisible()).toBe(false)
    await pages.page.emulateMedia({ media: null })
    await pages.page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '1')
    })
    await sheet.getByRole('button', { name: '打印' }).click()
    await pages.page.locator('body[data-printed]').waitFor()
    await pages.page.getByRole('link', { name: '← 制度与告知' }).click()
    await panel('制度汇编').waitFor()
  })

  it('says of an item that is not there that it is not', async () => {
    await enter('leader')
    await visit('/notices/NONE')
    await pages.page.getByRole('alert').getByText('NONE').waitFor()
    expect(pages.noise.splice(0).every(text => text.includes('400'))).toBe(true)
  })
})

it.each([
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('every page of the hall is accessible in %s, %s, and no wider than a phone', async (language, theme) => {
  await enter('clerk', language, theme)
  await pages.page.setViewportSize({ width: 390, height: 844 })
  for (const where of ['/feedback', '/team', '/services', '/townships', '/rules', '/notices/PH-FG-01']) {
    await visit(where)
    expect(await violations(pages.page), where).toEqual([])
    expect(await pages.page.evaluate(() => document.documentElement.scrollWidth), where).toBe(390)
  }
})
