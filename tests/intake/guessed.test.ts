import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { Finding } from '../../server/intake/propose/finding.ts'
import type { Look } from '../../server/intake/propose/look.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { describe, expect, it } from 'vitest'
import { errorSentence } from '../../server/common/errorWords.ts'
import { findingText } from '../../server/intake/propose/finding.ts'
import { problemSentence } from '../../server/intake/rows/problems.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, loadProposed, lookAt, temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'

// What a file leaves to be guessed is said before it is loaded, in the reader's language.

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')
let centres = 0

async function tried(
  text: string,
  target: TargetName,
): Promise<{ seen: Look; result: LoadResult; centre: string }> {
  const centre = `guessed-${++centres}`
  await addCentre(database(), centre)
  const asked = { file: temporaryFile('export.csv', text), target, now }
  const seen = await lookAt(database(), centre, asked)
  const result = await loadProposed(database(), centre, asked)
  expect(addsUp(result)).toBe(true)
  return { seen, result, centre }
}

const findingOf = ({ findings }: Look, about: string): Finding | undefined =>
  findings.find(finding => finding.about === about)

const storedOf = async (table: string, columns: string, centre: string): Promise<unknown[]> => {
  const rows = await database().pool.query<Record<string, unknown>>(
    `SELECT ${columns} FROM "${table}" t JOIN "Centre" c ON c."id" = t."centreId"
      WHERE c."code" = $1 ORDER BY 1`,
    [centre],
  )
  return rows.rows.map(row => Object.values(row))
}

describe('a list of awards', () => {
  const list =
    '2026年10月政府采购中标公告,,,,,\n项目编号,项目名称,采购人,中标供应商,中标金额（元）,公告日期\n' +
    'CG-1,办公设备,教育局,甲公司,120000,2026-10-12\nCG-2,物业服务,财政局,乙公司,98000,2026-10-15\n'

  it('is of concluded trades, on the day of its notice; each guess is said', async () => {
    const { seen, result, centre } = await tried(list, 'trades')
    expect(seen.mapping?.constants).toMatchObject({ outcome: 'concluded', category: 'procurement' })
    expect(findingOf(seen, 'outcomeGuess')?.certain).toBe(false)
    expect(findingOf(seen, 'dayInstead')?.details).toMatchObject({ column: '公告日期' })
    expect(result.loaded).toBe(2)
    const stored = await storedOf(
      'Trade',
      '"tradeCode", "outcome", "concludedDay"::text, "announcedDay"',
      centre,
    )
    expect(stored).toEqual([
      ['CG-1', 'concluded', '2026-10-12', null],
      ['CG-2', 'concluded', '2026-10-15', null],
    ])
  })

  it('in which a winner says 流标 loads that row not', async () => {
    const { seen, result } = await tried(`${list}CG-3,食堂,卫健局,流标,,2026-10-16\n`, 'trades')
    expect(findingOf(seen, 'rowsRefused')?.details).toMatchObject({ count: 1, why: 'failedAward' })
    expect([result.loaded, result.problems.map(({ reason }) => reason)]).toEqual([2, ['failedAward']])
  })

  it('with a column that may say how trades ended is not guessed', async () => {
    await addCentre(database(), 'remark')
    const text = `${list.replaceAll('公告日期', '公告日期,备注').replaceAll(/(\d\d)\n/g, '$1,成交\n')}`
    const file = temporaryFile('export.csv', `${text}CG-4,食堂,卫健局,,,2026-10-16,流标\n`)
    const seen = await lookAt(database(), 'remark', { file, target: 'trades', now })
    expect(findingOf(seen, 'outcomeGuess')).toBeUndefined()
    expect(findingOf(seen, 'requiredMissing')).toBeDefined()
  })

  it('of projects in lots is told apart by project and lot', async () => {
    const text =
      '项目编号,标段号,项目名称,招标人,中标人,中标价（元）,中标日期,项目类型,交易结果\n' +
      'GC-1,1,道路,住建局,甲公司,1200000,2026-10-12,工程建设,成交\n' +
      'GC-1,2,道路,住建局,乙公司,1300000,2026-10-12,工程建设,成交\n' +
      'GC-2,1,桥梁,住建局,甲公司,2200000,2026-10-13,工程建设,成交\n'
    const { seen, result, centre } = await tried(text, 'trades')
    expect(seen.mapping?.columns.tradeCode).toEqual(['项目编号', '标段号'])
    expect(findingOf(seen, 'joinedKey')).toBeDefined()
    expect(result.loaded).toBe(3)
    expect(await storedOf('Trade', '"tradeCode"', centre)).toEqual([['GC-1/1'], ['GC-1/2'], ['GC-2/1']])
  })
})

describe('amounts and counts', () => {
  it('a price is no number of bidders', async () => {
    await addCentre(database(), 'bids')
    const text =
      '项目编号,项目名称,交易类别,投标报价（元）,中标价（元）,中标日期,交易结果\n' +
      'G1,甲,工程建设,1250000,1200000,2026-10-12,成交\nG2,乙,工程建设,35,30,2026-10-13,成交\n'
    const file = temporaryFile('export.csv', text)
    const { mapping } = await lookAt(database(), 'bids', { file, target: 'trades', now })
    expect(mapping?.columns.bidders).toBeUndefined()
    expect(mapping?.columns.award).toBe('中标价（元）')
  })

  const small = (first: string): string =>
    '项目编号,项目名称,交易类别,中标价,中标日期,交易结果\n' +
    `G1,甲,工程建设,${first},2026-10-12,成交\nG2,乙,工程建设,480.5,2026-10-13,成交\n`

  it('too small for yuan are said where the unit is not', async () => {
    const { seen, centre } = await tried(small('356.8'), 'trades')
    expect(findingOf(seen, 'amountsSmall')?.certain).toBe(false)
    expect(await storedOf('Trade', '"tradeCode", "awardFen"::int', centre)).toEqual([
      ['G1', 35_680],
      ['G2', 48_050],
    ])
  })

  it('with parts of a 分 can only be 万元', async () => {
    const { seen, centre } = await tried(small('356.8215'), 'trades')
    expect(seen.mapping?.moneyUnits.award).toBe('wan')
    expect(await storedOf('Trade', '"tradeCode", "awardFen"::int', centre)).toEqual([
      ['G1', 356_821_500],
      ['G2', 480_500_000],
    ])
  })
})

describe('headings in pinyin', () => {
  it('are those of the Chinese ones', async () => {
    const text =
      'banjianbianhao,banlibumen,shoujianshijian,shouli_shijian,BanJieShiJian,beizhu\n' +
      'N1,甲局,2026-10-12,2026-10-12,2026-10-13,\n'
    const { seen, result } = await tried(text, 'cases')
    expect(seen.mapping?.columns).toEqual({
      caseNumber: 'banjianbianhao',
      unit: 'banlibumen',
      receivedAt: 'shoujianshijian',
      acceptedAt: 'shouli_shijian',
      completedAt: 'BanJieShiJian',
    })
    expect(result.loaded).toBe(1)
  })

  it('are read by their first letters alone where these mean one field, and a finding says so', async () => {
    const text = 'BJBH,BLBM,SLSJ,BJSJ,BZ\nN1,甲局,2026-10-12,2026-10-13,\n'
    const { seen, result } = await tried(text, 'cases')
    expect(seen.mapping?.columns).toMatchObject({
      caseNumber: 'BJBH',
      unit: 'BLBM',
      acceptedAt: 'SLSJ',
      completedAt: 'BJSJ',
    })
    const said = seen.findings.filter(({ about }) => about === 'initials')
    expect(said.map(({ details }) => [details.column, details.text])).toEqual([
      ['BJBH', '办件编号'],
      ['BLBM', '办理部门'],
      ['SLSJ', '受理时间'],
      ['BJSJ', '办结时间'],
    ])
    expect(result.loaded).toBe(1)
  })

  it('are not guessed by letters that two fields share, nor for texts of another kind', async () => {
    // SJSJ is 收件时间 and 审结时间 alike; 有 is no time of completion.
    const text =
      'BJBH,BLBM,SLSJ,SJSJ,BJSJ\nN1,甲局,2026-10-12,2026-10-12,有\nN2,乙局,2026-10-12,2026-10-12,无\n'
    const { seen } = await tried(text, 'cases')
    expect(seen.mapping?.columns.completedAt).toBeUndefined()
    expect(seen.mapping?.columns.receivedAt).toBeUndefined()
    expect(seen.mapping?.columns.acceptedAt).toBe('SLSJ')
  })
})

const heading = '办件编号,部门,收件时间,受理时间,办结时间'
const caseRows = (...rows: string[]): string => `${[heading, ...rows].join('\n')}\n`

describe('cases without a time of acceptance', () => {
  it('are counted before the load: none is judged on time or late', async () => {
    const { seen, result } = await tried(
      caseRows(
        'N1,甲局,2026-10-12,2026-10-12,2026-10-13',
        'N2,甲局,2026-10-12,,2026-10-13',
        'N3,甲局,2026-10-12,,',
      ),
      'cases',
    )
    expect(findingOf(seen, 'withoutAcceptance')?.details.count).toBe(1)
    expect(result.warnings).toContainEqual(expect.objectContaining({ warning: 'notAccepted', count: 1 }))
  })
})

describe('days and times', () => {
  it('in full width are read, and nothing else is said of them', async () => {
    const { seen, result, centre } = await tried(
      caseRows('N1,甲局,２０２６－１０－１２,２０２６－１０－１２,２０２６－１０－１３'),
      'cases',
    )
    expect(findingOf(seen, 'timeUnreadable')).toBeUndefined()
    expect(result.loaded).toBe(1)
    expect(await storedOf('Case', '"completedDay"::text', centre)).toEqual([['2026-10-13']])
  })

  it('of zeros are no date', async () => {
    const { seen, result, centre } = await tried(
      caseRows('N1,甲局,2026-10-12,2026-10-12,0000-00-00', 'N2,甲局,2026-10-12,2026-10-12,2026-10-13'),
      'cases',
    )
    expect(findingOf(seen, 'missingWords')?.examples).toEqual(['0000-00-00'])
    expect(result.loaded).toBe(2)
    expect(await storedOf('Case', '"completedDay"::text', centre)).toEqual([['2026-10-13'], [null]])
  })

  it('of zeros where one is required are refused', async () => {
    const { seen, result } = await tried(
      '编号,类型,日期\nF1,投诉,2026-10-12\nF2,投诉,0000-00-00\nF3,投诉,2026-10-14\n',
      'feedback',
    )
    expect(findingOf(seen, 'rowsRefused')?.details).toMatchObject({ count: 1, why: 'placeholderDate' })
    expect([result.loaded, result.quarantined]).toEqual([2, 1])
  })

  it('counted as a spreadsheet does are read as dates, and said', async () => {
    const { seen, result, centre } = await tried(
      caseRows('45123,甲局,46307,46307.375,46308.5', '45124,甲局,46307,46307.5,46309'),
      'cases',
    )
    expect(findingOf(seen, 'serialDates')).toBeDefined()
    expect(seen.mapping?.columns.caseNumber).toBe('办件编号')
    expect(result.loaded).toBe(2)
    expect(await storedOf('Case', '"receivedDay"::text, "completedDay"::text', centre)).toEqual([
      ['2026-10-12', '2026-10-13'],
      ['2026-10-12', '2026-10-14'],
    ])
  })

  it('of which month and day cannot be told are read in the order that lies in the past', async () => {
    const { seen, result, centre } = await tried(
      caseRows('N1,甲局,10/12/2026,10/12/2026,11/12/2026', 'N2,甲局,09/11/2026,09/11/2026,10/11/2026'),
      'cases',
    )
    expect(findingOf(seen, 'timeOrderGuess')).toBeDefined()
    expect([result.loaded, result.quarantined]).toEqual([2, 0])
    expect(await storedOf('Case', '"receivedDay"::text', centre)).toEqual(
      [['2026-10-12'], ['2026-09-11']].sort(),
    )
  })

  it('after today where they may be are said', async () => {
    const text =
      '项目编号,项目名称,交易类别,开标日期,交易结果\nG1,甲,工程建设,2027-01-05,进行中\nG2,乙,工程建设,2026-11-05,进行中\n'
    await addCentre(database(), 'later')
    const file = temporaryFile('export.csv', text)
    const seen = await lookAt(database(), 'later', { file, target: 'trades', now })
    expect(findingOf(seen, 'laterDays')?.details).toEqual({ column: '开标日期', count: 1 })
  })
})

describe('rows that are none', () => {
  it('headings and titles once more, signatures in any cell, and signatures without a colon', async () => {
    const text =
      '办件明细表,,,,\n办件编号,部门,收件时间,受理时间,办结时间\n' +
      'N1,甲局,2026-10-12,2026-10-12,2026-10-13\n办件明细表,,,,\n办件编号,部门,收件时间,受理时间,办结时间\n' +
      'N2,甲局,2026-10-12,2026-10-12,2026-10-13\n制表人,张三,审核人,李四,\n,,,,填表日期：2026-10-31\n' +
      '注：本表不含补件,,,,\n'
    const { seen, result } = await tried(text, 'cases')
    expect(findingOf(seen, 'notRows')?.details.count).toBe(5)
    expect([result.loaded, result.quarantined, result.leftOut]).toEqual([2, 0, 5])
  })

  it('a note under the table takes no record with it that begins like it', async () => {
    const text =
      '事项,办件编号,部门,收件时间,受理时间,办结时间\n' +
      '注销登记,N1,甲局,2026-10-12,2026-10-12,2026-10-13\n注：本表不含补件,,,,,\n'
    const { result } = await tried(text, 'cases')
    expect([result.loaded, result.leftOut]).toEqual([1, 1])
  })
})

describe('what a person reads', () => {
  it('names fields in Chinese and gives reasons in Chinese', async () => {
    const { seen } = await tried(caseRows('N1,甲局,,,2026-10-13', '=A1,甲局,2026-10-12,2026-10-12,'), 'cases')
    const own = /[a-z]+(?:At|Number|Day)\b|\b(?:must|is|not|the)\b/
    for (const finding of seen.findings.filter(({ about }) => about !== 'newCentre'))
      expect(findingText(finding, 'zh')).not.toMatch(own)
    expect(seen.findings.map(finding => findingText(finding, 'zh')).join('\n')).toContain('收件时间')
    const problem = { row: 3, field: 'completedAt', value: '2012-13-40', reason: 'notAnInstant' as const }
    const { fields } = targets.cases
    expect(problemSentence(problem, fields, 'zh')).toBe('第 3 行 办结时间“2012-13-40”不是时间')
    expect(problemSentence(problem, fields, 'en')).toContain('Completed')
    const details = { mapping: 'cases', field: '类型', reason: 'a required field has no column' }
    expect(errorSentence('mapping-invalid', details, 'zh')).toContain('必填的字段没有对应的列')
  })
})
