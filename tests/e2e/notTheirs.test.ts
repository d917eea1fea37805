import type { RoleName } from '../../server/access/roles.ts'
import { expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)
const centre = '平和县行政服务中心暨公共资源交易中心'

async function open(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.locator('main h1').first().waitFor()
  await pages.page.waitForLoadState('networkidle')
}

it.each([
  ['leader', ['/data', '/data/import', '/data/quarantine/1', '/entry', '/audit', '/people', '/server']],
  ['windowChief', ['/trading', '/briefings', '/briefings/paper', '/figures', '/review', '/data', '/audit']],
  ['tradingChief', ['/entry', '/review', '/data']],
  ['inspection', ['/entry', '/review', '/data/import', '/people']],
  ['administrator', ['/windows', '/windows/FG', '/trading', '/feedback', '/wall', '/reports', '/ask']],
] as const)('a %s who opens what is not theirs is told so, and nothing is refused', async (role, closed) => {
  await choose(pages.page, 'zh', 'light')
  await signInOn(pages.page.context(), pages.product.address, role satisfies RoleName)
  const refused = async () => database().prisma.auditEntry.count({ where: { outcome: 'refused' } })
  const before = await refused()
  for (const where of closed) {
    await open(where)
    await pages.page.locator('[data-not-allowed]').waitFor()
    const text = await pages.page.locator('main').textContent()
    expect(text, where).toContain('可以打开的角色')
    expect(text, where).toContain('系统管理员')
    expect(await pages.page.getByText('数据读取失败').count(), where).toBe(0)
  }
  expect(await violations(pages.page)).toEqual([])
  expect(await refused()).toBe(before)
  await pages.page.locator('[data-not-allowed] a').click()
  await pages.page.locator('[data-not-allowed]').waitFor({ state: 'detached' })
  expect(new URL(pages.page.url()).pathname).toBe(role === 'administrator' ? '/measures' : '/')
})

it('each page names its tab, in the language on screen', async () => {
  const title = async (said: string) =>
    pages.page.waitForFunction(wanted => document.title === wanted, said).then(async () => pages.page.title())
  await choose(pages.page, 'zh', 'light')
  await open('/')
  expect(await title('登录 · 亮窗')).toBe('登录 · 亮窗')
  await signInOn(pages.page.context(), pages.product.address, 'leader')
  await open('/windows')
  expect(await title(`窗口 · ${centre} · 亮窗`)).toContain('窗口')
  await open('/nothing/here')
  expect(await title(`没有这个页面 · ${centre} · 亮窗`)).toContain('没有')
  await open('/data')
  await title(`数据 · ${centre} · 亮窗`)
  await pages.page.getByRole('button', { name: 'English' }).click()
  await pages.page.waitForFunction(() => /^Data · .+ · Bright Window$/.test(document.title))
})
