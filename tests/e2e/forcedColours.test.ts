import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { tabTo } from '../support/keyboard.ts'
import { choose, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'leader')
const launch = '?period=2012-08-08..2012-12-31&compare=none'

async function open(address: string): Promise<void> {
  const { page, product } = pages
  await choose(page, 'zh', 'light')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`${product.address}${address}${launch}`)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Whether the ground of the first such element can be told from the page. */
const standsOut = async (selector: string): Promise<boolean> =>
  pages.page
    .locator(selector)
    .first()
    .evaluate(element => {
      const plain = document.createElement('div')
      plain.style.cssText = 'forced-color-adjust: none; background: Canvas'
      document.body.append(plain)
      const { backgroundColor: canvas } = getComputedStyle(plain)
      plain.remove()
      const { backgroundColor, backgroundImage } = getComputedStyle(element)
      return backgroundColor !== canvas || backgroundImage !== 'none'
    })

describe('in colours that the system chooses', () => {
  it('panes, the page that is open and the cursor can be told', async () => {
    await open('/')
    const { page } = pages
    const style = async (selector: string, name: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
    await expect.poll(async () => style('.window > *', 'outline-style')).toBe('solid')
    expect(await style('.places a[aria-current]', 'text-decoration-line')).toBe('underline')
    await tabTo(page, /^A .*窗口$/)
    expect(await style(':focus-visible', 'outline-style')).toBe('solid')
  })

  it('marks that are a ground alone stand out', async () => {
    await open('/windows')
    const mark = '.track > .bar, .track > .dot'
    await pages.page.locator(mark).first().waitFor()
    await expect.poll(async () => standsOut(mark)).toBe(true)
  })
})
