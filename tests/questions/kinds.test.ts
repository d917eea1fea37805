import { describe, expect, it } from 'vitest'
import { understand } from '../../server/questions/understand.ts'
import { demoReading } from './demoReading.ts'
import { shown } from './score.ts'

const said = (text: string): string => shown(understand(text, demoReading), demoReading)

describe('times of the day', () => {
  it.each([
    ['下午三点到四点收件', '15时到16时'],
    ['下午3点到5点收件', '15时到17时'],
    ['上午9:00到10:00收件', '9时到10时'],
    ['15:00-16:00收件', '15时到16时'],
    ['十一点到两点收件', '11时到14时'],
    ['3pm到4pm收件', '15时到16时'],
    ['下午四点以后收件', '16时到24时'],
    ['九点以前收件', '0时到9时'],
    ['cases received between 3 and 4 pm', '15时到16时'],
    ['cases received from 11 am to 2 pm', '11时到14时'],
    ['cases received after 4 pm', '16时到24时'],
    ['3时到5时收件', '3时到5时'],
    ['9-10点收件', '9时到10时'],
    ['上午10点到2点收件', '10时到14时'],
  ])('in “%s” are %s', (text, hours) => expect(said(text)).toBe(`今年以来，${hours}，收件量`))

  it('without a part of the day are asked back where they may be of the afternoon', () =>
    expect(said('三点到四点收件')).toBe(
      '? “三点到四点”可以有几种意思 [今年以来，15时到16时，收件量 | 今年以来，3时到4时，收件量]',
    ))

  it('are not compared with each other', () =>
    expect(said('上午比下午收件多吗')).toBe('× 两个时段不放在一起比，请分别问'))

  it('that are no whole hours are refused', () => expect(said('9点半到10点收件')).toContain('按整点记录'))
})

describe('what was done about messages', () => {
  it.each([
    ['今年投诉平均几天回复', '2026年，投诉平均答复天数'],
    ['12345热线今年平均几天答复', '2026年，热线平均答复天数'],
    ['how fast are complaints answered this year', '2026年，投诉平均答复天数'],
    ['reply rate of complaints this year', '2026年，投诉答复率'],
    ['差评整改了几成', '今年以来，差评整改率'],
    ['complaints answered this year', ['2026年，投诉答复率', '2026年，投诉平均答复天数']],
    ['投诉答复了多少件', ['今年以来，投诉答复率', '今年以来，投诉平均答复天数']],
    ['热线办结率', ['今年以来，热线答复率']],
  ])('“%s” is understood or asked back', (text, expected) => {
    if (typeof expected === 'string') expect(said(text)).toBe(expected)
    else expect(said(text)).toMatch(new RegExp(`^\\? .*\\[${expected.join(String.raw` \| `)}\\]$`))
  })

  it.each(['咨询类', '求助类', '举报类', '建议类'])('%s is a kind of ticket', kind =>
    expect(said(`12345热线${kind}今年几件`)).toBe(`2026年，${kind.slice(0, 2)}，12345 热线工单`),
  )
})

describe('which time has most', () => {
  it.each([
    ['今年哪个月份收件最多', '按月'],
    ['今年哪几个月收件最多', '按月'],
    ['今年哪个季度收件最多', '按季度'],
    ['今年哪一周收件最多', '按周'],
    ['今年哪天收件最多', '按天'],
  ])('%s', (text, by) => expect(said(text)).toBe(`2026年，${by}，收件量，从多到少`))
})

describe('comparatives', () => {
  it('rank what is named, and no persons', () => {
    expect(said('交管大队和房管所今年谁的差评多')).toBe('2026年，交管大队、房管所，各单位，差评，从多到少')
    expect(said('谁收件最多')).toContain('个人不在问数范围内')
    expect(said('谁投诉了交管窗口')).toContain('个人不在问数范围内')
  })

  it.each(['今年哪个窗口办结量同比增长最多', '今年哪些窗口办结量比去年多'])(
    'do not pass a ranking by value off as one by change: %s',
    text =>
      expect(said(text)).toBe('? 不能按增减来排；可以列出每一项的数和增减 [2026年，同比，各窗口，办结量]'),
  )

  it('of speed are about time', () =>
    expect(said('今年哪个窗口办结最快')).toContain(
      '[2026年，各窗口，承诺件平均用时，从低到高 | 2026年，各窗口，平均历时，从低到高',
    ))
})
