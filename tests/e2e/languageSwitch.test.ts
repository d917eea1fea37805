import { expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'leader')

it('a change of language changes every word of an open page, and back', async () => {
  const { page, product } = pages
  await page.goto(`${product.address}/windows?period=2012-08-08..2012-12-31&compare=none`)
  const heading = page.getByRole('heading', { level: 1 })
  await expect.poll(async () => heading.textContent()).toBe('窗口对比')
  /** Words of the frame, of the heading, of a panel and of the bar, in the other language. */
  const chinese = ['总览', '查找', '整页导出', '视图', '按时办结率']
  const english = ['Overview', 'Search', 'On-time completion rate']
  const counts = async (texts: readonly string[]) =>
    Promise.all(texts.map(async text => page.getByText(text, { exact: false }).count()))

  await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(async () => heading.textContent()).toBe('Windows compared')
  await expect.poll(async () => counts(chinese)).toEqual(chinese.map(() => 0))
  await expect.poll(async () => (await counts(english)).every(count => count > 0)).toBe(true)

  await page.getByRole('button', { name: '中文' }).click()
  await expect.poll(async () => heading.textContent()).toBe('窗口对比')
  await expect.poll(async () => counts(english)).toEqual(english.map(() => 0))
})
