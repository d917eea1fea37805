import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'
import { usePages } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)
let centreId = 0
beforeAll(async () => {
  await addCentre(database(), 'controls')
  centreId = (await database().prisma.centre.findUniqueOrThrow({ where: { code: 'controls' } })).id
})

const preview = () => pages.page.getByRole('region', { name: /^前 \d+ 行/ }).first()
const headings = async (): Promise<string[]> => preview().locator('thead th').allTextContents()
const column = (field: string) => pages.page.getByLabel(`${field} 对应的列`)

async function open(file: string): Promise<void> {
  const { page, product } = pages
  await page.goto(`${product.address}/data/import?centre=controls`)
  await page.setInputFiles('input[accept*=".xlsx"]', file)
  await preview().waitFor()
}

/** Waits until the look that a change asked for is shown. */
const shows = async (wanted: readonly string[]): Promise<void> =>
  expect.poll(headings, { timeout: 30_000 }).toEqual(['#', ...wanted])

async function checkAndLoad(): Promise<void> {
  const { page } = pages
  await page.getByRole('button', { name: '检查整个文件' }).click()
  await page.getByText('检查完毕，尚未载入任何内容').waitFor()
  await page.getByText('没有不能载入的行').waitFor()
  await page.getByRole('button', { name: '载入', exact: true }).click()
  await page.getByText(/已载入（批次 \d+）/).waitFor()
}

/** Two sheets of cases, one row a step, and a sheet of notes. */
function stepWorkbook(): string {
  const book = utils.book_new()
  const head = ['办件编号', '环节', '收件时间', '受理时间', '办结时间']
  const month = (name: string, day: string) => [
    head,
    [`S${name}`, '收件', `2013-${day} 09:00`, '', ''],
    [`S${name}`, '受理', '', `2013-${day} 10:00`, ''],
    [`S${name}`, '办结', '', '', `2013-${day} 15:00`],
  ]
  utils.book_append_sheet(book, utils.aoa_to_sheet(month('5', '05-06')), '五月')
  utils.book_append_sheet(book, utils.aoa_to_sheet(month('6', '06-03')), '六月')
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['说明', '内容'],
      ['一', '二'],
    ]),
    '说明',
  )
  return temporaryFile('各月.xlsx', Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer))
}

describe('the controls of a workbook', () => {
  it('choose sheets, heading rows and target, and fold the steps of a case', async () => {
    const { page } = pages
    await open(stepWorkbook())
    const columns = ['办件编号', '环节', '收件时间', '受理时间', '办结时间']
    await page.getByRole('combobox', { name: '工作表', exact: true }).selectOption('六月')
    await shows(columns)
    await page.getByLabel('表头占几行').fill('2')
    await page.getByLabel('表头占几行').press('Tab')
    await expect.poll(async () => (await headings())[1]).toBe('办件编号 / S6')
    await page.getByLabel('表头占几行').fill('1')
    await page.getByLabel('表头占几行').press('Tab')
    await shows(columns)
    await page.getByLabel('表头行').fill('2')
    await page.getByLabel('表头行').press('Tab')
    await expect.poll(async () => (await headings())[1]).toBe('S6')
    await page.getByRole('combobox', { name: '工作表', exact: true }).selectOption('all')
    await shows([...columns, '工作表'])
    await page.getByLabel('载入为').selectOption('trades')
    await column('交易类别').waitFor()
    await page.getByLabel('载入为').selectOption('cases')
    await column('办件类型').waitFor()
    await shows([...columns, '工作表'])

    const repeats = page.getByLabel('同一编号有多行时')
    await page.getByText('每个环节一行').first().waitFor()
    await repeats.selectOption('refuse')
    await repeats.selectOption('fold')
    await checkAndLoad()
    const cases = await database().prisma.case.findMany({
      where: { centreId, caseNumber: { startsWith: 'S' } },
      orderBy: { caseNumber: 'asc' },
    })
    expect(cases.map(row => row.caseNumber)).toEqual(['S5', 'S6'])
    for (const row of cases)
      expect([row.receivedAt, row.acceptedAt, row.completedAt].every(time => time !== null)).toBe(true)
  })
})

const tenders = [
  '编号;项目名称;地区;预算价;中标价;成交日期;公告日期;备注',
  'C1;甲项目;本县;12.5;11.2345678;03/06/2013;01/05/2013;正常',
  'C2;乙项目;本县;暂无;10;04/06/2013;01/05/2013;正常',
  'C3;丙项目;外县;20;18;04/06/2013;01/05/2013;正常',
  'C4;丁项目;本县;20;18;04/06/2013;01/05/2013;作废',
].join('\n')

describe('the controls of a text file', () => {
  it('choose encoding, delimiter, columns, forms, units, rules, and keep it all', async () => {
    const { page } = pages
    await open(temporaryFile('招标.csv', iconv.encode(tenders, 'gbk')))
    const columns = ['编号', '项目名称', '地区', '预算价', '中标价', '成交日期', '公告日期', '备注']
    await page.getByLabel('编码').selectOption('utf-16le')
    await expect.poll(headings).not.toContain('项目名称')
    await page.getByLabel('编码').selectOption('gb18030')
    await shows(columns)
    await page.getByLabel('分隔符').selectOption(',')
    await expect.poll(async () => (await headings()).length).toBe(2)
    await page.getByLabel('分隔符').selectOption(';')
    await shows(columns)
    await page.getByLabel('载入为').selectOption('trades')
    await column('统一交易标识码').selectOption('column:编号')
    await column('项目（标段）名称').selectOption('column:项目名称')
    await column('控制价').selectOption('column:预算价')
    await column('成交价').selectOption('column:中标价')
    await column('成交日').selectOption('column:成交日期')

    // A list and a text as fixed values; a field without a column; one column for two fields.
    await column('交易类别').selectOption('constant')
    await page.getByLabel('交易类别 的固定值').selectOption('procurement')
    await column('交易结果').selectOption('constant')
    await page.getByLabel('交易结果 的固定值').selectOption('concluded')
    await column('采购人').selectOption('constant')
    await page.getByLabel('采购人 的固定值').fill('县财政局')
    await column('代理机构').selectOption('')
    await column('公告日').selectOption('column:公告日期')
    await column('公示日').selectOption('column:公告日期')
    await page.getByText('“公告日期”已用于“公告日”').waitFor()

    for (const day of ['成交日', '公告日', '公示日'])
      await page.getByLabel(`${day} 的时间写法`).selectOption('DD/MM/YYYY')
    for (const price of ['控制价', '成交价']) await page.getByLabel(`${price} 的金额单位`).selectOption('wan')
    await page.getByLabel('控制价 按缺失读取的写法').fill('暂无')
    await page.getByLabel('控制价 按缺失读取的写法').press('Tab')
    await page.getByLabel('不足一分的金额四舍五入').check()
    for (const kind of ['单位', '窗口', '事项']) {
      await page.getByLabel(kind, { exact: true }).check()
      await page.getByLabel(kind, { exact: true }).uncheck()
    }
    await page.getByLabel('只导入这些行').selectOption('地区')
    await page.getByLabel('等于（用逗号分隔）', { exact: true }).fill('本县')
    await page.getByLabel('等于（用逗号分隔）', { exact: true }).press('Tab')
    await page.getByLabel('增加不导入的规则，按列').selectOption('备注')
    await page.getByLabel('不导入这些行').last().fill('作废')
    await page.getByLabel('不导入这些行').last().press('Tab')

    // The mapping as a file, and back.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载对应关系（JSON）' }).click(),
    ])
    const kept = readFileSync(await download.path(), 'utf8')
    await column('成交价').selectOption('')
    await page.setInputFiles('input[accept=".json"]', temporaryFile('m.json', kept))
    await expect.poll(async () => column('成交价').inputValue()).toBe('column:中标价')

    await checkAndLoad()
    const trades = await database().prisma.trade.findMany({
      where: { centreId },
      orderBy: { tradeCode: 'asc' },
    })
    expect(trades.map(({ tradeCode, baseFen, awardFen }) => [tradeCode, baseFen, awardFen])).toEqual([
      ['C1', 12_500_000n, 11_234_568n],
      ['C2', null, 10_000_000n],
    ])
    expect(trades[0]).toMatchObject({ buyer: '县财政局', category: 'procurement' })

    // Kept under a name, it is offered for the next file of its kind.
    await page.getByLabel('对应关系另存为').fill('招标台账')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存为“招标台账”第 1 版').waitFor()
    await page.getByRole('button', { name: '再导入一个文件' }).click()
    await page.setInputFiles(
      'input[accept*=".xlsx"]',
      temporaryFile('招标.csv', iconv.encode(tenders, 'gbk')),
    )
    await preview().waitFor()
    await page.getByLabel('载入为').selectOption('trades')
    await column('成交价').selectOption('')
    await page.getByLabel('已存的对应关系').selectOption('招标台账')
    await expect.poll(async () => column('成交价').inputValue()).toBe('column:中标价')
    await page.getByRole('button', { name: '检查整个文件' }).click()
    await page.getByText('所有行都与已有的相同，没有可以载入的内容').waitFor()
    expect(await page.getByRole('button', { name: '载入', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: '返回修改' }).click()
    await page.getByRole('button', { name: '再导入一个文件' }).click()
    await page.getByText('把文件拖到这里').waitFor()
  })

  it('keep the cursor, and tell rows that are there from rows that are refused', async () => {
    const { page } = pages
    const rows = '办件编号,收件时间,办结时间\nM1,2013-06-03 09:00,\n'
    await open(temporaryFile('一.csv', rows))
    await checkAndLoad()
    await open(temporaryFile('二.csv', `${rows}M2,昨天,\n`))
    await page.getByRole('button', { name: '检查整个文件' }).press('Enter')
    await page.getByText('没有可以载入的内容：1 行与已有的相同，1 行不能载入').waitFor()
    expect(await page.locator(':focus').textContent()).toContain('检查')
  })

  it('page through a wide file and find a column by words', async () => {
    const { page } = pages
    const wide = Array.from({ length: 90 }, (_, index) => `列${index + 1}`)
    await open(temporaryFile('宽.csv', `办件编号,收件时间,${wide.join(',')}\nW1,2013-06-03 09:00\n`))
    await page.getByText('共 92 列，显示 1–40 列').waitFor()
    await page.getByRole('button', { name: '后面的列' }).click()
    await page.getByText('共 92 列，显示 41–80 列').waitFor()
    await page.getByRole('button', { name: '前面的列' }).click()
    await page.getByText('共 92 列，显示 1–40 列').waitFor()
    await page.getByLabel('渠道 的列名筛选').fill('列90')
    await column('渠道').selectOption('column:列90')
    expect(await column('渠道').locator('option').count()).toBe(3)
  })

  it('say what to choose where a file is not recognised', async () => {
    const { page } = pages
    await open(temporaryFile('不明.csv', '甲,乙\n1,2\n'))
    await page.getByText('没有认出文件是什么数据').waitFor()
    expect(await page.getByRole('button', { name: '检查整个文件' }).isDisabled()).toBe(true)
    await page.getByLabel('载入为').selectOption('feedback')
    await page.getByText('还没有对应的必填栏：').waitFor()
  })
})

describe('a second file with the same headings', () => {
  const head = '项目编号,项目名称,交易类别,交易结果,控制价,中标价,成交日期\n'
  const row = (code: string, base: string, award: string): string =>
    `${code},道路,工程建设,成交,${base},${award},2013-05-06\n`

  it('is read in its own unit, which is said first, or anew', async () => {
    const { page } = pages
    await open(temporaryFile('五月.csv', `五月交易（单位：万元）,,,,,,\n${head}${row('K1', '150', '135.5')}`))
    await checkAndLoad()
    const june = `六月交易（单位：元）,,,,,,\n${head}${row('K2', '1500000', '1350000')}`
    await open(temporaryFile('六月.csv', june))
    const findings = page.getByRole('region', { name: '查看结果' })
    await findings.getByText('“中标价”上次按“万元”读取，这个文件写的是“元”，改按“元”读取').waitFor()
    const kept = page.getByText(/^沿用上次的对应关系（#\d+）/).first()
    await kept.waitFor()
    await page.getByRole('button', { name: '重新识别' }).click()
    await expect.poll(async () => page.getByRole('button', { name: '重新识别' }).count()).toBe(0)
    expect(await findings.getByText('改按“元”读取').count()).toBe(0)
    await checkAndLoad()
    const { rows } = await database().pool.query(
      `SELECT "tradeCode", "awardFen"::text FROM "Trade"
        WHERE "centreId" = $1 AND "tradeCode" LIKE 'K%' ORDER BY 1`,
      [centreId],
    )
    expect(rows).toEqual([
      { tradeCode: 'K1', awardFen: '135500000' },
      { tradeCode: 'K2', awardFen: '135000000' },
    ])
  })
})
