import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'))
const launch = 'period=2012-10-01..2012-12-31&compare=2012-08-08..2012-09-30'

/** What a reader sees of every sentence of the page: headings, findings and notes of its panels. */
async function sentences(): Promise<string[]> {
  return pages.page.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>('main h1, main .panel :is(h2, .finding, .note), main th'),
      // What stands beside the words to be pressed, such as an ⓘ, is no part of them.
      // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- only the text that is to be seen
      element => element.innerText.replaceAll(/[ⓘ↑↓\s]/g, ''),
    ),
  )
}

describe('a page of figures on paper', () => {
  it.each([
    ['/', 'zh'],
    ['/feedback', 'zh'],
    ['/windows', 'zh'],
    ['/windows', 'en'],
  ])('says of %s in %s what the screen says, word by word', async (where, language) => {
    const { page, product } = pages
    await choose(page, language, 'light')
    await page.goto(`${product.address}${where}?${launch}`)
    await page.locator('main .panel .term').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
    const screen = await sentences()
    expect(screen.join('').length).toBeGreaterThan(50)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await sentences()).toEqual(screen)
    // On paper nothing can be opened: a term looks like the words around it.
    const looks = await page.evaluate(() =>
      Array.from(document.querySelectorAll('main .term'), term => getComputedStyle(term).textDecorationLine),
    )
    expect(new Set(looks)).toEqual(new Set(['none']))
  })

  it('breaks within no group of figures, and prints nothing that is folded away', async () => {
    const { page, product } = pages
    await choose(page, 'zh', 'light')
    await page.goto(`${product.address}/feedback?${launch}`)
    await page.locator('main .cards').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]'))
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    const looks = await page.evaluate(() => ({
      cards: Array.from(
        document.querySelectorAll('main .cards.weighed'),
        card => `${getComputedStyle(card).display} ${getComputedStyle(card).breakInside}`,
      ),
      folded: Array.from(
        document.querySelectorAll('main details:not([open])'),
        element => getComputedStyle(element).display,
      ),
    }))
    expect(new Set(looks.cards)).toEqual(new Set(['inline-flex avoid']))
    expect(looks.folded.filter(display => display !== 'none')).toEqual([])
  })
})
