import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { nextFrames, signInOn, usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-01-15T02:00:00Z'))

const editor = (page = pages.page) => page.locator('[data-editor]')
const press = async (key: string, times = 1): Promise<void> => {
  for (let done = 0; done < times; done++) {
    await pages.page.keyboard.press(key, { delay: 60 })
    await nextFrames(pages.page)
  }
}

/** Uses a tool. The editor takes the focus back in the frame after. */
async function click(what: string): Promise<void> {
  await pages.page.locator(`[data-edit="${what}"]`).click()
  await nextFrames(pages.page)
}
const isSaved = async (): Promise<void> => pages.page.locator('[data-saved]', { hasText: '已保存' }).waitFor()

/** The blocks of the editor in order: tag or kind, and text. */
async function outline(page = pages.page): Promise<string[]> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-editor] [data-figure]')].every(figure => figure.textContent !== '…'),
  )
  return page.locator('[data-editor] > *').evaluateAll(elements =>
    elements.map(element => {
      const block = element.matches('[data-kind]') ? element : element.querySelector('[data-kind]')
      const kind = block?.getAttribute('data-kind')
      return kind ? `[${kind}]` : `${element.tagName.toLowerCase()} ${element.textContent?.slice(0, 30)}`
    }),
  )
}

async function begin(template = 'month'): Promise<void> {
  const { page, product } = pages
  await page.goto(`${product.address}/briefings`)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-begin="template"]').selectOption(template)
  await page.locator('[data-begin="go"]').click()
  await page.waitForURL(/\/briefings\/\d+/)
  await editor().locator('[data-figure]').first().waitFor()
}

/** Puts the cursor at an end of the first such block as people do: a click into it, then Home or End. */
async function cursorIn(selector: string, where: 'start' | 'end' = 'end'): Promise<void> {
  const block = editor().locator(`> ${selector}`).first()
  await block.scrollIntoViewIfNeeded()
  const box = await block.boundingBox()
  if (!box) throw new Error(`no box: ${selector}`)
  const corner = where === 'start' ? { x: 3, y: 6 } : { x: box.width - 3, y: box.height - 6 }
  await block.click({ position: corner })
  await pages.page.keyboard.press(where === 'start' ? 'Home' : 'End')
  await nextFrames(pages.page)
}

/** Clicks a tool until it is no longer offered. */
async function clickAll(what: 'undo' | 'redo'): Promise<void> {
  const tool = pages.page.locator(`[data-edit="${what}"]`)
  for (let tries = 0; tries < 200 && (await tool.isEnabled()); tries++) {
    // The tool may close between the look and the click.
    await tool.click({ timeout: 2000 }).catch(() => undefined)
  }
}

async function paste(page: Page, data: { text?: string; html?: string }): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer()
    if (text) clipboardData.setData('text/plain', text)
    if (html) clipboardData.setData('text/html', html)
    document
      .querySelector('[data-editor]')!
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

async function reopen(): Promise<void> {
  await isSaved()
  await pages.page.reload()
  await editor().locator('[data-figure]').first().waitFor()
}

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><h1 style="mso-outline-level:1"><span lang="EN-US">四、下一步</span></h1>
<p class="MsoNormal"><span style="font-family:仿宋">一是<b>压缩时限</b>。<o:p></o:p></span></p>
<p class="MsoNormal"><span>二是上门服务。</span><br><span>三是回访。</span></p><!--EndFragment--></body></html>`
const tableHtml =
  '<table><tr><th>窗口</th><th>件数</th></tr>' +
  '<tr><td>房管</td><td>12</td></tr><tr><td>交管</td><td>7</td></tr></table>'

describe('the keyboard', () => {
  it('Enter at the start, in the middle and at the end makes paragraphs; undo takes them back', async () => {
    await begin()
    const before = await outline()
    await cursorIn('p', 'end')
    await press('Enter')
    await pages.page.keyboard.type('本月新设窗口两个')
    await isSaved()
    await press('ArrowLeft', 2)
    await press('Enter')
    await press('Home')
    await press('Enter')
    const place = before.findIndex(line => line.startsWith('p '))
    expect((await outline()).slice(place, place + 4)).toEqual([
      before[place],
      'p 本月新设窗口',
      'p ',
      'p 两个',
    ])
    const written = await outline()
    await reopen()
    expect(await outline()).toEqual(written)
  })

  it('a Chinese input method composes into the text, also beside a number', async () => {
    await begin()
    const figures = await editor().locator('[data-figure]').count()
    await cursorIn('p', 'end')
    const session = await pages.page.context().newCDPSession(pages.page)
    for (const text of ['k', 'kuai', 'kuai ji', '快捷'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await session.send('Input.insertText', { text: '快捷办理' })
    await cursorIn('p', 'start')
    await session.send('Input.imeSetComposition', { text: 'ben', selectionStart: 3, selectionEnd: 3 })
    await session.send('Input.insertText', { text: '本期，' })
    await reopen()
    const text = await editor().locator('> p').first().textContent()
    expect(text).toMatch(/^本期，.*快捷办理$/)
    expect(await editor().locator('[data-figure]').count()).toBe(figures)
  })

  it('a number that was clicked keeps its sentence when one goes on typing', async () => {
    await begin()
    const number = editor().locator('> p').first().locator('[data-figure]').first()
    const before = (await editor().locator('> p').first().textContent()) ?? ''
    const printed = (await number.textContent()) ?? ''
    await number.click()
    await pages.page.getByRole('dialog').waitFor()
    await press('Escape')
    await pages.page.keyboard.type('（含网上）')
    await isSaved()
    await reopen()
    const after = await editor().locator('> p').first().textContent()
    expect(after).toBe(before.replace(printed, `${printed}（含网上）`))
  })

  it('keeps what is typed while a save is under way', async () => {
    await begin()
    await pages.page.route('**/trpc/briefings.save*', async route => {
      await new Promise(resolve => setTimeout(resolve, 1500))
      await route.continue()
    })
    await cursorIn('p', 'end')
    await pages.page.keyboard.type('第一句。')
    await pages.page.locator('[data-saved]', { hasText: '正在保存' }).waitFor()
    await pages.page.keyboard.type('第二句。')
    expect(await pages.page.locator('[data-saved]').textContent()).not.toContain('已保存')
    await pages.page.locator('[data-saved]', { hasText: '第 3 版' }).waitFor()
    await reopen()
    expect(await editor().locator('> p').first().textContent()).toMatch(/第一句。第二句。$/)
  })
})

it('on a phone the tools stay in view, and the page is no wider than the screen', async () => {
  await begin()
  const { page } = pages
  await page.setViewportSize({ width: 390, height: 844 })
  await editor().locator('> p').last().scrollIntoViewIfNeeded()
  await nextFrames(page)
  for (const tool of ['[data-edit="undo"]', '[data-insert="go"]']) {
    const box = await page.locator(tool).boundingBox()
    expect(box!.y, tool).toBeGreaterThan(40)
    expect(box!.y, tool).toBeLessThan(220)
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

describe('a monthly report', () => {
  it('is written from draft to submission: paragraph, headings, pastes, blocks, undo and redo', async () => {
    await begin()
    const { page } = pages
    const drafted = await outline()
    await cursorIn('p', 'end')
    await press('Enter')
    await page.keyboard.type('本月重点工作')
    await click('h4')
    expect(await outline()).toContain('h4 本月重点工作')
    await click('h4')
    await press('Enter')
    await paste(page, { text: '第一行\n第二行' })
    await press('Enter')
    await paste(page, { html: word })
    await press('Enter')
    await paste(page, { html: tableHtml })
    await page.locator('[data-editor] [data-text-table]').waitFor()
    // The pasted 四、 comes before the sections of the draft, which are numbered without gaps.
    expect(await outline()).toEqual(
      expect.arrayContaining([
        'p 本月重点工作',
        'p 第一行',
        'h3 一、下一步',
        'p 一是压缩时限。',
        'p 二是上门服务。',
      ]),
    )
    expect(await page.locator('[data-editor] strong', { hasText: '压缩时限' }).count()).toBe(1)
    const cells = page.locator('[data-text-table] textarea')
    expect(await cells.nth(2).inputValue()).toBe('房管')
    // The tools of a block cover nothing of it, and a cell shows all of its words.
    const [tools, content] = await Promise.all(
      ['.tools', 'figure'].map(async part =>
        page.locator(`[data-kind="chart"] ${part}`).first().boundingBox(),
      ),
    )
    expect(tools!.y).toBeGreaterThanOrEqual(content!.y + content!.height)
    await cells
      .nth(2)
      .fill('蜜柚、茶叶、蔬菜种植、食用菌、中药材和水产养殖等特色农业产业的帮办代办服务窗口，'.repeat(2))
    expect(await cells.nth(2).evaluate(cell => cell.scrollHeight - cell.clientHeight)).toBeLessThan(2)
    await cells.nth(2).fill('房管')

    const charts = (await outline()).filter(line => line === '[chart]').length
    await page.locator('[data-insert="kind"]').selectOption('trend')
    await page.locator('[data-insert="go"]').click()
    await page.locator('[data-insert="kind"]').selectOption('units')
    await page.locator('[data-insert="go"]').click()
    const inserted = await outline()
    expect(inserted.filter(line => line === '[chart]')).toHaveLength(charts + 1)
    const grid = inserted.indexOf('[grid]')
    expect(inserted.slice(grid - 2, grid + 1)).toEqual(['[textTable]', '[chart]', '[grid]'])
    await click('up')
    expect((await outline()).slice(grid - 2, grid + 1)).toEqual(['[textTable]', '[grid]', '[chart]'])
    await press('Alt+ArrowDown')
    expect((await outline())[grid]).toBe('[grid]')
    await click('delete')
    expect(await outline()).toEqual(inserted.toSpliced(grid, 1))
    const written = await outline()

    await clickAll('undo')
    expect(await outline()).toEqual(drafted)
    await clickAll('redo')
    expect(await outline()).toEqual(written)
    await reopen()
    expect(await outline()).toEqual(written)
    await page.locator('[data-freeze="check"]').click()
    await page.locator('[data-submit]').click()
    await page.locator('[data-submitted]').waitFor()

    const leader = await page.context().browser()!.newContext()
    await signInOn(leader, pages.product.address, 'leader')
    const desk = await leader.newPage()
    await desk.goto(`${pages.product.address}/briefings`)
    await desk.getByRole('row', { name: /月报.*待审/ }).waitFor()
    await desk.locator('main header', { hasText: '2012年12月月报待您签发' }).first().waitFor()
    await leader.close()
  })
})

describe('text that cannot be saved', () => {
  it('outlives a session that expires while writing, and is put back after the sign-in', async () => {
    await begin()
    const { page } = pages
    const address = page.url()
    await cursorIn('p', 'end')
    await page.keyboard.type('会话过期前写的。')
    await isSaved()
    await page.context().clearCookies()
    await page.keyboard.type('过期后写的。')
    await page.locator('input[autocomplete="username"], [data-demo-role]').first().waitFor()
    expect(await page.locator('body').textContent()).not.toContain('已保存')
    // The refusal of the save is shown by the browser too.
    pages.noise.splice(0)
    await signInOn(page.context(), pages.product.address, 'clerk')
    await page.goto(address)
    await page.locator('[data-restored]').waitFor()
    await editor().locator('[data-figure]').first().waitFor()
    expect(await editor().locator('> p').first().textContent()).toMatch(/会话过期前写的。过期后写的。$/)
    await reopen()
    expect(await editor().locator('> p').first().textContent()).toMatch(/会话过期前写的。过期后写的。$/)
  })

  it('stays in sight when the draft was submitted meanwhile, until it is no longer needed', async () => {
    await begin()
    const { page } = pages
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.locator('[data-editor] [data-figure]').first().waitFor()
    await page.locator('[data-submit]').click()
    await page.locator('[data-submitted]').waitFor()
    await other
      .locator('[data-editor] > p')
      .first()
      .click({ position: { x: 3, y: 12 } })
    await other.keyboard.type('后写的话')
    await other.locator('.wrong[role="alert"] button').click()
    await other.locator('[data-refused]', { hasText: '后写的话' }).waitFor()
    await other.reload()
    await other.locator('[data-refused]', { hasText: '后写的话' }).waitFor()
    await other.locator('[data-dismiss]').click()
    await other.locator('[data-refused]').waitFor({ state: 'detached' })
    await other.close()
    pages.noise.splice(0)
  })
})
