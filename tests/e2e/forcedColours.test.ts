import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { tabTo } from '../support/keyboard.ts'
import { choose, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'leader')
const launch = '?period=2012-08-08..2012-12-31&compare=none'

type Theme = 'light' | 'dark'

/** Opens a page in colours that a system of one theme forces, while the person chose a theme here. */
async function open(address: string, chosen: Theme = 'light', system: Theme = 'light'): Promise<void> {
  const { page, product } = pages
  await choose(page, 'zh', chosen)
  await page.emulateMedia({ forcedColors: 'active', colorScheme: system })
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

/** What is written in charts and cannot be told from the ground it stands on: less than 4.5 to 1. */
const faintTexts = async (): Promise<string[]> =>
  pages.page.evaluate(() => {
    const lightness = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(part => {
        const share = Number(part) / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const plain = document.createElement('div')
    plain.style.cssText = 'forced-color-adjust: none; background: Canvas'
    document.body.append(plain)
    const ground = lightness(getComputedStyle(plain).backgroundColor)
    return [...document.querySelectorAll('main svg text, .wall svg text')]
      .filter(text => {
        const letters = lightness(getComputedStyle(text).fill)
        return (Math.max(letters, ground) + 0.05) / (Math.min(letters, ground) + 0.05) < 4.5
      })
      .map(text => text.textContent ?? '')
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

  it.each([
    ['/', 'dark', 'light'],
    ['/', 'light', 'dark'],
    ['/windows', 'dark', 'light'],
    ['/trading', 'light', 'dark'],
    ['/feedback', 'dark', 'light'],
    ['/wall', 'dark', 'light'],
    ['/wall', 'light', 'dark'],
  ] as const)(
    'what is written in the charts of %s can be read: %s chosen, %s forced',
    async (address, chosen, system) => {
      await open(address, chosen, system)
      const { page } = pages
      await page.locator('svg text').first().waitFor()
      expect(await page.locator('html').getAttribute('data-theme')).toBe(system)
      await expect.poll(faintTexts).toEqual([])
    },
  )
})
