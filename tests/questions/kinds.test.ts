import { describe, expect, it } from 'vitest'
import { understand } from '../../server/questions/understand.ts'
import { countyReading } from './countyReading.ts'
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
    expect(said('上午比下午收件多吗')).toBe('× 不能比较两个时段，请分别提问'))

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
      expect(said(text)).toBe(
        '? 不能按增减来排或筛选；可以列出每一项的数和增减 [2026年，同比，各窗口，办结量]',
      ),
  )

  it('of speed are about time', () =>
    expect(said('今年哪个窗口办结最快')).toContain(
      '[2026年，各窗口，承诺件平均用时，从低到高 | 2026年，各窗口，平均历时，从低到高',
    ))
})

describe('words of direction', () => {
  const byChange = '? 不能按增减来排或筛选；可以列出每一项的数和增减'
  const openSince = '? 没有说与什么比较'

  it.each([
    ['收件量同比下降的窗口', '今年以来，同比，各窗口，收件量'],
    ['收件量同比上升的窗口', '今年以来，同比，各窗口，收件量'],
    ['按时办结率同比提高的窗口', '今年以来，同比，各窗口，按时办结率'],
    ['办结量环比下降的单位', '2026年10月，环比，各单位，办结量'],
    ['今年收件比去年少的窗口', '2026年，同比，各窗口，收件量'],
    ['今年收件超过去年的窗口', '2026年，同比，各窗口，收件量'],
    ['今年收件比去年少的月份', '2026年，同比，按月，收件量'],
    ['收件量逐月上升的窗口', '今年以来，各窗口，按月，收件量'],
    ['units with more complaints in 2026 than in 2025', '2026年，同比，各单位，投诉'],
  ])('pick no members and no times: %s', (text, offered) =>
    expect(said(text)).toBe(`${byChange} [${offered}]`),
  )

  it.each([
    ['今年锦旗增加的窗口', '2026年，同比，各窗口，锦旗 | 2026年，环比，各窗口，锦旗 | '],
    ['windows whose cases received fell this year', '2026年，同比，各窗口，收件量 | '],
    ['units where complaints increased this year', '2026年，同比，各单位，投诉 | '],
    ['windows whose cases fell', '今年以来，同比，各窗口，收件量 | '],
    ['windows with a declining on-time rate', '今年以来，同比，各窗口，按时办结率 | '],
  ])('without what is compared are asked back: %s', (text, offered) => {
    expect(said(text).startsWith(openSince)).toBe(true)
    expect(said(text)).toContain(`[${offered}`)
  })

  it('are about the cases and not about the number of windows', () =>
    expect(said('windows with fewer cases than last year')).toContain('[今年以来，同比，各窗口，收件量 | '))

  it.each(['各窗口收件同比下降', '今年每月收件量同比下降了吗'])(
    'where all are listed are noted: %s',
    text => {
      const understanding = understand(text, demoReading)
      expect(understanding.kind === 'understood' && understanding.notes.map(({ zh }) => zh)).toContain(
        '全部列出，不按增减筛选',
      )
    },
  )

  it.each(['今年各窗口收件量同比增减', '今年各窗口收件量同比增长情况'])('for both ways list all: %s', text =>
    expect(said(text)).toBe('2026年，同比，各窗口，收件量'),
  )
})

describe('a text that ranks twice', () => {
  const two = '? 这里有两个问题，一次只回答一个，请选择'

  it.each([
    [
      '今年投诉最多的窗口和锦旗最多的窗口',
      '2026年，各窗口，投诉，从多到少',
      '2026年，各窗口，锦旗，从多到少',
    ],
    ['今年投诉最多和锦旗最多的窗口', '2026年，各窗口，投诉，从多到少', '2026年，各窗口，锦旗，从多到少'],
    [
      '今年收件最多的窗口和办结最少的窗口',
      '2026年，各窗口，收件量，从多到少',
      '2026年，有记录的各窗口，办结量，从少到多',
    ],
    [
      'top 3 windows by complaints and top 5 windows by banners this year',
      '2026年，各窗口，投诉，从多到少，前3',
      '2026年，各窗口，锦旗，从多到少，前5',
    ],
    [
      'which window had most complaints and which had most banners last month',
      '2026年10月，各窗口，投诉，从多到少',
      '2026年10月，各窗口，锦旗，从多到少',
    ],
  ])('holds two questions: %s', (text, first, second) =>
    expect(said(text)).toBe(`${two} [${first} | ${second}]`),
  )
})

describe('the fewest', () => {
  it.each([
    ['今年超期办结最少的窗口', '2026年，有记录的各窗口，超期办结量，从少到多'],
    ['今年投诉少于1件的窗口', '2026年，有记录的各窗口，投诉，低于1'],
    ['fewest complaints by window this year', '2026年，有记录的各窗口，投诉，从少到多'],
  ])('are of those with a record: %s', (text, expected) => {
    expect(said(text)).toBe(expected)
    const understanding = understand(text, demoReading)
    const notes = understanding.kind === 'understood' ? understanding.notes.map(({ zh }) => zh) : []
    expect(notes).toContain('只列有记录的；一条记录也没有的（为 0）不在名单里')
  })

  it.each([
    ['今年收件最多的窗口', '2026年，各窗口，收件量，从多到少'],
    ['今年按时办结率最低的窗口', '2026年，各窗口，按时办结率，从低到高'],
  ])('are not spoken of where nobody is left out: %s', (text, expected) => expect(said(text)).toBe(expected))
})

describe('whole words', () => {
  const inCounty = (text: string): string => shown(understand(text, countyReading), countyReading)

  it('begin no negation inside a name', () => {
    expect(inCounty('不动产登记今年平均用时几天')).toContain('[2026年，不动产登记中心，承诺件平均用时]')
    expect(inCounty('今年不动产登记中心收件量')).toBe('2026年，不动产登记中心，收件量')
    expect(inCounty('不是不动产的收件量')).toContain('否定的问法')
  })

  it.each([
    ['非税今年收件量', '非税'],
    ['无线电今年收件量', '无线电'],
    ['今年中标最多的公司', '中标'],
  ])('are named in a reason: %s', (text, word) => expect(said(text)).toBe(`× 不认识“${word}”，没有据此猜测`))

  it.each(['今年投诉不多的窗口', '今年无投诉窗口'])('leave negations as they are: %s', text =>
    expect(said(text)).toContain('否定的问法'),
  )

  it.each(['今年哪个项目成交额最高', '今年成交额最大的项目'])(
    'of a project ask for single records: %s',
    text => expect(said(text)).toContain('这里只回答合计'),
  )
})

describe('the first quarters, and the whole hall', () => {
  it.each([
    ['今年前三季度节约资金同比', '2026年1月1日至2026年9月30日，同比，节约资金'],
    ['去年前三季度节约资金', '2025年1月1日至2025年9月30日，节约资金'],
    ['今年前三个季度收件量', '2026年1月1日至2026年9月30日，收件量'],
    ['今年前10个月收件量', '2026年1月1日至2026年10月31日，收件量'],
    ['全厅今年收件量', '2026年，收件量'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected))

  it('has no share by members, which is asked back', () =>
    expect(shown(understand('今年税务局收件占全厅比重', countyReading), countyReading)).toBe(
      '? 没有它占全体的比例这一指标；可以看它本身的数 [2026年，税务局，收件量]',
    ))
})

describe('a ranking over two periods', () => {
  it.each(['一季度和二季度收件最多的窗口', '9月和10月办结最多的三个单位'])(
    '“%s” is asked back: no period is silently compared with the other',
    text => expect(said(text)).toMatch(/^\? 提到了几个时期.* \[.* \| .*\]$/),
  )

  it('that are compared in words is of the later one', () =>
    expect(said('9月和10月相比办结最多的窗口')).toContain('10月'))
})
