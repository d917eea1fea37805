import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')

/** A room that takes messages. The product reads its address when it sends. */
const taken: string[] = []
const room = { form: 'wecom' as const, url: '' }
const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (text += chunk))
  request.on('end', () => {
    taken.push(text)
    response.end('{"errcode":0}')
  })
})
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  room.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
})
afterAll(() => server.close())

const mail = {
  url: 'smtp://127.0.0.1:1',
  from: 'bw@county.example',
  to: [],
  domains: ['county.example'],
}
const pages = usePages(database, now, { role: 'leader', config: { mail, chatRooms: [room] } })
const panel = () =>
  pages.page.locator('section.panel', { has: pages.page.getByRole('heading', { name: '我的提醒' }) })

it('a leader chooses what to be sent, tries it, keeps it, and stops it again', async () => {
  const { page, product } = pages
  await page.goto(`${product.address}/account`)
  const own = panel()
  await own.getByText('现在只在收件箱里提醒').waitFor()
  // Mail outside the allowed domains is refused by name, and nothing is kept.
  await own.getByLabel('邮箱地址').fill('me@elsewhere.example')
  await own.getByRole('button', { name: '保存' }).click()
  await own.getByRole('alert').getByText('只允许这些邮箱域名：county.example').waitFor()
  pages.noise.length = 0
  expect(await database().prisma.following.count()).toBe(0)

  await own.getByLabel('发到').selectOption({ label: '企业微信群 1' })
  expect(await own.getByLabel('邮箱地址').count()).toBe(0)
  await own.getByLabel('填报缺项').uncheck()
  await own.getByLabel('发送时刻').fill('07:30')
  await own.getByLabel('从', { exact: true }).fill('21:00')
  await own.getByLabel('到', { exact: true }).fill('07:00')
  await own.getByRole('button', { name: '试发一条' }).click()
  await own.getByText('已试发').waitFor()
  expect(taken).toHaveLength(1)
  expect(taken[0]).toContain('这是一条试发的提醒')
  // A room is not flooded: three samples in ten minutes.
  for (const sent of [2, 3]) {
    await own.getByRole('button', { name: '试发一条' }).click()
    await expect.poll(() => taken.length).toBe(sent)
  }
  await own.getByText('已试发').waitFor()
  await own.getByRole('button', { name: '试发一条' }).click()
  await own.getByRole('alert').waitFor()
  expect(taken).toHaveLength(3)
  pages.noise.length = 0
  await own.getByRole('button', { name: '保存' }).click()
  await own.getByText('正在发送').waitFor()
  await page.reload()
  await own.getByText('正在发送').waitFor()
  expect(await own.getByLabel('发送时刻').inputValue()).toBe('07:30')
  expect(await own.getByLabel('填报缺项').isChecked()).toBe(false)
  expect(await own.getByLabel('目标落后').isChecked()).toBe(true)

  await own.getByLabel('随时，每来一条就发').check()
  await own.getByRole('button', { name: '保存' }).click()
  await own.getByText('已保存').waitFor()
  expect(await database().prisma.following.findMany()).toMatchObject([
    { channel: 'wecom-1', minute: null, quietFrom: 1260, quietTo: 420 },
  ])
  await own.getByRole('button', { name: '停止发送' }).click()
  await own.getByText('现在只在收件箱里提醒').waitFor()
  expect(await database().prisma.following.count()).toBe(0)
  const audited = await database().prisma.auditEntry.findMany({
    where: { action: { startsWith: 'following-' } },
    orderBy: { number: 'asc' },
  })
  expect(audited.map(entry => `${entry.action} ${entry.outcome}`)).toEqual([
    'following-set failed',
    'following-tried done',
    'following-tried done',
    'following-tried done',
    'following-tried failed',
    'following-set done',
    'following-set done',
    'following-removed done',
  ])
})

it.each([
  ['zh', 'light'],
  ['en', 'dark'],
])('the form is accessible in %s, %s, and no wider than a phone', async (language, theme) => {
  const { page, product } = pages
  await choose(page, language, theme)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${product.address}/account`)
  await page.locator('input[type="time"]').first().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
