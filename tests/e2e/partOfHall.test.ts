import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const launch = '?period=2012-08-08..2012-12-31&compare=none'
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'windowChief')

describe('somebody who sees a part of the hall', () => {
  it.each(['/', '/windows', '/items', '/feedback', '/team', '/townships', '/rules', '/reports', '/wall'])(
    'is not shown on %s what would be refused, and no refusal is written',
    async where => {
      const { page } = pages
      const refused: string[] = []
      page.on('response', response => {
        if (!response.url().includes('/trpc/')) return
        void response
          .text()
          .then(text => text.includes('FORBIDDEN') && refused.push(response.url()))
          .catch(() => undefined)
      })
      const written = async () => database().prisma.auditEntry.count({ where: { outcome: 'refused' } })
      const before = await written()
      await page.goto(`${pages.product.address}${where}${launch}`)
      await page.locator('main h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
      expect(refused).toEqual([])
      expect(await written()).toBe(before)
      expect(await page.getByText('数据读取失败').count()).toBe(0)
    },
  )

  it('finds the sheets for applicants among the rules, and neither rules nor their codes', async () => {
    const { page } = pages
    await page.goto(`${pages.product.address}/rules${launch}`)
    await page.getByRole('heading', { name: '一次性告知单' }).waitFor()
    expect(await page.getByText('制度汇编').count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toMatch(/\bhall\b|\btrading\b/)
    expect(await violations(page)).toEqual([])
  })
})
