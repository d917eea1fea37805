import type { Finding } from '../../server/intake/propose/finding.ts'
import type { Look } from '../../server/intake/propose/look.ts'
import { Buffer } from 'node:buffer'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { findingText, weightOf } from '../../server/intake/propose/finding.ts'
import { look } from '../../server/intake/propose/look.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, loadProposed, lookAt, temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'

// The second file with the same headings: the mapping of the first one is used, and what the second file
// says of itself is preferred to it.

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')

const fileOf = (text: string, target: 'trades' | 'feedback' | 'cases') => ({
  file: temporaryFile('export.csv', text),
  target,
  now,
})

const findingOf = ({ findings }: Look, about: Finding['about']): Finding | undefined =>
  findings.find(finding => finding.about === about)

/** Loads the first file into a centre of its own, and looks at the second. */
async function second(
  centre: string,
  target: 'trades' | 'feedback' | 'cases',
  texts: [string, string],
): Promise<{ first: Look; seen: Look; load: () => ReturnType<typeof loadProposed> }> {
  await addCentre(database(), centre)
  const asked = texts.map(text => fileOf(text, target))
  const first = await lookAt(database(), centre, asked[0]!)
  const loaded = await loadProposed(database(), centre, asked[0]!)
  expect([loaded.loaded > 0, addsUp(loaded)]).toEqual([true, true])
  const seen = await lookAt(database(), centre, asked[1]!)
  return { first, seen, load: async () => loadProposed(database(), centre, asked[1]!) }
}

const awardsOf = async (centre: string): Promise<string[]> => {
  const { id } = await centresOf(database()).find(centre)
  const { rows } = await database().pool.query<{ awardFen: string }>(
    'SELECT "awardFen" FROM "Trade" WHERE "centreId" = $1 ORDER BY "tradeCode"',
    [id],
  )
  return rows.map(row => row.awardFen)
}

const head = '项目编号,项目名称,交易类别,交易结果,控制价,中标价,成交日期\n'
const trade = (code: string, base: string, award: string): string =>
  `${code},道路工程,工程建设,成交,${base},${award},2026-10-12\n`
const inWan = `十月交易（单位：万元）,,,,,,\n${head}${trade('G1', '150', '135.5')}${trade('G2', '90', '81.2')}`

describe('the unit of money of another file', () => {
  it('is that which the file itself names, and a finding of the first rank says so', async () => {
    const inYuan = `十一月交易（单位：元）,,,,,,\n${head}${trade('H1', '1500000', '1350000')}`
    const { seen, load } = await second('kept-yuan', 'trades', [inWan, inYuan])
    expect(seen.kept).toMatch(/^#\d+$/)
    const said = seen.findings.filter(({ about }) => about === 'keptUnitDiffers')
    expect(said.map(({ details }) => details.column)).toEqual(['控制价', '中标价'])
    expect(said.map(weightOf)).toEqual(['wrong', 'wrong'])
    expect(findingText(said[0]!, 'zh')).toContain('上次按“万元”读取，这个文件写的是“元”')
    await load()
    // 135.5 and 81.2 of 万元, and 1,350,000 yuan, in fen.
    expect(await awardsOf('kept-yuan')).toEqual(['135500000', '81200000', '135000000'])
  })

  it('is read from a note below the rows, and from a title in brackets', async () => {
    const rows = `${head}${trade('H1', '1500', '1351.5')}注：本表金额单位为万元,,,,,,\n`
    const inYuan = `十月交易（单位：元）,,,,,,\n${head}${trade('G1', '1500000', '1355000')}`
    const { seen, load } = await second('kept-note', 'trades', [inYuan, rows])
    expect(findingOf(seen, 'keptUnitDiffers')).toBeDefined()
    await load()
    expect(await awardsOf('kept-note')).toEqual(['135500000', '1351500000'])
    await addCentre(database(), 'fresh-title')
    const titled = `十月交易（金额：万元）,,,,,,\n${head}${trade('G1', '150', '135.5')}`
    await loadProposed(database(), 'fresh-title', fileOf(titled, 'trades'))
    expect(await awardsOf('fresh-title')).toEqual(['135500000'])
  })

  it('that the file does not name is that of last time, which is said and sized up', async () => {
    const inYuan = `十月交易（单位：元）,,,,,,\n${head}${trade('G1', '1500000', '1355000')}`
    const bare = `${head}${trade('H1', '1500', '1351.8')}${trade('H2', '900', '812.5')}`
    const { seen } = await second('kept-bare', 'trades', [inYuan, bare])
    expect(findingOf(seen, 'keptUnit')?.details).toMatchObject({ column: '控制价', chosen: { zh: '元' } })
    expect(findingOf(seen, 'amountsSmall')).toBeDefined()
  })

  it('is not taken from a sum below the rows', async () => {
    const summed = `${head}${trade('H1', '1500000', '1350000')}注：成交总金额：135万元,,,,,,\n`
    const inYuan = `十月交易（单位：元）,,,,,,\n${head}${trade('G1', '1500000', '1355000')}`
    const { seen } = await second('kept-sum', 'trades', [inYuan, summed])
    expect(findingOf(seen, 'keptUnitDiffers')).toBeUndefined()
    expect(seen.mapping?.moneyUnits.award ?? seen.mapping?.moneyUnit).toBe('yuan')
  })
})

describe('a value for all rows', () => {
  const rows = '日期,窗口,群众姓名,内容\n2026-10-08,A03,王某,态度\n2026-10-09,A04,李某,速度\n'
  const withUnit = rows.replaceAll(',窗口', ',单位').replaceAll(/,A0\d/g, ',公安局')

  it('is not kept for a file whose title names another', async () => {
    const texts: [string, string] = [
      `锦旗登记,,,\n${withUnit}`,
      `投诉登记,,,\n${withUnit.replaceAll('某', '氏')}`,
    ]
    const { seen, load } = await second('kept-kind', 'feedback', texts)
    expect(seen.mapping?.constants.kind).toBe('complaint')
    const said = findingOf(seen, 'keptConstantDiffers')
    expect(said && findingText(said, 'zh')).toContain('“类型”上次都按“锦旗”')
    expect((await load()).loaded).toBe(2)
    const { id } = await centresOf(database()).find('kept-kind')
    const kinds = await database().pool.query<{ kind: string }>(
      'SELECT "kind" FROM "Feedback" WHERE "centreId" = $1 ORDER BY 1',
      [id],
    )
    expect(kinds.rows.map(row => row.kind)).toEqual(['banner', 'banner', 'complaint', 'complaint'])
  })

  it('is named where the file says nothing of it', async () => {
    const { seen } = await second('kept-open', 'feedback', [`锦旗登记,,,\n${withUnit}`, withUnit])
    expect(findingOf(seen, 'keptConstant')?.details.chosen).toEqual({ zh: '锦旗', en: 'Banner' })
    expect(findingOf(seen, 'fromLastTime')?.certain).toBe(false)
  })
})

describe('rows that are no records', () => {
  it('are left out of the second file by the rules that its own rows need', async () => {
    const heading = '办件编号,部门,收件时间,受理时间,办结时间\n'
    const row = (code: string): string => `${code},甲局,2026-10-12,2026-10-12,2026-10-13\n`
    const { seen, load } = await second('kept-totals', 'cases', [
      heading + row('N1'),
      `${heading}${row('N2')}合计,1,,,\n`,
    ])
    expect(findingOf(seen, 'notRows')?.details.count).toBe(1)
    const result = await load()
    expect([result.loaded, result.leftOut, result.quarantined]).toEqual([1, 1, 0])
  })
})

describe('times', () => {
  it('in another order of day and month are read as the file itself shows', async () => {
    const heading = '办件编号,部门,收件时间,受理时间,办结时间\n'
    const { seen, load } = await second('kept-times', 'cases', [
      `${heading}N1,甲局,10/25/2026,10/25/2026,10/26/2026\n`,
      `${heading}N2,甲局,09/10/2026,09/10/2026,26/10/2026\n`,
    ])
    expect(findingOf(seen, 'keptTimesDiffer')?.details).toMatchObject({
      column: '办结时间',
      chosen: 'DD/MM/YYYY',
    })
    const result = await load()
    expect(result.loaded + result.quarantined).toBe(1)
  })
})

describe('rows that a filter of the workbook passes over', () => {
  it('are said before they are loaded with the others', async () => {
    await addCentre(database(), 'hidden-rows')
    const rows = ['N1', 'N2', 'N3', 'N4'].map(code => [
      code,
      '甲局',
      '2026-10-12',
      '2026-10-12',
      '2026-10-13',
    ])
    const sheet = utils.aoa_to_sheet([['办件编号', '部门', '收件时间', '受理时间', '办结时间'], ...rows])
    sheet['!rows'] = [{}, {}, { hidden: true }, {}, { hidden: true }]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '十月')
    const file = temporaryFile('filtered.xlsx', Buffer.from(write(book, { type: 'buffer' }) as Buffer))
    const seen = await lookAt(database(), 'hidden-rows', { file, target: 'cases', now })
    expect(findingOf(seen, 'hiddenRows')?.details.count).toBe(2)
    expect((await loadProposed(database(), 'hidden-rows', { file, target: 'cases', now })).loaded).toBe(4)
  })
})

describe('what a file is loaded as', () => {
  it('is named as a guess where nobody said it', async () => {
    await addCentre(database(), 'target-guess')
    const text = '办件编号,部门,收件时间,受理时间,办结时间\nN1,甲局,2026-10-12,2026-10-12,2026-10-13\n'
    const { target, ...guessed } = fileOf(text, 'cases')
    const said = findingOf(await lookAt(database(), 'target-guess', guessed), 'targetGuess')
    expect(said?.details.chosen).toEqual({ zh: '办件', en: 'Cases' })
    const named = await lookAt(database(), 'target-guess', { ...guessed, target })
    expect(findingOf(named, 'targetGuess')).toBeUndefined()
  })
})

describe('the mapping of last time', () => {
  const heading = '办件编号,部门,收件时间,受理时间,办结时间\n'
  const text = `${heading}N1,甲局,2026-10-12,2026-10-12,2026-10-13\n`

  it('is forgotten with its batch, and left aside where somebody asks so', async () => {
    await addCentre(database(), 'kept-undone')
    const { batchId } = await loadProposed(database(), 'kept-undone', fileOf(text, 'cases'))
    const centre = await centresOf(database()).find('kept-undone')
    const asked = { ...fileOf(text, 'cases'), centre, limits: defaultLimits }
    expect((await look(database(), asked)).kept).toBe(`#${batchId}`)
    expect((await look(database(), { ...asked, anew: true })).kept).toBeNull()
    await undoBatch(database(), batchId, { byUser: 'test', now })
    expect((await look(database(), asked)).kept).toBeNull()
  })
})
