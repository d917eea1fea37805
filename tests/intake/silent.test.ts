import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { loadProposed, lookAt, temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'

// Files that were once loaded without a word and were wrong, as a clerk of a county exports them.

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')

async function newCentre(code: string): Promise<string> {
  await addCentre(database(), code)
  return code
}

const fileOf = (text: string, target: TargetName = 'cases') => ({
  file: temporaryFile('export.csv', text),
  target,
  now,
})

async function aboutOf(centre: string, file: ReturnType<typeof fileOf>): Promise<string[]> {
  const { findings } = await lookAt(database(), centre, file)
  return findings.map(({ about }) => about)
}

async function figure(centre: string, name: string, period = '2026-10'): Promise<number | null> {
  const question = { measures: [name], centres: [centre], period }
  const { current } = await ask(question, { database: database(), scope: wholeScope, now })
  return figureOf(measureNamed(name), current.overall).value
}

const warned = (result: { warnings: { warning: string; count: number }[] }): Record<string, number> =>
  Object.fromEntries(result.warnings.map(({ warning, count }) => [warning, count]))

const heading = '办件编号,部门,事项,申请人,收件时间,受理时间,办结时间\n'

describe('money in other units than 元 and 万元', () => {
  it('0.35 亿元 against 33,000 千元 saves 200 万元', async () => {
    const centre = await newCentre('units-of-money')
    const file = fileOf(
      '项目编号,类别,项目名称,预算金额(亿元),中标金额(千元),中标日期,交易结果\n' +
        'J1,工程建设,城南道路,0.35,33000,2026-10-13,成交\n',
      'trades',
    )
    expect((await loadProposed(database(), centre, file)).loaded).toBe(1)
    expect(await figure(centre, 'tradeAmount')).toBe(3_300_000_000)
    expect(await figure(centre, 'savings')).toBe(200_000_000)
  })
})

describe('a quote that is not closed', () => {
  // The quote before 李 ends at the one after 王: two rows become one with seven columns.
  const text =
    `${heading}N1,甲局,登记,甲,2026-10-12,2026-10-12,2026-10-12\n` +
    'N2,甲局,登记,"李,2026-10-13,2026-10-13,2026-10-13\n' +
    'N3,甲局,登记,王"乙,2026-10-14,2026-10-14,2026-10-15\n' +
    'N4,甲局,登记,丁,2026-10-15,2026-10-15,2026-10-15\n'

  it('is announced, and what it swallows is not loaded under another number', async () => {
    const centre = await newCentre('open-quote')
    const { findings } = await lookAt(database(), centre, fileOf(text))
    expect(findings).toContainEqual(
      expect.objectContaining({
        about: 'rowsRefused',
        details: expect.objectContaining({ why: 'unclosedQuote' }) as unknown,
      }),
    )
    const result = await loadProposed(database(), centre, fileOf(text))
    expect([result.rows, result.loaded, result.quarantined]).toEqual([3, 2, 1])
    expect(result.problems.map(({ reason }) => reason)).toEqual(['unclosedQuote'])
  })

  it('is not seen in a note over several lines with commas of its own', async () => {
    const centre = await newCentre('long-note')
    const note = '"甲, 乙\n丙, 丁, 戊, 己"'
    const file = fileOf(`${heading}N1,甲局,登记,${note},2026-10-12,2026-10-12,2026-10-12\n`)
    expect((await loadProposed(database(), centre, file)).loaded).toBe(1)
  })
})

describe('outcomes without a time of completion', () => {
  const text =
    '办件编号,部门,事项,收件时间,受理时间,办结时间,办件状态\n' +
    'N1,甲局,登记,2026-10-12,2026-10-12,2026-10-12,准予\n' +
    'N2,甲局,登记,2026-10-12,2026-10-12,,退件\n' +
    'N3,甲局,登记,2026-10-12,,,不予受理\n' +
    'N4,甲局,登记,2026-10-12,2026-10-12,,办理中\n'

  it('are announced and counted in a warning: they stay open', async () => {
    const centre = await newCentre('no-completion')
    expect(await aboutOf(centre, fileOf(text))).toContain('endedWithoutTime')
    expect(warned(await loadProposed(database(), centre, fileOf(text)))).toMatchObject({
      endedWithoutTime: 2,
    })
    expect(await figure(centre, 'openCases')).toBe(3)
  })
})

describe('rows that share a number', () => {
  it('are different cases where they name different items, however much later rows fill', async () => {
    const centre = await newCentre('two-cases')
    const text =
      `${heading}N1,甲局,登记,甲,2026-10-12,2026-10-12,\n` +
      'N1,甲局,换证,甲,2026-10-13,2026-10-13,2026-10-13\n' +
      'N2,甲局,登记,乙,2026-10-14,2026-10-14,2026-10-14\n'
    expect(await aboutOf(centre, fileOf(text))).toContain('duplicateKeys')
    const result = await loadProposed(database(), centre, fileOf(text))
    expect([result.loaded, result.quarantined, result.leftOut]).toEqual([2, 1, 0])
  })

  it('are put together where a later step leaves blank what an earlier one says', async () => {
    const centre = await newCentre('steps')
    const text =
      '办件编号,部门,事项,当前环节,收件时间,受理时间,办结时间\n' +
      'N1,甲局,登记,收件,2026-10-12 09:00,,\n' +
      'N1,甲局,登记,受理,2026-10-12 09:00,2026-10-12 10:00,\n' +
      'N1,甲局,登记,办结,,,2026-10-13 15:00\n' +
      'N2,甲局,登记,收件,2026-10-14 09:00,,\n'
    expect(await aboutOf(centre, fileOf(text))).toContain('foldedKeys')
    const result = await loadProposed(database(), centre, fileOf(text))
    expect([result.loaded, result.quarantined, result.leftOut]).toEqual([2, 0, 2])
    expect(await figure(centre, 'casesReceived')).toBe(2)
    expect(await figure(centre, 'casesCompleted')).toBe(1)
  })
})

describe('corrections that a person should see', () => {
  const october = `${heading}1,甲局,登记,甲,2026-10-12,2026-10-12,2026-10-12\n2,甲局,登记,乙,2026-10-13,2026-10-13,\n`

  it('numbers that begin again each month replace the cases of the month before', async () => {
    const centre = await newCentre('numbers-again')
    await loadProposed(database(), centre, fileOf(october))
    const again = fileOf(october.replaceAll('2026-10', '2026-11'))
    expect(warned(await loadProposed(database(), centre, { ...again, dryRun: true }))).toEqual({
      noWindow: 2,
      otherReceipt: 2,
    })
  })

  it('a completion that a later file leaves blank opens its case again', async () => {
    const centre = await newCentre('open-again')
    await loadProposed(database(), centre, fileOf(october))
    const blank = fileOf(october.replace('2026-10-12\n', '\n'))
    const result = await loadProposed(database(), centre, { ...blank, dryRun: true })
    expect([result.corrected, warned(result).reopened]).toEqual([1, 1])
  })

  it('a day of receipt that moves by a week, and a case that ends, are nothing to see', async () => {
    const centre = await newCentre('usual')
    await loadProposed(database(), centre, fileOf(october))
    const later = october.replace(
      '2,甲局,登记,乙,2026-10-13,2026-10-13,',
      '2,甲局,登记,乙,2026-10-06,2026-10-13,2026-10-15',
    )
    const result = await loadProposed(database(), centre, { ...fileOf(later), dryRun: true })
    expect(warned(result)).toEqual({ noWindow: 1 })
  })
})
