import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fit, matchHeaders } from '../../server/intake/propose/headers.ts'
import { headingsOf } from '../../server/intake/propose/headings/index.ts'
import { kinds, roots } from '../../server/intake/propose/meaning/concepts.ts'
import { rulesOf } from '../../server/intake/propose/meaning/index.ts'
import { headsOf, isOtherKind, meaningFit } from '../../server/intake/propose/meaning/meaning.ts'
import { tokensOf } from '../../server/intake/propose/meaning/segment.ts'
import { targets } from '../../server/intake/targets/index.ts'

const wordsOf = (heading: string): string[] => tokensOf(heading).map(({ text }) => text)

describe('the words of a heading', () => {
  it.each([
    ['中标成交供应商名称', ['中标成交', '供应商', '名称']],
    ['区交办办结期限', ['区', '交办', '办结期限']],
    ['承诺办结时间（必填）', ['承诺办结', '时间']],
    ['servicerequestnum', ['service', 'request', 'num']],
    ['DATETIMECLOSED', ['datetime', 'closed']],
    ['SRCreatedDate', ['sr', 'created', 'date']],
    ['Date of Award', ['award', 'date']],
    ['Number of Bids Received', ['bids', 'received', 'count']],
    ['Permit #', ['permit', 'number']],
    ['quango', ['quango']],
  ])('%s', (heading, words) => {
    expect(wordsOf(heading)).toEqual(words)
  })

  it('hold every character of a Chinese heading in order', () => {
    const words = Object.values({ ...kinds, ...roots }).flatMap(({ zh }): readonly string[] => zh)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, '甲', '龘'), { minLength: 1, maxLength: 6 }), parts => {
        expect(wordsOf(parts.join('')).join('')).toBe(parts.join(''))
      }),
    )
  })
})

const best = (target: TargetName, heading: string): string | undefined => {
  const columns = matchHeaders([heading], targets[target].fields, {
    headings: headingsOf[target] ?? {},
    rules: rulesOf[target] ?? {},
  })
  return Object.keys(columns)[0]
}

describe('a heading that stands in no list', () => {
  it.each([
    ['要求办结时间', 'givenCommittedDue'],
    ['实际办结日期', 'completedAt'],
    ['许可机关', 'unit'],
    ['业务流水号', 'caseNumber'],
    ['信访人姓名', 'applicant'],
    ['收件窗口', 'window'],
    ['PLANNED_COMPLETION_DATE', 'givenCommittedDue'],
    ['Overall Service Request Due Date', 'givenCommittedDue'],
    ['apply_channel', 'channel'],
    ['OPENEDDATETIME', 'receivedAt'],
  ])('%s names %s of a case', (heading, field) => {
    expect(best('cases', heading)).toBe(field)
  })

  it.each([
    ['招标项目名称', 'name'],
    ['最高投标限价(万元)', 'base'],
    ['成交公告发布日期', 'concludedDay'],
    ['受让单位', 'winner'],
    ['投标单位数', 'bidders'],
    ['Awardee Organization Name', 'winner'],
    ['Approved Budget of the Contract', 'base'],
    ['numberOfTenderers', 'bidders'],
    ['solicitation_procedure', 'method'],
    ['bid_opening_time', 'openedDay'],
  ])('%s names %s of a trade', (heading, field) => {
    expect(best('trades', heading)).toBe(field)
  })
})

describe('a heading of something else', () => {
  it.each([
    ...[
      '剩余办理天数',
      '评价时间',
      '短信发送状态',
      '付款状态',
      '受理人员',
      '联系人身份证号',
      '序号',
      '认领状态',
    ],
    ...['Parcel Number', 'Last Modified Date', 'Days to Close', 'State', 'Location Type', 'Expiration Date'],
  ])('%s is proposed for no field of a case', heading => {
    expect(best('cases', heading)).toBeUndefined()
  })

  it.each([
    ...['中标单位联系人', '代理机构联系电话', '保证金金额', '评标办法得分', '公告网站', '信息id链接'],
    ...['Vendor State', 'Vendor Zip Code', 'Amendment Value', 'Contract End Date', 'Buyer Email'],
  ])('%s is proposed for no field of a trade', heading => {
    expect(best('trades', heading)).toBeUndefined()
  })
})

describe('a rule', () => {
  const rules = rulesOf.cases?.completedAt

  it('fits less the more a heading says besides', () => {
    expect(meaningFit(headsOf('办结时间'), rules)).toBe(84)
    expect(meaningFit(headsOf('办件办结时间'), rules)).toBe(83)
    expect(meaningFit(headsOf('甲办结时间'), rules)).toBe(80)
    expect(meaningFit(headsOf('剩余办结时间'), rules)).toBe(44)
    expect(meaningFit(headsOf('办结人员'), rules)).toBe(0)
  })

  it('says of a heading whether it holds another kind of thing', () => {
    expect(isOtherKind(headsOf('办结人员'), rules)).toBe(true)
    expect(isOtherKind(headsOf('办结时间'), rules)).toBe(false)
    expect(isOtherKind(headsOf('办结'), rules)).toBe(false)
  })

  it('of date and clock in two columns prefers the date', () => {
    const field = targets.cases.fields.find(({ name }) => name === 'completedAt')!
    const given = { headings: headingsOf.cases?.completedAt, rules }
    expect(fit('TIME COMPLETED', field, given)).toBeLessThan(fit('DATE COMPLETED', field, given))
    expect(fit('TIME COMPLETED', field, given)).toBeGreaterThan(50)
  })
})
