import type { Finding } from '../../server/intake/propose/finding.ts'
import { describe, expect, it } from 'vitest'
import { announced } from '../../server/intake/propose/announced.ts'
import { codeFor } from '../../server/intake/propose/codes.ts'
import { findingText, weightOf } from '../../server/intake/propose/finding.ts'
import { unitAbove } from '../../server/intake/propose/money.ts'
import { propose } from '../../server/intake/propose/propose.ts'
import { choicesOf } from '../../server/intake/rows/field.ts'
import { limitOf, withHeadedUnit } from '../../server/intake/rows/limitText.ts'
import { targets } from '../../server/intake/targets/index.ts'

// A reading that could be wrong is said before the file is loaded; what turns a word round is never lost.

const everyone = { has: () => true, any: () => true }
const proposal = (target: keyof typeof targets, headers: string[], rows: string[][]) =>
  propose(targets[target], { headers, rows }, { earlier: null, members: everyone })
const findingOf = (findings: Finding[], about: string): Finding | undefined =>
  findings.find(finding => finding.about === about)

function meant(target: keyof typeof targets, name: string, text: string): string | null {
  const field = targets[target].fields.find(field => field.name === name)
  if (field === undefined) throw new Error(name)
  return codeFor(text, choicesOf(field) ?? {}, field.alsoValues)?.code ?? null
}

describe('a word that is turned round', () => {
  it.each([
    ['未通过', 'refused'],
    ['不通过', 'refused'],
    ['审批不予通过', 'refused'],
    ['审核未通过', 'refused'],
    ['已办结（退件）', 'returned'],
    ['办结-不予受理', 'notAccepted'],
    ['已办结（不予许可）', 'refused'],
    ['已办结【撤回】', 'withdrawn'],
    ['没有通过', null],
    ['没有得到批准', null],
    ['尚未办结', null],
    ['已办结（不合格）', null],
    ['审核通过，待发证', null],
    ['不动产登记办结', 'granted'],
    ['审批通过', 'granted'],
    ['已办结', 'granted'],
  ])('of a case: %s is %s', (text, code) => {
    expect(meant('cases', 'outcome', text)).toBe(code)
  })

  it.each([
    ['未成交', null],
    ['成交失败', null],
    ['中标无效', null],
    ['已完成（流标）', 'tooFewBidders'],
    ['已成交（撤销）', 'withdrawn'],
    ['未中标', null],
    ['中标候选人公示', 'pending'],
    ['已完成', 'concluded'],
  ])('of a trade: %s is %s', (text, code) => {
    expect(meant('trades', 'outcome', text)).toBe(code)
  })

  it.each([
    ['trades', 'method', '非公开招标', null],
    ['cases', 'itemType', '非即办件', null],
    ['feedback', 'level', '不是很满意', null],
    ['feedback', 'level', '对窗口不满意', '2'],
    ['feedback', 'level', '对环境满意，对态度不满意', '2'],
    ['feedback', 'level', '非常的满意', '4'],
    ['feedback', 'level', '非常满意（5星）', '5'],
    ['feedback', 'ownReview', '非主动评价', '否'],
    ['feedback', 'ownReview', '系统自动默认', '否'],
    ['feedback', 'upheld', '未查实属实', null],
    ['feedback', 'upheld', '经查属实', '是'],
    ['feedback', 'satisfied', 'not satisfied', null],
    ['bids', 'status', '不合格', null],
    ['postChecks', 'found', 'A岗不在岗', 'nobody'],
  ] as const)('%s %s: %s is %s', (target, name, text, code) => {
    expect(meant(target, name, text)).toBe(code)
  })

  it('of a case that has not ended and has a time of completion is said', () => {
    const rows = ['未办结', '已办结'].map((text, row) => [
      String(row),
      '2021-09-01 09:00',
      '2021-09-02 09:00',
      text,
    ])
    const { findings } = proposal('cases', ['办件编号', '受理时间', '办结时间', '办理结果'], rows)
    expect(findingOf(findings, 'openButEnded')?.details).toEqual({ column: '办理结果', count: 1 })
  })

  it('stands in the finding with every other text that is only alike', () => {
    const { mapping, findings } = proposal(
      'cases',
      ['办件编号', '受理时间', '办结时间', '办理结果'],
      ['未通过', '已办结（退件）', '审批通过', '没有通过', '尚未定'].map((text, row) => [
        String(row),
        '2021-09-01 09:00',
        '2021-09-02 09:00',
        text,
      ]),
    )
    expect(mapping.values.outcome).toEqual({
      '未通过': 'refused',
      '已办结（退件）': 'returned',
      '审批通过': 'granted',
    })
    const likened = findingOf(findings, 'valueGuess')
    expect(likened && findingText(likened, 'zh')).toContain(
      '“未通过”按“不予许可”、“已办结（退件）”按“退件”、“审批通过”按“准予”',
    )
    const unknown = findingOf(findings, 'valueUnknown')
    expect(unknown && findingText(unknown, 'en')).toContain('“没有通过”, “尚未定”')
  })
})

describe('reviews', () => {
  const reviews = (header: string, texts: string[], level = '评价星级') =>
    proposal(
      'feedback',
      ['评价编号', '评价时间', '窗口', level, header],
      texts.map((text, row) => [`P${row}`, `2023-10-1${row}`, '民政局窗口', String((row % 5) + 1), text]),
    )

  it.each(['是否默认', '默认评价', '是否默认评价'])('under %s yes is no review of one’s own', header => {
    const { mapping, findings } = reviews(header, ['是', '否', '否'])
    expect([mapping.columns.ownReview, mapping.columns.level]).toEqual([header, '评价星级'])
    expect(mapping.values.ownReview).toEqual({ 是: '否', 否: '是' })
    expect(findingOf(findings, 'ownReviewInverted')?.details).toEqual({ column: header })
  })

  it.each(['评价方式', '评价类型', '来源方式'])('are told apart by the texts of %s', header => {
    const { mapping, findings } = reviews(header, ['主动评价', '系统默认', '默认评价'])
    expect(mapping.columns.ownReview).toBe(header)
    expect(mapping.values.ownReview).toEqual({ 主动评价: '是', 系统默认: '否', 默认评价: '否' })
    expect(findingOf(findings, 'ownReviewUnread')).toBeUndefined()
  })

  it('whose column of origin is not understood are a finding of what will be wrong', () => {
    const { mapping, findings } = reviews('评价方式', ['主动评价', '系统默认', '窗口平板'])
    expect(mapping.columns.ownReview).toBeUndefined()
    const unread = findingOf(findings, 'ownReviewUnread')
    expect(unread && [weightOf(unread), findingText(unread, 'zh')]).toEqual([
      'wrong',
      expect.stringContaining('“窗口平板”'),
    ])
  })

  it('of which no column says so are announced', () => {
    expect(findingOf(reviews('整改状态', ['', '已整改', '']).findings, 'ownReviewMissing')).toBeDefined()
    expect(findingOf(reviews('是否主动评价', ['是', '否', '']).findings, 'ownReviewMissing')).toBeUndefined()
  })

  it.each([
    ['满意度', true],
    ['评价等级', true],
    ['评价星级', false],
    ['评分', false],
  ])('with bare numbers under %s: the direction is a guess: %s', (level, isGuess) => {
    const codes = findingOf(reviews('是否主动评价', ['是', '是', '否'], level).findings, 'levelCodes')
    expect(codes !== undefined).toBe(isGuess)
  })
})

describe('a list of awards without outcomes', () => {
  const headers = [
    '项目编号',
    '项目名称',
    '交易类别',
    '采购人',
    '预算价',
    '成交额（元）',
    '成交商',
    '成交日期',
    '处理',
  ]
  const row = (code: string, award: string, winner: string, more = ''): string[] => [
    ...[code, '电脑', '政府采购', '教育局', '200000', award, winner, '2022-12-05', more],
  ]
  const awards = [row('A', '90000', '甲公司'), row('B', '80000', '乙公司')]

  it('reads 成交额 and 成交商, and says of which rows nobody won', () => {
    const rows = [...awards, row('F', '1', '丙'), row('C', '0', '无'), row('D', '/', '/'), row('E', '0', '')]
    const { mapping, findings } = proposal('trades', headers, rows)
    expect([mapping.columns.award, mapping.columns.winner]).toEqual(['成交额（元）', '成交商'])
    expect(mapping.constants.outcome).toBe('concluded')
    const nobody = findingOf(findings, 'awardsOfNobody')
    expect(nobody && [weightOf(nobody), nobody.details.count]).toEqual(['wrong', 3])
  })

  it('is not taken for concluded where a column that nothing reads says 流标', () => {
    const { mapping, findings } = proposal('trades', headers, [...awards, row('C', '0', '', '流标')])
    expect(mapping.constants.outcome).toBeUndefined()
    expect(findingOf(findings, 'failedElsewhere')?.details).toEqual({ column: '处理', count: 1 })
    expect(findingOf(findings, 'requiredMissing')).toBeDefined()
  })

  it('is taken for concluded, and said, where a longer text tells of a failure', () => {
    const told = row('C', '70000', '丙公司', '上一年度第一次采购因供应商不足三家流标，本次重新采购')
    const { mapping, findings } = proposal('trades', headers, [...awards, told])
    expect(mapping.constants.outcome).toBe('concluded')
    expect(findingOf(findings, 'failedElsewhere')?.details).toEqual({ column: '处理', count: 1 })
    expect(findingOf(proposal('trades', headers, awards).findings, 'failedElsewhere')).toBeUndefined()
  })
})

describe('a price that is not that of the whole', () => {
  const trades = (base: string, award: string, prices: [string, string]) =>
    proposal(
      'trades',
      ['项目编号', '项目名称', '交易类别', '采购人', base, award, '中标人', '中标日期'],
      [['A', '地块', '土地使用权', '资源局', ...prices, '甲公司', '2019-06-10']],
    )

  it.each([
    ['起始价（万元/亩）', '成交价（万元/亩）'],
    ['控制价（元/平方米）', '中标价（元/㎡）'],
    ['起拍价（元/月）', '成交价（元/年）'],
    ['预算单价', '成交单价（元）'],
  ])('is not read: %s, %s', (base, award) => {
    const { mapping, findings } = trades(base, award, ['100', '150'])
    expect([mapping.columns.base, mapping.columns.award]).toEqual([undefined, undefined])
    const said = findings.filter(finding => finding.about === 'unitPrices')
    expect(said.map(finding => [finding.details.column, weightOf(finding)])).toEqual([
      [base, 'wrong'],
      [award, 'wrong'],
    ])
    expect(findingOf(findings, 'headingUnlike')).toBeUndefined()
  })

  it.each([['中标价（元/包）'], ['成交价（元/人民币）'], ['中标价（万元）']])('is read: %s', award => {
    expect(trades('控制价（元）', award, ['100000', '150000']).mapping.columns.award).toBe(award)
  })

  it.each(['中标下浮率（%）', '优惠率', '中标价（下浮率）', '折扣率'])('as a discount: %s', award => {
    const { mapping, findings } = trades('招标控制价（万元）', award, ['200', '8.5'])
    expect([mapping.columns.award, mapping.columns.awardRate, mapping.constants.priceForm]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const said = findingOf(findings, 'discountRates')
    expect(said && [said.details.column, weightOf(said)]).toEqual([award, 'wrong'])
  })

  it.each([
    ['单位：万元', 'wan'],
    ['单位：万元/亩', null],
  ])('as a line above the headings: %s', (line, unit) => {
    expect(unitAbove([line])).toBe(unit)
  })

  it('as a rate of award is read as before', () => {
    expect(trades('控制价（万元）', '中标费率（%）', ['200', '91.5']).mapping.columns.awardRate).toBe(
      '中标费率（%）',
    )
  })
})

describe('what a heading or another column says already', () => {
  it.each([
    ['承诺时限（工作日）', '5', { amount: 5, unit: 'workingDay' }],
    ['法定时限(小时)', '4.0', { amount: 4, unit: 'hour' }],
    ['承诺天数', '10', { amount: 10, unit: 'workingDay' }],
    ['承诺时限', '5', null],
    ['承诺时限（工作日）', '3个自然日', { amount: 3, unit: 'calendarDay' }],
  ])('the unit of a limit stands in %s: %s', (header, text, limit) => {
    expect(limitOf(withHeadedUnit(text, header))).toEqual(limit)
  })

  it('numbers under 承诺时限（工作日） are limits, not times that are not understood', () => {
    const { mapping, findings } = proposal(
      'cases',
      ['办件编号', '受理时间', '办结时间', '承诺时限（工作日）'],
      [['A', '2021-09-01 09:00', '2021-09-02 09:00', '5']],
    )
    expect(mapping.columns.givenCommittedDue).toBe('承诺时限（工作日）')
    expect(findingOf(findings, 'limitTexts')?.details).toEqual({ column: '承诺时限（工作日）' })
    expect(findingOf(findings, 'timeUnreadable')).toBeUndefined()
  })

  it('a zero beside / leaves / a missing amount', () => {
    const rows = ['0', '/', '90000'].map((award, row) => [
      `A${row}`,
      '电脑',
      '100000',
      award,
      '甲',
      '2022-12-05',
    ])
    const { mapping } = proposal(
      'trades',
      ['项目编号', '项目名称', '预算价（元）', '成交价（元）', '中标人', '成交日期'],
      rows,
    )
    expect(mapping.missing.award).toEqual(['/', '0'])
  })

  it('a field without a column has no example', () => {
    const { mapping } = proposal('cases', ['受理时间', '补正次数'], [['2020-01-05', '2']])
    const problems = [
      { row: 1, field: 'caseNumber', reason: 'duplicateKey' as const, value: '-' },
      { row: 1, field: 'supplements', reason: 'notAnInteger' as const, value: '很多' },
    ]
    const said = announced({ problems, warnings: [] }, { mapping, target: targets.cases, currency: 'CNY' })
    expect(said.map(({ about }) => about)).toEqual(['rowsRefused'])
  })
})
