import type { Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { setPaper } from '../../server/briefing/paper/setPaper.ts'
import { usualPaper } from '../../server/briefing/paper/settings.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { signInOn, usePages, violations } from '../support/pages.ts'
import { textIn, unzip } from '../support/unzip.ts'

// Issue 46 is signed, its records are corrected, it is withdrawn and issued again, in one browser.
const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const pages = usePages(database, now)

async function open(page: Page, where: string): Promise<void> {
  await page.goto(`${pages.product.address}${where}`)
  await page.waitForLoadState('networkidle')
}

async function begin(page: Page): Promise<string> {
  await open(page, '/briefings')
  await page.locator('[data-begin="template"]').selectOption('special')
  await page.locator('[data-begin="from"]').fill('2012-08-08')
  await page.locator('[data-begin="to"]').fill('2012-12-31')
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await page.locator('[data-editor] [data-figure]').first().waitFor()
  await page.locator('.fields summary').click()
  await page.locator('[data-frame="issuedOn"]').fill('2012-12-31')
  await page.locator('[data-saved]', { hasText: '已保存' }).waitFor()
  return new URL(page.url()).pathname
}

async function sign(page: Page, address: string, number: string): Promise<void> {
  await signInOn(page.context(), pages.product.address, 'leader')
  await open(page, address)
  await page.locator('[data-freeze="check"]').click()
  await page.locator('[data-accept]').first().waitFor()
  for (const box of await page.locator('[data-accept]').all()) await box.check()
  await page.locator('[data-freeze="go"]').click()
  await page.locator('[data-sign-number]', { hasText: number }).waitFor()
  await page.locator('[data-sign-yes]').click()
  await page.locator('.hash').waitFor()
}

/** The briefings that the archive shows. */
const listed = async (page: Page): Promise<string[]> =>
  page
    .locator('tr[data-briefing]')
    .evaluateAll(all => all.map(row => row.getAttribute('data-briefing') ?? ''))

/** The briefings that a search of the archive finds. */
async function found(page: Page, text: string): Promise<string[]> {
  await open(page, '/briefings')
  const rows = page.locator('tr[data-briefing]')
  const before = await rows.count()
  await page.locator('[data-archive="text"]').fill(text)
  await page.waitForLoadState('networkidle')
  await rows.first().waitFor()
  expect(before).toBeGreaterThan(0)
  return listed(page)
}

describe('an issue with a mistake', () => {
  it('is restated, withdrawn, issued again with corrections, and found by what it says', async () => {
    const { page } = pages
    const [centre] = await centresOf(database()).all()
    const settings = {
      ...usualPaper,
      masthead: '平和县作风建设年活动简报',
      copyTo: '市作风办',
      numbering: { ...usualPaper.numbering, withYear: false, start: { year: 2012, number: 46, total: 46 } },
    }
    await setPaper(database(), { centre: centre!, settings, by: '文书', now })
    const first = await begin(page)
    await sign(page, first, '第46期　专刊')

    await load(
      database(),
      { centre: 'pinghe', target: 'feedback', now: new Date('2013-01-14T00:00:00Z') },
      'feedbackCode,kind,givenDay\nLATE1,banner,2012-11-06\n',
    )
    await open(page, first)
    await page.locator('[data-restatement] [data-measure="banners"]').waitFor()
    expect(await page.locator('[data-restatement] tbody').textContent()).toMatch(/10面\s*11面/)
    await page.locator('[data-withdraw]').click()
    await page.locator('form input[required]').fill('锦旗少计一面')
    await page.locator('form .main-button').click()
    await page.locator('.wrong', { hasText: '锦旗少计一面' }).waitFor()
    expect(await page.locator('.sheet').textContent()).toContain('本期已撤回：锦旗少计一面')

    await signInOn(page.context(), pages.product.address, 'clerk')
    await open(page, first)
    await page.locator('[data-reissue]').click()
    await page.waitForURL(url => url.pathname !== first)
    await page.locator('[data-editor] [data-figure]').first().waitFor()
    const second = new URL(page.url()).pathname
    await page.locator('.sheet .notice', { hasText: '更正原因：锦旗少计一面' }).waitFor()
    await page.locator('.sheet .issue', { hasText: '第46期　专刊（更正第1次）' }).waitFor()
    await open(page, first)
    await page.locator('[data-correction]', { hasText: '更正稿正在起草' }).waitFor()
    expect(await page.locator('[data-reissue]').count()).toBe(0)
    await page.locator('[data-correction]').click()
    await page.waitForURL(url => url.pathname === second)
    await sign(page, second, '第46期　专刊（更正第1次）')
    const sheet = (await page.locator('.sheet').textContent()) ?? ''
    expect(sheet).toContain('更正说明')
    expect(sheet).toMatch(/锦旗.*10面.*11面/)
    expect(await violations(page), 'corrected edition').toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-export="docx"]').click(),
    ])
    const word = textIn(
      (await unzip(Buffer.from(await readFile(await download.path())))).get('word/document.xml'),
    )
    expect(word).toMatch(/更正说明.*10面.*11面/)

    const ids = [first, second].map(address => address.split('/').at(-1)!)
    for (const text of ['104宗', '市作风办'])
      expect((await found(page, text)).toSorted(), text).toEqual(ids.toSorted())
    await found(page, '更正第1次')
    // The list is asked for a moment after the typing.
    await expect.poll(async () => listed(page), { timeout: 10_000 }).toEqual([ids[1]])
  })
})
