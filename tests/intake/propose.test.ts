import { describe, expect, it } from 'vitest'
import { codeFor } from '../../server/intake/propose/codes.ts'
import { findingSentence } from '../../server/intake/propose/finding.ts'
import { findingWords } from '../../server/intake/propose/findingWords.ts'
import { fit, matchHeaders } from '../../server/intake/propose/headers.ts'
import { headingsOf } from '../../server/intake/propose/headings/index.ts'
import { guessTarget, propose } from '../../server/intake/propose/propose.ts'
import { timeFormatOf } from '../../server/intake/propose/times.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'

const everyone = { has: () => true, any: () => true }
const nobody = { has: () => false, any: () => false }
const proposal = (target: keyof typeof targets, headers: string[], rows: string[][], members = everyone) =>
  propose(targets[target], { headers, rows }, { earlier: null, members })
const said = (findings: { about: string }[]): string[] => findings.map(finding => finding.about)

describe('columns are recognised by their headings', () => {
  it.each([
    [
      'cases',
      ['受理编号', '事项名称', '受理部门', '申报来源', '收件时间', '受理时间', '办结时间', '承诺办结时间'],
      {
        caseNumber: '受理编号',
        item: '事项名称',
        unit: '受理部门',
        channel: '申报来源',
        receivedAt: '收件时间',
        acceptedAt: '受理时间',
        completedAt: '办结时间',
        givenCommittedDue: '承诺办结时间',
      },
    ],
    [
      'cases',
      ['Case Number', 'Item_Code', 'Received', 'Accepted', 'Completed'],
      {
        caseNumber: 'Case Number',
        item: 'Item_Code',
        receivedAt: 'Received',
        acceptedAt: 'Accepted',
        completedAt: 'Completed',
      },
    ],
    [
      'trades',
      [
        '项目编号',
        '项目名称',
        '交易类别',
        '招标控制价（万元）',
        '中标价（万元）',
        '中标单位',
        '投标家数',
        '交易结果',
        '成交日期',
      ],
      {
        tradeCode: '项目编号',
        name: '项目名称',
        category: '交易类别',
        base: '招标控制价（万元）',
        award: '中标价（万元）',
        winner: '中标单位',
        bidders: '投标家数',
        outcome: '交易结果',
        concludedDay: '成交日期',
      },
    ],
  ] as const)('of %s', (target, headers, columns) =>
    expect(matchHeaders(headers, targets[target].fields, { headings: headingsOf[target] ?? {} })).toEqual(
      columns,
    ),
  )

  it('each once, the better fit first', () => {
    const columns = matchHeaders(['单位', '单位编码'], targets.cases.fields)
    expect(columns).toEqual({ unit: '单位编码' })
    expect(fit('完全无关', targets.cases.fields[0]!)).toBe(0)
  })

  it('and tell what a file holds', () => {
    const guess = (headers: string[]) => guessTarget({ headers, rows: [] })
    expect(guess(['办件编号', '事项编码', '受理时间', '办结时间'])).toBe('cases')
    expect(guess(['统一交易标识码', '项目名称', '交易类别', '成交价', '交易结果'])).toBe('trades')
    expect(guess(['抽查编号', '窗口', '抽查时间', '抽查结果'])).toBe('postChecks')
    expect(guess(['foo', 'bar'])).toBeNull()
  })
})

describe('times', () => {
  it.each([
    [['2012-08-08 09:05', '2012/8/8'], null, []],
    [['2012年8月8日', '20120808'], null, []],
    [['2012-08-08', '2012-08-09', '2012-08-10', '8/9/2012'], null, ['timeUnreadable']],
    [['04/13/2018 11:11:26 AM', '04/02/2018 01:00:00 PM'], 'MM/DD/YYYY hh:mm:ss A', ['timeFormat']],
    [['13/04/2018', '02/04/2018'], 'DD/MM/YYYY', ['timeFormat']],
    [['8 Jul 2024', '31 May 2024 09:05'], 'DD MMM YYYY', ['timeFormat', 'timeUnreadable']],
    [['Jul 8, 2024'], 'MMM DD, YYYY', ['timeFormat']],
    [['03/04/2018', '02/04/2018'], 'MM/DD/YYYY', ['timeOrderGuess']],
    [['2012-08-08', 'gestern'], null, ['timeUnreadable']],
  ] as const)('%j are read as %s', (texts, format, findings) => {
    const found = timeFormatOf('时间', texts)
    expect(found.format).toBe(format)
    expect(said(found.findings)).toEqual(findings)
  })
})

describe('money', () => {
  const headers = ['项目编号', '项目名称', '交易类别', '控制价（万元）', '成交价', '交易结果', '成交日期']
  const rows = [
    ['1', '甲', '工程建设', '100', '95000.555', '成交', '2012-09-03'],
    ['2', '乙', '政府采购', '0', '0', '流标', '2012-09-03'],
  ]

  it('has the unit that its heading names; an unnamed unit, zeros and small fractions are guesses', () => {
    const { mapping, findings } = proposal('trades', headers, rows)
    expect(mapping.moneyUnits).toEqual({ base: 'wan' })
    expect(mapping.missing).toEqual({ base: ['0'], award: ['0'] })
    expect(mapping.roundMoney).toBe(true)
    expect(said(findings.filter(finding => !finding.certain))).toEqual(
      expect.arrayContaining(['moneyUnitGuess', 'zeroMissing', 'moneyFraction']),
    )
  })

  it.each([
    ['控制价（亿元）', 'yi'],
    ['控制价（百万元）', 'baiwan'],
    ['控制价(千元)', 'qian'],
    ['控制价（万）', 'wan'],
    ['控制价（元）', undefined],
  ])('of %s is in that unit', (heading, unit) => {
    const { mapping } = proposal('trades', headers.with(3, heading), rows)
    expect(mapping.moneyUnits.base).toBe(unit)
  })

  it('of a unit that is not known is a guess, not 元 for certain', () => {
    const { findings } = proposal('trades', headers.with(3, '控制价（千万元）').with(4, '成交价（元）'), rows)
    expect(
      findings.filter(finding => finding.about === 'moneyUnitGuess').map(finding => finding.details.column),
    ).toEqual(['控制价（千万元）'])
  })

  it('stays money below 100 where its heading says 万元, beside 元', () => {
    const given = headers.with(3, '控制价（元）').with(4, '成交价（万元）')
    const { mapping } = proposal(
      'trades',
      given,
      rows.map(row => row.with(3, '800000').with(4, '72.8')),
    )
    expect(mapping.columns.award).toBe('成交价（万元）')
    expect(mapping.moneyUnits).toEqual({ award: 'wan' })
  })

  it('is no money where it is a percentage', () => {
    const rates = rows.map(row => row.with(4, '92.5').with(3, '3000'))
    const { mapping, findings } = proposal(
      'trades',
      headers,
      rates.map(row => row.with(3, '30000')),
    )
    expect(mapping.columns).toMatchObject({ awardRate: '成交价' })
    expect(mapping.columns.award).toBeUndefined()
    expect(mapping.constants).toEqual({ priceForm: 'rate' })
    expect(said(findings)).toContain('percentForPrice')
    expect(
      proposal(
        'trades',
        headers,
        rows.map(row => row.with(4, '92.5%')),
      ).mapping.columns.awardRate,
    ).toBe('成交价')
  })
})

describe('values and members', () => {
  it('texts of a list become codes: names for certain, resemblances as guesses, the rest is said', () => {
    const { mapping, findings } = proposal(
      'cases',
      ['办件编号', '渠道', '受理时间'],
      [
        ['1', '网上', ''],
        ['2', '手机APP', ''],
        ['3', '鸽子', ''],
      ],
    )
    expect(mapping.values.channel).toEqual({ 网上: 'online', 手机APP: 'mobile' })
    expect(findings.find(finding => finding.about === 'valueGuess')?.details).toMatchObject({
      count: 1,
      readings: { zh: '“手机APP”按“手机端”', en: '“手机APP” as “Mobile”' },
    })
    expect(findings.find(finding => finding.about === 'valueUnknown')?.details).toMatchObject({
      count: 1,
      texts: { zh: '“鸽子”', en: '“鸽子”' },
    })
    expect(codeFor('Phone', { phone: { zh: '电话', en: 'Phone' } })).toEqual({ code: 'phone', certain: true })
  })

  it('members that no catalogue has are brought by the file only where there is none of their kind', () => {
    const rows = [['1', '甲事项', '工商局']]
    expect(proposal('cases', ['办件编号', '事项', '单位'], rows, nobody).mapping.create).toEqual([
      'unit',
      'item',
    ])
    const some = proposal('cases', ['办件编号', '事项', '单位'], rows, { has: () => false, any: () => true })
    expect(some.mapping.create).toEqual([])
    expect(said(some.findings).filter(about => about === 'memberUnknown')).toHaveLength(2)
  })

  it('required fields without a column are said', () => {
    expect(
      proposal('trades', ['项目名称'], [])
        .findings.filter(finding => finding.about === 'requiredMissing')
        .map(finding => finding.details.field),
    ).toMatchObject([{ en: 'Trade code' }, { en: 'Category' }, { en: 'Outcome' }, { zh: '成交日' }])
  })
})

it('the mapping of last time stands; only what is new in the file is added to it', () => {
  const earlier = parseMapping(
    {
      target: 'cases',
      columns: { caseNumber: '号', channel: '渠' },
      values: { channel: { 鸽子: 'other' } },
      timeFormat: 'YYYYMMDD',
    },
    'earlier',
  )
  const { mapping } = propose(
    targets.cases,
    {
      headers: ['号', '渠'],
      rows: [
        ['1', '鸽子'],
        ['2', '网上'],
      ],
    },
    { earlier, members: everyone },
  )
  expect(mapping).toEqual({ ...earlier, values: { channel: { 鸽子: 'other', 网上: 'online' } } })
  expect(earlier.values.channel).toEqual({ 鸽子: 'other' })
})

it('every finding has a sentence in both languages with the same blanks', () => {
  for (const [about, words] of Object.entries(findingWords)) {
    const blanks = (text: string): string[] =>
      Array.from(text.matchAll(/\{(\w+)\}/g), match => match[1] ?? '').sort()
    expect(blanks(words.en), about).toEqual(blanks(words.zh))
  }
  expect(findingSentence({ about: 'encoding', certain: true, details: { chosen: 'gb18030' } }, 'zh')).toBe(
    '文字编码：gb18030',
  )
})

it('a finding about one row is said in the singular', () => {
  const said = (count: number): string =>
    findingSentence({ about: 'hiddenRows', certain: false, details: { count } }, 'en')
  expect(said(1)).toBe('1 row is hidden or filtered out in the sheet')
  expect(said(3)).toBe('3 rows are hidden or filtered out in the sheet')
})
