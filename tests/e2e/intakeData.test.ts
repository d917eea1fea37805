import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)
const code = 'sources'
let centreId = 0

const head = 'caseNumber,unit,window,item,receivedAt,acceptedAt,completedAt'
const casesOf = (month: string, places: readonly [unit: string, window: string, count: number][]): string[] =>
  places.flatMap(([unit, window, count]) =>
    Array.from({ length: count }, (_, index) =>
      [
        `${month}-${unit}-${index}`,
        unit,
        window,
        'TEN',
        ...['03 09:00', '03 10:00', '05 09:00'].map(time => `${month}-${time}`),
      ].join(','),
    ),
  )

beforeAll(async () => {
  await addCentre(database(), code)
  await loadSmallHall(database(), code)
  centreId = (await database().prisma.centre.findUniqueOrThrow({ where: { code } })).id
  const may = casesOf('2013-05', [
    ['U1', 'W1', 6],
    ['U2', 'W2', 4],
  ])
  // One of May has no item, one cannot be read: its units' grades fall, each in its own part.
  const faulty = ['F1,U1,W1,,2013-05-03 09:00,2013-05-03 10:00,', 'F2,U2,W2,TEN,2013-05-03 09:00,2013-13-40,']
  await load(
    database(),
    { centre: code, target: 'cases', now: new Date('2013-06-03T02:00:00Z') },
    [head, ...may, ...faulty].join('\n'),
  )
})

const panel = (name: string) =>
  pages.page.locator('section', { has: pages.page.getByRole('heading', { name, exact: true }) })

describe('a clerk who loads a file that lacks a unit', () => {
  it('is told so at once, and takes it back with one click', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data/import?centre=${code}`)
    const file = temporaryFile('六月.csv', [head, ...casesOf('2013-06', [['U2', 'W2', 3]])].join('\n'))
    await page.setInputFiles('input[accept*=".xlsx"]', file)
    await page.getByRole('button', { name: '检查整个文件' }).click()
    await page.getByText('检查完毕，尚未载入任何内容').waitFor()
    await page.getByRole('button', { name: '载入', exact: true }).click()
    await page.getByText(/已载入（批次 \d+）/).waitFor()
    // Ten of May were completed, three of June are.
    await page.getByText('办结量比上一批（2013-05）少 70%：数据是否不全？').waitFor()
    await page.getByText('上一批有、这一批没有的单位：1 个（工商局）。是否缺少它们的数据？').waitFor()
    expect(await violations(page)).toEqual([])
    const june = { centreId, caseNumber: { startsWith: '2013-06' } }
    expect(await database().prisma.case.count({ where: june })).toBe(3)
    await page.getByRole('button', { name: /^撤销这一批/ }).click()
    await page.getByText(/批次 \d+ 已撤销/).waitFor()
    expect(await database().prisma.case.count({ where: june })).toBe(0)
  })
})

describe('the quality of the records', () => {
  it('is graded by unit and month, and each part opens its rows', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data?centre=${code}`)
    const quality = panel('数据质量')
    await quality.getByRole('button', { name: /^2013-05 工商局 完整/ }).click()
    await quality.getByText('拉低这一项的记录').waitFor()
    expect(await quality.locator('.rows').textContent()).toContain('F1')
    await quality.getByRole('button', { name: /^2013-05 交管大队 有效/ }).click()
    await quality.getByText('2013-05 · 交管大队 · 有效').waitFor()
    await quality.getByText('在隔离区').waitFor()
    await quality.getByRole('button', { name: /^2013-05 交管大队 有效/ }).click()
    expect(await quality.locator('.rows').count()).toBe(0)
    for (const fact of ['trades', 'feedback', 'cases']) {
      await quality.getByLabel('评价内容').selectOption(fact)
      await quality
        .getByText(fact === 'cases' ? '2013-05' : '没有')
        .first()
        .waitFor()
    }
  })
})

describe('the contract of a source', () => {
  it('stands on screen, names whom to call, and leaves as ODCS', async () => {
    const { page, product } = pages
    await page.goto(`${product.address}/data?centre=${code}`)
    const contract = panel('数据约定')
    await contract.getByText('caseNumber').waitFor()
    await contract.getByLabel('联系人').fill('林 0596-1234567')
    await contract.getByRole('button', { name: '保存' }).click()
    const changed = { action: 'contract-changed', centre: code, outcome: 'done' }
    await expect.poll(async () => database().prisma.auditEntry.count({ where: changed })).toBe(1)
    const entry = await database().prisma.auditEntry.findFirstOrThrow({ where: changed })
    expect(entry.subject).toBe('cases')
    expect(JSON.stringify(entry.details)).toContain('林 0596-1234567')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      contract.getByRole('button', { name: '导出 ODCS' }).click(),
    ])
    const odcs = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>
    expect(odcs).toMatchObject({ kind: 'DataContract', id: `${code}-cases` })
    expect(JSON.stringify(odcs)).toContain('林 0596-1234567')
    await contract.getByLabel('哪种数据').selectOption('trades')
    await contract.getByText('tradeCode').waitFor()
    expect(await contract.getByLabel('联系人').inputValue()).toBe('')
  })

  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ])('and the rest of the page have no violation in %s, %s', async (language, theme) => {
    const { page, product } = pages
    await choose(page, language, theme)
    await page.goto(`${product.address}/data?centre=${code}`)
    await page.getByText('caseNumber').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
  })
})
