import { Buffer } from 'node:buffer'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)
const text = (value: string) => ({ value, type: String })

/** A workbook as a window sends it: a title on top, a heading that means nothing, and mistakes. */
async function brokenWorkbook(): Promise<string> {
  const {
    rows: [item],
  } = await database().pool.query<{ code: string }>('SELECT "code" FROM "Item" ORDER BY "id" LIMIT 1')
  const row = (...cells: string[]) => cells.map(text)
  const content = await writeXlsxFile([
    row('某窗口六月办件表', '', '', '', ''),
    row('受理编号', '所办何事', '来源', '收件时间', '办结时间'),
    ...Array.from({ length: 6 }, (_, index) =>
      row(`E${index}`, item!.code, '大厅', `2013-06-0${index + 1} 09:00`, `2013-06-0${index + 1} 10:00`),
    ),
    row('E6', item!.code, '鸽子', '2013-06-07 09:00', ''),
    row('E7', item!.code, '大厅', '2013-06-31', ''),
    row('E8', '没有这个事项', '大厅', '2013-06-07 09:00', ''),
  ]).toBuffer()
  return temporaryFile('六月.xlsx', Buffer.from(content))
}

/** A workbook as another program writes it. */
function workbook(
  name: string,
  rows: string[][],
  { type = 'xlsx', merges = [] }: { type?: 'xlsx' | 'biff8'; merges?: string[] } = {},
): string {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges.map(range => utils.decode_range(range))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '办件')
  return temporaryFile(name, Buffer.from(write(book, { type: 'buffer', bookType: type }) as Buffer))
}

const casesOf = (prefix: string): string[][] =>
  ['03', '04', '05'].map(day => [
    `${prefix}${day}`,
    `2013-06-${day} 09:00`,
    `2013-06-${day} 15:00`,
    `2013-06-${day} 17:00`,
  ])
const headings = ['办件编号', '收件时间', '承诺办结时间', '办结时间']

const everyday: [string, string, () => string, string[]][] = [
  [
    'a workbook whose headings are formatted out to the last column',
    'EW',
    () =>
      workbook('宽表.xlsx', [[...headings, ...Array.from({ length: 16_380 }, () => '')], ...casesOf('EW')]),
    headings,
  ],
  [
    'a workbook with headings of two lines',
    'ET',
    () =>
      workbook(
        '两行表头.xlsx',
        [
          ['六月办件', '', '', ''],
          ['办件编号', '时间', '', ''],
          ['', '收件时间', '承诺办结时间', '办结时间'],
          ...casesOf('ET'),
        ],
        { merges: ['A1:D1', 'A2:A3', 'B2:D2'] },
      ),
    ['办件编号', '时间 / 收件时间', '时间 / 承诺办结时间', '时间 / 办结时间'],
  ],
  [
    'an old .xls',
    'EO',
    () => workbook('旧表.xls', [headings, ...casesOf('EO')], { type: 'biff8' }),
    headings,
  ],
]

const count = async (): Promise<number> =>
  database().prisma.case.count({ where: { caseNumber: { startsWith: 'E' } } })

describe('a clerk with a broken workbook', () => {
  it('uploads it, sees the problems, mends the mapping, loads, repairs rows, undoes the batch', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data`)
    await page.getByRole('link', { name: '导入文件' }).click()
    await page.setInputFiles('input[accept*=".xlsx"]', await brokenWorkbook())

    // Look: what was recognised, what is a guess, and the column that was not.
    await page.getByText('处是猜测，请核对').waitFor()
    expect(await page.getByLabel('办件编号 对应的列').inputValue()).toBe('column:受理编号')
    expect(await page.getByLabel('表头行').inputValue()).toBe('2')
    expect(await page.getByLabel('事项编码 对应的列').inputValue()).toBe('')
    await page.getByLabel('事项编码 对应的列').selectOption('column:所办何事')

    // Check: problems by kind, before anything is loaded.
    await page.getByRole('button', { name: '检查整个文件' }).click()
    await page.getByText('检查完毕，尚未载入任何内容').waitFor()
    const problems = page.getByRole('region', { name: '不能载入的行 — 表格' })
    expect(await problems.locator('tbody tr').count()).toBe(3)
    expect(await problems.textContent()).toContain('鸽子')
    expect(await count()).toBe(0)

    // The unknown source gets a meaning; then there are two left.
    await page.getByRole('button', { name: '返回修改' }).click()
    await page.getByLabel('“鸽子”对应为').selectOption('other')
    await page.getByRole('button', { name: '检查整个文件' }).click()
    await page.getByText('检查完毕，尚未载入任何内容').waitFor()
    expect(await problems.locator('tbody tr').count()).toBe(2)

    await page.getByRole('button', { name: '载入', exact: true }).click()
    await page.getByText(/已载入（批次 \d+）/).waitFor()
    expect(await count()).toBe(7)
    await page.getByLabel('对应关系另存为').fill('窗口月报')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存为“窗口月报”第 1 版').waitFor()

    // Quarantine: two rows are repaired in place.
    await page.getByRole('link', { name: '打开隔离区' }).click()
    await page.getByText('共 2 行未能载入，2 行待修复').waitFor()
    const item = await page.getByLabel('第 10 行 所办何事').inputValue()
    await page.getByLabel('第 10 行 收件时间').fill('2013-06-08 09:00')
    await page.getByLabel('第 11 行 所办何事').fill(item)
    await page.getByRole('button', { name: '载入已改的 2 行' }).click()
    await page.getByText(/2 行已载入（批次 \d+），0 行仍有问题/).waitFor()
    expect(await count()).toBe(9)

    // Undo: the repair first, then the file.
    await page.getByRole('link', { name: '返回数据页' }).click()
    for (const left of [7, 0]) {
      await page
        .getByRole('button', { name: /^撤销这一批/ })
        .first()
        .click()
      await page.getByRole('button', { name: '撤销', exact: true }).click()
      await expect.poll(count, { timeout: 30_000 }).toBe(left)
      await page.waitForLoadState('networkidle')
    }
    // Nothing of the file stays behind on the server.
    const uploads = path.join(pages.folder, 'uploads')
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([])
  })

  it('is told why a batch cannot be undone', async () => {
    const { page, product } = pages
    const [item] = (
      await database().pool.query<{ code: string }>('SELECT "code" FROM "Item" ORDER BY "id" LIMIT 1')
    ).rows
    for (const hour of ['09', '10']) {
      await page.goto(`${product.address}/data/import`)
      await page.setInputFiles(
        'input[accept*=".xlsx"]',
        temporaryFile('a.csv', `办件编号,事项编码,收件时间\nEU,${item!.code},2013-06-03 ${hour}:00\n`),
      )
      await page.getByRole('button', { name: '检查整个文件' }).click()
      await page.getByRole('button', { name: '载入', exact: true }).click()
      await page.getByText(/已载入（批次 \d+）/).waitFor()
    }
    await page.goto(`${product.address}/data`)
    await page
      .getByRole('button', { name: /^撤销这一批/ })
      .nth(1)
      .click()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toContain('不能精确撤销')
    // The refusal is an answer with status 409, which the browser notes.
    expect(pages.noise.splice(0).every(line => line.includes('409'))).toBe(true)
  })

  it('is told what is wrong with a file that is none', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data/import`)
    const broken = temporaryFile('bad.xlsx', 'PK\u0003\u0004 no workbook')
    await page.setInputFiles('input[accept*=".xlsx"]', broken)
    expect(await page.getByRole('alert').textContent()).toContain('无法读取')
    expect(pages.noise.splice(0).every(line => line.includes('400'))).toBe(true)
  })
})

describe('a clerk who reads only the screen', () => {
  it.each(everyday)('loads %s', async (_, prefix, file, columns) => {
    const { page, product } = pages
    await page.goto(`${product.address}/data/import`)
    await page.setInputFiles('input[accept*=".xlsx"]', file())
    const preview = page.getByRole('region', { name: /^前 3 行/ }).first()
    await preview.waitFor({ timeout: 120_000 })
    expect(await preview.locator('thead th').allTextContents()).toEqual(['#', ...columns])
    expect(await page.getByLabel('办结时间 对应的列').inputValue()).toBe(`column:${columns[3]}`)
    expect(await page.getByLabel('承诺到期时间 对应的列').inputValue()).toBe(`column:${columns[2]}`)
    await page.getByLabel('承诺到期时间 的精度').selectOption('day')
    // The browser holds as much as there is to see, however wide the sheet is.
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
    await page.getByRole('button', { name: '检查整个文件' }).click()
    await page.getByText('检查完毕，尚未载入任何内容').waitFor()
    await page.getByText('没有不能载入的行').waitFor()
    await page.getByRole('button', { name: '载入', exact: true }).click()
    await page.getByText(/已载入（批次 \d+）/).waitFor()
    expect(await database().prisma.case.count({ where: { caseNumber: { startsWith: prefix } } })).toBe(3)
    const byDay = { caseNumber: { startsWith: prefix }, committedDueByDay: true }
    expect(await database().prisma.case.count({ where: byDay })).toBe(3)
  })

  it('is told where there is nothing to load, and what kind of file cannot be read', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data/import`)
    await page.setInputFiles(
      'input[accept*=".xlsx"]',
      temporaryFile('n.csv', '办件编号,收件时间\nEN1,2099-01-01 09:00\nEN2,2099-01-02 09:00\n'),
    )
    await page.getByRole('button', { name: '检查整个文件' }).click()
    await page.getByText('没有可以载入的行，请返回修改').waitFor()
    expect(await page.getByRole('button', { name: '载入', exact: true }).count()).toBe(0)
    await page.goto(`${product.address}/data/import`)
    await page.setInputFiles('input[accept*=".xlsx"]', temporaryFile('a.xls', '%PDF-1.7'))
    expect(await page.getByRole('alert').textContent()).toContain('另存为 .xlsx')
    expect(pages.noise.splice(0).every(line => line.includes('400'))).toBe(true)
  })

  it('gives a blank a meaning, leaves totals out and opens a mapping file', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data/import`)
    await page.setInputFiles(
      'input[accept*=".xlsx"]',
      temporaryFile(
        'b.csv',
        '交易编号,项目名称,交易类别,控制价（元）,中标价（元）,备注,成交日期\nEB1,甲,政府采购,100,90,,2013-06-03\nEB2,乙,' +
          '政府采购,100,,流标,2013-06-03\n合计,,,200,90,,\n',
      ),
    )
    await page.getByText('像是状态或结果，没有使用').waitFor()
    expect(await page.getByLabel('不导入这些行').inputValue()).toBe('合计')
    await page.getByLabel('交易结果 对应的列').selectOption('column:备注')
    await page.getByLabel('“（空白）”对应为').last().selectOption('concluded')
    expect(await page.getByLabel('“流标”对应为').inputValue()).toBe('')
    await page.getByLabel('“流标”对应为').selectOption('tooFewBidders')
    await page.getByLabel('增加不导入的规则，按列').selectOption('项目名称')
    await page.getByLabel('不导入这些行').last().fill('乙')
    await page.getByLabel('成交日 按缺失读取的写法').fill('暂无')
    const mapping = { target: 'trades', columns: { tradeCode: '交易编号', name: '项目名称' } }
    await page.setInputFiles('input[accept=".json"]', temporaryFile('m.json', JSON.stringify(mapping)))
    await page.getByText('还没有对应的必填栏：交易类别、交易结果、成交日').waitFor()
    await page.setInputFiles('input[accept=".json"]', temporaryFile('m.json', '{"target":"cases"}'))
    expect(await page.getByRole('alert').textContent()).toContain('不是')
  })
})

describe('accessibility of the import', () => {
  for (const [language, theme] of [
    ['zh', 'light'],
    ['zh', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const) {
    it(`finds nothing wrong in ${language}, ${theme}, at any step, and fits a phone`, async () => {
      const { page, product } = pages
      const names =
        language === 'zh'
          ? { check: '检查整个文件', load: '载入', quarantine: '打开隔离区' }
          : { check: 'Check the whole file', load: 'Load', quarantine: 'Open quarantine' }
      await choose(page, language, theme)
      await page.goto(`${product.address}/data/import`)
      await page.waitForSelector('input[accept*=".xlsx"]', { state: 'attached' })
      expect(await violations(page)).toEqual([])
      await page.setInputFiles(
        'input[accept*=".xlsx"]',
        temporaryFile(
          'a.csv',
          `办件编号,渠道,收件时间\nEA-${language}-${theme},鸽子,2013-06-03\nEB-${language}-${theme},大厅,2013-06-03\n`,
        ),
      )
      await page.getByRole('button', { name: names.check }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.getByRole('button', { name: names.check }).click()
      await page.waitForSelector('dl')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: names.load, exact: true }).click()
      await page.getByRole('link', { name: names.quarantine }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('link', { name: names.quarantine }).click()
      await page.waitForSelector('tbody input')
      expect(await violations(page)).toEqual([])
    })
  }
})
