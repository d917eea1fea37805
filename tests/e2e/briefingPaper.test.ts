import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { choose, usePages, violations } from '../support/pages.ts'
import { textIn, unzip } from '../support/unzip.ts'

// What a centre's papers look like: a picture for its name, and Word documents of its own with fields.
const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'))
const october = { from: '2012-10-01', to: '2012-10-31' }

async function open(where: string): Promise<void> {
  await pages.page.goto(`${pages.product.address}${where}`)
  await pages.page.waitForLoadState('networkidle')
}

const word = async (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map(line => new Paragraph(line)) }] }))
const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const upload = async (name: string, buffer: Buffer): Promise<void> =>
  pages.page.locator('[data-word="upload"]').setInputFiles({ name, mimeType, buffer })

/** A red picture of 40 × 10 points as PNG. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAKCAIAAABJ+IsHAAAAGklEQVR42mM4wMAwIIhh1OJRi0ctHrWYXAQAVlQsEN' +
    'LrGGgAAAAASUVORK5CYII=',
  'base64',
)

async function downloaded(selector: string): Promise<Buffer> {
  const [download] = await Promise.all([
    pages.page.waitForEvent('download'),
    pages.page.locator(selector).first().click(),
  ])
  return Buffer.from(await readFile(await download.path()))
}

describe('the look of the papers of a centre', () => {
  it('a template is mended as it is told, kept, filled for a month and bound to a draft', async () => {
    const { page } = pages
    await open('/briefings/paper')
    await upload('月报.docx', await word('共{{受里量}}件'))
    await page.locator('[data-word-problems]', { hasText: '您要的可能是：受理量' }).waitFor()
    await upload('月报.docx', await word('共{{受理量}}，{{#如果 受理量 > 1}}有{{/如果}}', '{{图:月度走势}}'))
    await page.locator('[data-word-kept]', { hasText: '月报.docx' }).waitFor()
    await page.locator('[data-word="from"]').fill(october.from)
    await page.locator('[data-word="to"]').fill(october.to)
    const filled = await unzip(await downloaded('[data-word="fill"]'))
    expect(textIn(filled.get('word/document.xml'))).toMatch(/^共\d+件，有$/)
    await page.locator('[data-word="list"] summary').click()
    await page.locator('[data-word-field="{{按时办结率}}"]').click()
    await page.locator('[data-word="list"] [role="status"]', { hasText: '{{按时办结率}}' }).waitFor()
    expect(await violations(page), 'templates').toEqual([])

    await open('/briefings')
    await page.locator('[data-begin="go"]').click()
    await page.waitForURL(/\/briefings\/\d+/)
    await page.locator('[data-editor] [data-figure]').first().waitFor()
    await page.locator('.fields summary').click()
    await page.locator('[data-frame="word"]').selectOption({ label: '月报.docx' })
    await page.locator('[data-word-figures] [data-figure="casesAccepted"]').first().click()
    await page.locator('[data-trace]', { hasText: '受理量' }).waitFor()
    await page.keyboard.press('Escape')
    const bound = await unzip(await downloaded('[data-export="word"]'))
    expect(textIn(bound.get('word/document.xml'))).toMatch(/^共\d+件/)
    await page.locator('[data-own-template]').selectOption({ label: '月报.docx' })
    const own = await unzip(await downloaded('[data-export="own"]'))
    expect(textIn(own.get('word/document.xml'))).toMatch(/^共\d+件，有/)

    await open('/briefings/paper')
    await page.locator('[data-word="retire"]').click()
    await page.locator('[data-word="retire-yes"]').click()
    await page.locator('[data-word-template]').waitFor({ state: 'detached' })
  })

  it('the numbers of the next issues are said while the settings are typed', async () => {
    const { page } = pages
    await open('/briefings/paper')
    const next = page.locator('[data-next-numbers]')
    await next.filter({ hasText: '下一期为“2013年第1期' }).waitFor()
    await page.locator('[data-paper="withYear"]').uncheck()
    await next.filter({ hasText: '下一期为“第1期' }).waitFor()
    await page.locator('[data-paper="withTotal"]').check()
    await next.filter({ hasText: /下一期为“第1期（总第\d+期）/ }).waitFor()
    await page.reload()
    await next.filter({ hasText: '下一期为“2013年第1期' }).waitFor()
  })

  it('the sheet follows what is typed; what cannot be kept is said at its field', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 1440, height: 900 })
    await open('/briefings/paper')
    const sheet = page.locator('[data-preview="whole"] .sheet')
    await page.locator('[data-paper="masthead"]').fill('政务晨报')
    await sheet.locator('.name', { hasText: '政务晨报' }).waitFor()
    const { width, height } = (await sheet.boundingBox()) ?? { width: 0, height: 1 }
    expect(width / height).toBeCloseTo(210 / 297, 2)
    await page.locator('.keep', { hasText: '有更改尚未保存' }).waitFor()
    await page.locator('[data-start="start.year"]').fill('2013')
    await page.locator('[data-wrong="start.number"]', { hasText: '年份和期号要一起填' }).waitFor()
    await page.locator('[data-start="start.year"]').fill('13')
    await page.locator('[data-wrong="start.year"]', { hasText: '1949' }).waitFor()
    await page.locator('.keep', { hasText: '标出的地方改好后才能保存' }).waitFor()
    expect(await violations(page), 'wrong').toEqual([])
    await page.locator('[data-paper="give-up"]').click()
    await sheet.locator('.name', { hasText: '政务服务简报' }).waitFor()
    await page.locator('.keep', { hasText: '没有未保存的更改' }).waitFor()
    expect(await page.locator('[data-wrong]').count()).toBe(0)
  })

  it('a picture stands for the name, on the page, in print and in the Word document', async () => {
    const { page } = pages
    await open('/briefings/paper')
    const choosePicture = async (name: string, type: string, buffer: Buffer): Promise<void> =>
      page.locator('[data-paper="picture"]').setInputFiles({ name, mimeType: type, buffer })
    await choosePicture('x.png', 'image/png', Buffer.from('<svg/>'))
    await page.locator('[role="alert"]', { hasText: '报头图片不能使用' }).waitFor()
    pages.noise.splice(0)
    await choosePicture('head.png', 'image/png', picture)
    await page.locator('[data-paper-picture]').waitFor()
    await page.locator('[data-paper="masthead"]').fill('政务服务简报')
    await page.locator('[data-paper="keep"]').click()
    await page.locator('[data-paper-kept]').waitFor()
    expect(await violations(page), 'picture').toEqual([])
    await open('/briefings')
    await page.locator('[data-begin="go"]').click()
    await page.waitForURL(/\/briefings\/\d+/)
    const head = page.locator('.sheet [data-masthead]')
    await head.waitFor()
    expect(await head.getAttribute('alt')).toBe('政务服务简报')
    expect(await head.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40)
    const parts = await unzip(await downloaded('[data-export="docx"]'))
    expect([...parts.keys()].some(name => /^word\/media\/.*\.png$/.test(name))).toBe(true)
    expect(parts.get('word/document.xml')?.toString()).toContain('descr="政务服务简报"')
  })

  it.each([
    ['zh', 390],
    ['en', 1920],
  ])('hinders nobody: %s, %i', async (language, width) => {
    await choose(pages.page, language, 'light')
    await pages.page.setViewportSize({ width, height: 900 })
    await open('/briefings/paper')
    await pages.page.locator('[data-word="upload"]').waitFor({ state: 'attached' })
    expect(await violations(pages.page)).toEqual([])
    expect(await pages.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
