import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { choose, usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now)

async function addCentre(code: string): Promise<number> {
  const { id } = await database().prisma.centre.create({
    data: { code, name: code, nameEn: code, calendar: 'cn' },
  })
  return id
}

/** Two hours of work on Monday, over the noon hour: 120 minutes where noon is closed. */
const file = (): string =>
  temporaryFile(
    '首批.csv',
    '办件编号,收件时间,受理时间,办结时间\nN1,2013-06-03 11:00,2013-06-03 11:00,2013-06-03 15:30\n',
  )

const check = () => pages.page.getByRole('button', { name: '检查整个文件' })

async function loadFile(): Promise<void> {
  const { page } = pages
  await check().click()
  await page.getByText('检查完毕，尚未载入任何内容').waitFor()
  await page.getByRole('button', { name: '载入', exact: true }).click()
  await page.getByText(/已载入（批次 \d+）/).waitFor()
}

describe('the first import of a new centre', () => {
  it('asks for its hours and calendar, and works out cases by them', async () => {
    const { page, product } = pages
    const centreId = await addCentre('newhall')
    await page.goto(`${product.address}/data/import?centre=newhall`)
    const asked = page.getByRole('region', { name: '本中心的办公时间和日历' })
    await asked.getByText('时区：Asia/Shanghai').waitFor()
    await page.setInputFiles('input[accept*=".xlsx"]', file())
    await page.getByText('请先填写本中心的办公时间', { exact: true }).waitFor()
    expect(await check().isDisabled()).toBe(true)

    // Hours that end before they begin are named, and nothing is stored.
    const morning = asked.getByRole('group', { name: '上午' })
    const afternoon = asked.getByRole('group', { name: '下午' })
    await morning.getByLabel('从', { exact: true }).fill('12:00')
    await morning.getByLabel('到', { exact: true }).fill('08:00')
    await afternoon.getByLabel('不办公').check()
    expect(await afternoon.getByLabel('从', { exact: true }).count()).toBe(0)
    await asked.getByRole('button', { name: '保存办公时间' }).click()
    await asked.getByRole('alert').waitFor()
    expect(pages.noise.splice(0).every(line => line.includes('400'))).toBe(true)
    expect(await database().prisma.hallTimetable.count({ where: { centreId } })).toBe(0)

    await morning.getByLabel('从', { exact: true }).fill('08:00')
    await morning.getByLabel('到', { exact: true }).fill('12:00')
    await afternoon.getByLabel('不办公').uncheck()
    await afternoon.getByLabel('从', { exact: true }).fill('14:30')
    await afternoon.getByLabel('到', { exact: true }).fill('17:30')
    await asked.getByRole('button', { name: '保存办公时间' }).click()
    await asked.waitFor({ state: 'detached' })
    await page.getByText('8:00–12:00, 14:30–17:30').first().waitFor()

    await loadFile()
    const caseRow = await database().prisma.case.findFirstOrThrow({ where: { centreId, caseNumber: 'N1' } })
    expect(caseRow.workedMinutes).toBe(120)
    const where = { action: 'working-time-set', centre: 'newhall', outcome: 'done' }
    expect(await database().prisma.auditEntry.count({ where })).toBe(1)

    // It is asked once.
    await page.goto(`${product.address}/data/import?centre=newhall`)
    await page.getByText('把文件拖到这里').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await asked.count()).toBe(0)
  })

  it('takes a centre without a calendar', async () => {
    const { page, product } = pages
    const centreId = await addCentre('elsewhere')
    await page.goto(`${product.address}/data/import?centre=elsewhere`)
    const asked = page.getByRole('region', { name: '本中心的办公时间和日历' })
    await asked.getByLabel('工作日按').selectOption('none')
    expect(await asked.getByRole('group').count()).toBe(0)
    await asked.getByRole('button', { name: '保存办公时间' }).click()
    await asked.waitFor({ state: 'detached' })
    await page.setInputFiles('input[accept*=".xlsx"]', file())
    await loadFile()
    const caseRow = await database().prisma.case.findFirstOrThrow({ where: { centreId, caseNumber: 'N1' } })
    expect(caseRow.workedMinutes).toBeNull()
  })

  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ])('has no violation in %s, %s, and fits a phone', async (language, theme) => {
    const { page, product } = pages
    await addCentre(`seen-${language}`)
    await choose(page, language, theme)
    await page.goto(`${product.address}/data/import?centre=seen-${language}`)
    await page.locator('input[type=time]').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
