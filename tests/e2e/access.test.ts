import { expect, it } from 'vitest'
import { invite } from '../../server/access/invitations.ts'
import { roleNames } from '../../server/access/roles.ts'
import { useDatabase } from '../support/database.ts'
import { choose, signInOn, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now, null)
const password = 'Pinghe-Window-2013'

async function open(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.waitForLoadState('networkidle')
}

it.each([
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('every page of people and server is accessible in %s %s', async (language, theme) => {
  await choose(pages.page, language, theme)
  await open('/')
  await pages.page.locator('[data-role="leader"]').waitFor()
  expect(await violations(pages.page), 'sign-in').toEqual([])
  await open(`/invitation#${await invite(database(), { userId: null, createdBy: 'test', now })}`)
  await pages.page.locator('input[autocomplete="username"]').waitFor()
  expect(await violations(pages.page), 'invitation').toEqual([])
  await signInOn(pages.page.context(), pages.product.address, 'administrator')
  for (const [page, shows] of [
    ['/people', 'main table'],
    ['/audit', 'main tbody tr'],
    ['/server', 'main dl'],
    ['/account', 'main table'],
  ] as const) {
    await open(page)
    await pages.page.locator(shows).first().waitFor()
    expect(await violations(pages.page), page).toEqual([])
  }
  await open('/people')
  await pages.page.locator('main .main-button').first().click()
  await pages.page.locator('form [data-role="clerk"]').waitFor()
  expect(await violations(pages.page), 'the form of an account').toEqual([])
})

it('a role enters with a click, sees its own pages alone, and goes out again', async () => {
  await choose(pages.page, 'zh', 'light')
  await open('/')
  await pages.page.locator('[data-role="leader"]').click()
  await pages.page.locator('article[data-measure]').first().waitFor()
  expect((await pages.page.locator('nav.rail .places a').allTextContents()).map(text => text.trim())).toEqual(
    [
      '总览',
      '窗口',
      '事项',
      '联办',
      '交易',
      '群众',
      '队伍',
      '特色',
      '县乡',
      '制度',
      '问数',
      '审核',
      '进度',
      '简报',
      '口径',
    ],
  )
  await pages.page.getByRole('button', { name: '退出' }).click()
  await pages.page.locator('[data-role="administrator"]').click()
  await pages.page.locator('nav.rail .places a').first().waitFor()
  expect((await pages.page.locator('nav.rail .places a').allTextContents()).map(text => text.trim())).toEqual(
    ['口径', '数据', '账户', '审计', '系统'],
  )
})

it('who goes out while figures are on their way asks nothing more, and is told if it failed', async () => {
  const { page } = pages
  await choose(page, 'zh', 'light')
  await signInOn(page.context(), pages.product.address, 'leader')
  let release = (): void => undefined
  const released = new Promise<void>(resolve => (release = resolve))
  await page.route('**/trpc/measures.**', async route => {
    await released
    await route.continue().catch(() => undefined)
  })
  await page.goto(pages.product.address)
  const leave = page.getByRole('button', { name: '退出' })
  await leave.waitFor()
  await page.route('**/auth/sign-out', async route => route.abort(), { times: 1 })
  await leave.click()
  await page.locator('.stayed[role="alert"]', { hasText: '无法连接亮窗服务' }).waitFor()
  expect(pages.noise.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')])
  // The page that follows is slow, so that a request of the present page would still be sent.
  const signedOut = page.waitForResponse('**/auth/sign-out')
  await page.route(`${pages.product.address}/`, async route => {
    release()
    await new Promise(resolve => setTimeout(resolve, 500))
    await route.continue()
  })
  await leave.click()
  expect((await signedOut).status()).toBe(200)
  await page.locator('[data-role="leader"]').waitFor()
})

it('a watermark names who looks, once an administrator wants it', async () => {
  await choose(pages.page, 'zh', 'light')
  await signInOn(pages.page.context(), pages.product.address, 'administrator')
  await open('/server')
  await pages.page.locator('[data-setting="watermark"]').check()
  await pages.page.locator('[data-watermark]').waitFor({ state: 'attached' })
  expect(await pages.page.locator('[data-watermark]').getAttribute('title')).toContain('系统管理员')
  await pages.page.locator('[data-setting="watermark"]').uncheck()
  await pages.page.locator('[data-watermark]').waitFor({ state: 'detached' })
})

it('the first administrator comes by the link, adds and previews a person, reads the log', async () => {
  const { page } = pages
  await choose(page, 'zh', 'light')
  await open(`/invitation#${await invite(database(), { userId: null, createdBy: 'test', now })}`)
  await page.locator('input[autocomplete="username"]').fill('chief')
  await page.locator('input[autocomplete="name"]').fill('王主任')
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(password)
  await page.getByRole('button', { name: '确定' }).click()
  await page.locator('nav.rail a', { hasText: '账户' }).click()
  await page.getByRole('button', { name: '新建账户' }).click()
  await page.locator('form input').nth(0).fill('wang')
  await page.locator('form input').nth(1).fill('<b>小王</b>')
  await page.locator('form [data-role="leader"]').check()
  await page.getByRole('button', { name: '确定' }).click()
  const link = await page.locator('[data-secret]').textContent()
  expect(link).toMatch(/\/invitation#[\w-]{40,}$/)
  // What people are called is text, whatever it looks like.
  expect(await page.locator('[data-account="wang"]').textContent()).toContain('<b>小王</b>')
  await page.locator('[data-account="wang"]').getByRole('button', { name: '预览' }).click()
  await page.locator('article[data-measure]').first().waitFor()
  // Where ending it fails the page comes back and says why.
  await page.route('**/access.endPreview*', async route => route.abort(), { times: 1 })
  await page.getByRole('button', { name: '结束预览' }).click()
  await page.locator('.stayed[role="alert"]', { hasText: '无法连接亮窗服务' }).waitFor()
  expect(pages.noise.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')])
  await page.locator('article[data-measure]').first().waitFor()
  // A slow server: the page stays a while after the preview has ended, and must not go on asking with
  // rights that are no longer its own.
  await page.route(
    '**/people',
    async route => new Promise(resolve => setTimeout(() => resolve(route.continue()), 1500)),
  )
  await page.getByRole('button', { name: '结束预览' }).click()
  await page.locator('nav.rail a', { hasText: '审计' }).click()
  await page.locator('tr[data-action="preview-ended"]').waitFor()
  expect(await page.locator('tr[data-action="account-added"]').textContent()).toContain('wang')
  await page.getByRole('button', { name: '校验完整性' }).click()
  await page.getByText('完整，未被改动').waitFor()
})

it('a wrong password is refused in words, and the page stays', async () => {
  const { page } = pages
  await choose(page, 'zh', 'light')
  await open('/?period=2012')
  // Whoever is about to enter reads what each role sees, and no name of an account.
  const explained = page.locator('[data-explained]')
  await explained.first().waitFor()
  expect(await explained.count()).toBe(roleNames.length)
  expect(await explained.first().textContent()).toBe('领导查看全部指标与记录，不显示个人；签发简报')
  expect(await page.locator('[data-role]').count()).toBe(0)
  expect(await page.locator('main').textContent()).not.toMatch(/chief|wang|王主任/)
  expect(await violations(page)).toEqual([])
  await page.locator('input[autocomplete="username"]').fill('chief')
  await page.locator('input[type="password"]').fill('Wrong-Password-1')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('用户名或密码不正确').waitFor()
  pages.noise.splice(0, pages.noise.length, ...pages.noise.filter(line => !line.includes('401')))
  await page.locator('input[type="password"]').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.locator('nav.rail a', { hasText: '账户' }).waitFor()
})
