import type { County } from '../support/province.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { usePages, violations } from '../support/pages.ts'
import { loadProvince } from '../support/province.ts'

const database = useDatabase('empty')
const county = (division: string, name: string, more: Partial<County> = {}): County => ({
  code: `c${division}`,
  name: `${name}政务服务中心`,
  nameEn: `Centre ${division}`,
  division,
  place: name,
  latePerHundred: 4,
  until: '2013-06-28',
  ...more,
})

const cities: Record<string, string[]> = {
  3505: ['惠安县', '安溪县', '永春县', '德化县', '石狮市', '晋江市', '南安市'],
  3506: ['云霄县', '漳浦县', '诏安县', '东山县', '南靖县', '华安县', '龙海市'],
}
/** What is particular about some of them. */
const particular: Record<string, Partial<County>> = {
  安溪县: { latePerHundred: 60 },
  南靖县: { until: '2013-05-03' },
}
const counties = Object.entries(cities).flatMap(([city, names]) =>
  names.map((name, place) => county(`${city}2${place}`, name, particular[name])),
)
const codeOf = (name: string): string => counties.find(({ place }) => place === name)?.code ?? ''
const compared = (city: string): string[] =>
  counties.filter(one => one.division.startsWith(city) && one.place !== '南靖县').map(({ code }) => code)

// Before the product starts: it would fill an empty database with the demo county.
beforeAll(async () => {
  await loadProvince(database(), {
    divisions: [
      ['35', '福建省'],
      ['3505', '泉州市'],
      ['3506', '漳州市'],
    ],
    counties,
    perDay: 24,
  })
  const goal = 'measure,value,validFrom,validTo\nonTimeRate,99.9,2013-01-01,2013-12-31'
  expect((await load(database(), { centre: codeOf('永春县'), target: 'targets' }, goal)).problems).toEqual([])
}, 240_000)

const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'leader')
const period = 'period=2013-03-01..2013-06-28'

const lines = async (): Promise<string[]> =>
  pages.page
    .locator('table.matrix tbody tr')
    .evaluateAll(rows => rows.map(row => row.getAttribute('data-line') ?? ''))
const opened = async (): Promise<void> => {
  await pages.page.goto(`${pages.product.address}/centres?${period}`)
  await pages.page.locator('table.matrix tbody tr').first().waitFor()
}

it('the deputy governor finds the county that is latest, and why, in three clicks', async () => {
  const { page, product } = pages
  await page.goto(`${product.address}/?${period}`)
  await page.getByRole('link', { name: '各中心', exact: true }).click()
  const first = page.locator('[data-attention]').first()
  await first.getByText('安溪县：按时办结率显著低于合计').waitFor()
  expect(await page.locator('[data-sentence]').textContent()).toContain('安溪县')
  expect(await first.textContent()).toMatch(/超期办结中 \d+ 件（100%）在驾照窗口/)
  expect(await first.textContent()).toContain('责任：安溪县政务服务中心负责人')
  await first.locator('a.row').click()
  await page.waitForURL(url => url.pathname === '/' && url.searchParams.get('centre') === codeOf('安溪县'))
  await page.locator('[data-attention^="windows"] a.row').click()
  await page.waitForURL(/\/windows\/W12/)
  // The same days all the way, and back.
  expect(page.url()).toContain(period)
  await page.getByRole('heading', { name: /超期/ }).first().waitFor()
  await page.goBack()
  await page.goBack()
  await page.waitForURL(/\/centres/)
  expect(page.url()).toContain(period)
})

describe('all centres', () => {
  it('stand in one tree with exact sums, and only evidence is red', async () => {
    const { page } = pages
    await opened()
    expect(await lines()).toEqual(['35+', '3505+', ...compared('3505'), '3506+', ...compared('3506')])
    const received = async (line: string): Promise<number> =>
      Number(
        (
          await page.locator(`[data-line="${line}"] [data-cell="casesReceived"] .value`).textContent()
        )?.replace(',', ''),
      )
    expect(await received('35+')).toBe((await received('3505+')) + (await received('3506+')))
    let sum = 0
    for (const code of compared('3506')) sum += await received(code)
    expect(await received('3506+')).toBe(sum)
    await page.locator('[data-exact]').getByText('已逐级核对').waitFor()
    expect(
      await page
        .locator('.cell.worse')
        .evaluateAll(all => all.map(element => element.closest('tr')?.dataset.line)),
    ).toEqual([codeOf('安溪县')])
    // The goal of one county is missed, which is said of that county alone.
    await page
      .locator(`[data-attention="centre ${codeOf('永春县')}"]`)
      .getByText('按时办结率未达目标')
      .waitFor()
    expect(await page.locator('[data-attention]').count()).toBe(3)
  })

  it('say who has not reported, and who is therefore left out', async () => {
    const { page } = pages
    await opened()
    await page.getByText('14 个中心报了 13 个，南靖县未报').waitFor()
    expect(await page.locator('[data-behind]').textContent()).toContain('南靖县')
    await page.locator('[data-attention="reported"]').getByText('南靖县报至5月').waitFor()
    await page.locator(`[data-reported="${codeOf('南靖县')}"]`).click()
    await page.waitForURL(url => url.searchParams.get('centre') === codeOf('南靖县'))
  })

  it('are ordered by evidence, folded by city and searched for', async () => {
    const { page } = pages
    await opened()
    await page.locator('[data-order]').selectOption('onTimeRate')
    await page.getByText('显著差于合计（1 个）').waitFor()
    expect((await lines()).slice(0, 2)).toEqual(['worse', codeOf('安溪县')])
    await page.getByText('不排名次').waitFor()
    await page.locator('[data-order]').selectOption('tree')
    // A folded city keeps the county that stands out in sight.
    await page.getByRole('button', { name: /泉州市合计/ }).click()
    expect(await lines()).toEqual(['35+', '3505+', codeOf('安溪县'), '3506+', ...compared('3506')])
    await page.getByLabel('查找中心').fill('华安')
    expect(await lines()).toEqual(['35+', '3506+', codeOf('华安县')])
    expect(await violations(page)).toEqual([])
    await page.locator('table.matrix').getByRole('link', { name: '华安县' }).click()
    await page.waitForURL(url => url.searchParams.get('centre') === codeOf('华安县'))
  })
})
