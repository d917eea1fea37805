import { describe, expect, it } from 'vitest'
import { lastDayNote } from '../../server/questions/notes.ts'
import { sentenceOf } from '../../server/questions/sentence.ts'
import { understand } from '../../server/questions/understand.ts'
import { countyReading } from './countyReading.ts'

const languageOf = (text: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** How a text is read: its sentence, the choices in brackets, or × and why. */
function read(text: string): string {
  const understanding = understand(text, countyReading)
  const language = languageOf(text)
  if (understanding.kind === 'understood') return sentenceOf(understanding.asked, countyReading)[language]
  if (understanding.kind === 'choice')
    return `[${understanding.choices.map(({ label }) => label[language]).join(' | ')}]`
  return `× ${understanding.why[language]}`
}

function notesOf(text: string): string {
  const understanding = understand(text, countyReading)
  return understanding.kind === 'understood'
    ? understanding.notes.map(note => note[languageOf(text)]).join('；')
    : ''
}

function whyOf(text: string): string {
  const understanding = understand(text, countyReading)
  return understanding.kind === 'understood' ? '' : understanding.why[languageOf(text)]
}

describe('what is late', () => {
  it.each([
    ['上个月超期多少件', '[2026年10月，在办超期 | 2026年10月，超期办结量]'],
    [
      '上个月哪个窗口超期最多',
      '[2026年10月，各窗口，在办超期，从多到少 | 2026年10月，各窗口，超期办结率，从高到低 | 2026年10月，各窗口，超期办结量，从多到少]',
    ],
    ['三季度逾期了多少件', '[2026年三季度，在办超期 | 2026年三季度，超期办结量]'],
    ['上个月超时多少件', '[2026年10月，在办超期 | 2026年10月，超期办结量]'],
    ['今年每月超期件数', '[2026年，按月，在办超期 | 2026年，按月，超期办结量]'],
    [
      'which window had the most late cases last month',
      '[October 2026, by window, Overdue open cases, highest first | ' +
        'October 2026, by window, Overdue completions, highest first]',
    ],
  ])('“%s” in a time that is over may be open or completed late, and is asked back', (text, expected) => {
    expect(read(text)).toBe(expected)
    expect(whyOf(text)).toMatch(/期末仍未办结|open and past the limit/)
  })

  it.each([
    ['现在超期多少件', '2026年11月27日，在办超期'],
    ['超期最多的窗口', '2026年11月27日，各窗口，在办超期，从多到少'],
    ['overdue cases now', '27 November 2026, Overdue open cases'],
    ['上个月逾期办结了多少件', '2026年10月，超期办结量'],
    ['上月超期办结比例', '2026年10月，超期办结率'],
    ['cases completed late last month by window', 'October 2026, by window, Overdue completions'],
    ['上月在办的超期件', '2026年10月，在办超期'],
    ['在办多少，超期多少', '2026年11月27日，在办量和在办超期'],
    ['超过承诺时限的有多少件', '2026年11月27日，在办超期'],
    ['open overdue cases at the end of October', '31 October 2026, Overdue open cases'],
    ['去年底超期未办结多少件', '2025年12月31日，在办超期'],
    ['住建局9月底超期没办完的', '2026年9月30日，住建局，在办超期'],
  ])('“%s” says which it is', (text, expected) => expect(read(text)).toBe(expected))

  it('what stands on the last day with data says so when it is chosen; any other day does not', () => {
    const dataUntil = countyReading.today - 1
    const of = (period: string) => lastDayNote({ measures: ['overdueOpenCases'], period }, dataUntil)
    expect(of('2026-11-26')?.zh).toBe('今天尚无数据，答的是最近有数据的一天（2026年11月26日）')
    expect(of('2026-11-25')).toBeNull()
    expect(lastDayNote({ measures: ['casesCompleted'], period: '2026-11-26' }, dataUntil)).toBeNull()
  })

  it.each([
    [
      '超期最多的窗口',
      '2026年11月26日，各窗口，在办超期，从多到少',
      '今天尚无数据，答的是最近有数据的一天（2026年11月26日）',
    ],
    ['现在超期多少件', '2026年11月26日，在办超期', '今天尚无数据，答的是最近有数据的一天（2026年11月26日）'],
    ['今年超期办结了多少件', '2026年，超期办结量', ''],
    [
      'overdue cases now',
      '26 November 2026, Overdue open cases',
      'there is no data for today yet; this is the last day with data (26 November 2026)',
    ],
  ])('“%s” on a day without data is about the last day with data, and says so', (text, sentence, note) => {
    const understanding = understand(text, { ...countyReading, dataUntil: countyReading.today - 1 })
    if (understanding.kind !== 'understood') throw new Error('not understood')
    expect(sentenceOf(understanding.asked, countyReading)[languageOf(text)]).toBe(sentence)
    expect(understanding.notes.map(one => one[languageOf(text)]).join('')).toBe(note)
  })

  it('of a month that is over is said to be of its end', () =>
    expect(notesOf('上月在办超期')).toBe('“在办超期”是期末（2026年10月31日）的数'))
})

describe('a comparison with the period before', () => {
  it.each([
    ['办结量环比', '2026年10月，环比，办结量'],
    ['在办量环比', '2026年10月，环比，在办量'],
    ['季度环比成交额', '2026年三季度，环比，成交额'],
    [
      'quarter on quarter trade amount',
      'third quarter of 2026, compared with the previous period, Amount concluded',
    ],
  ])('“%s” without a period is about the last complete one', (text, expected) => {
    expect(read(text)).toBe(expected)
    expect(notesOf(text)).toMatch(/没有说时期|no period was named/)
  })

  it.each([
    ['办结量增长多少', '[今年以来，同比，办结量 | 2026年10月，环比，办结量 | 今年以来，按月，办结量]'],
    ['哪个窗口办结量增长最多', '[今年以来，同比，各窗口，办结量 | 2026年10月，环比，各窗口，办结量]'],
  ])('“%s” is offered for that month as well', (text, expected) => expect(read(text)).toBe(expected))

  it('keeps a period that was named', () =>
    expect(read('今年10月办结量环比')).toBe('2026年10月，环比，办结量'))

  it.each([
    ['今年三季度环比二季度收件', '2026年三季度，环比，收件量'],
    ['热线答复率今年环比去年', '2026年，同比，热线答复率'],
    ['收件量同比环比', '[今年以来，同比，收件量 | 2026年10月，环比，收件量]'],
  ])('“%s” is that of the two periods, or both are offered', (text, expected) =>
    expect(read(text)).toBe(expected),
  )

  it('over a course is asked back', () =>
    expect(read('今年每月办结量环比')).toBe('[2026年，按月，办结量 | 2026年，环比，办结量]'))

  it.each([
    ['上月各窗口办结量同比', '同比：对比的是2025年10月1日至2025年10月31日'],
    ['上周各窗口收件量同比', '同比：对比的是2025年11月17日至2025年11月23日'],
    ['今年各窗口办结量同比', '同比：对比的是自2025年1月1日起、与本期数据同样长的一段'],
  ])('“%s” names the days of a list', (text, expected) => expect(notesOf(text)).toBe(expected))
})

describe('two questions in one', () => {
  it.each([
    ['上个月交易多少宗，成交多少钱', '2026年10月，成交宗数和成交额'],
    ['收了多少件办了多少件', '今年以来，收件量和办结量'],
    ['锦旗几面感谢信几封', '今年以来，锦旗和感谢信'],
    ['上个月成交多少宗多少钱', '2026年10月，成交宗数和成交额'],
    ['上月收件多少，办结多少，按时率多少', '2026年10月，收件量和办结量和按时办结率'],
    ['how many trades and how much money last month', 'October 2026, Trades concluded and Amount concluded'],
  ])('“%s” about one period is answered with both', (text, expected) => expect(read(text)).toBe(expected))

  it('whose period is not said keep the note of it', () =>
    expect(notesOf('收件多少，按时率多少')).toContain('没有说时期'))

  it.each([
    [
      '上月哪个窗口收件最多，哪个窗口投诉最多',
      '[2026年10月，各窗口，收件量，从多到少 | 2026年10月，各窗口，投诉，从多到少]',
    ],
    [
      '去年收件多少？投诉多少？哪个窗口投诉最多',
      '[2025年，收件量 | 2025年，投诉 | 2025年，各窗口，投诉，从多到少]',
    ],
  ])('“%s” is offered one by one', (text, expected) => {
    expect(read(text)).toBe(expected)
    expect(whyOf(text)).toMatch(/个问题，一次只回答一个/)
  })

  it('of two orders is offered in both', () =>
    expect(read('今年按时办结率最高和最低的窗口')).toBe(
      '[2026年，各窗口，按时办结率，从高到低 | 2026年，各窗口，按时办结率，从低到高]',
    ))
})

describe('single records', () => {
  it.each([
    '单笔成交金额最大的是哪个',
    '今年最大的一笔交易',
    '本年成交额最大的项目',
    '今年成交额最大的项目是哪个',
    '成交额超过500万的有几宗',
    '成交超过500万的有几宗',
    'which was the largest trade this year',
    'trades above 5 million yuan this year',
  ])('“%s” are not ranked or counted by their size: the sums with their records are offered', text => {
    expect(read(text)).toMatch(/成交额 \| .*成交宗数\]$|Amount concluded \| .*Trades concluded\]$/)
    expect(read(text)).not.toMatch(/500|5,?000,?000/)
    expect(whyOf(text)).toMatch(/各条记录|records/)
  })

  it.each(['办理超过10个工作日的有多少件', 'cases completed in more than 5 days this year'])(
    '“%s” are neither counted by how long they took',
    text => expect(whyOf(text)).toMatch(/单件|single records/),
  )

  it('are not meant where members have a limit', () =>
    expect(read('哪些采购人今年成交额超过500万')).toBe('2026年，各采购（招标）人，成交额，高于5000000元'))
})

describe('two members', () => {
  it.each([
    ['税务局比人社局多办多少', '今年以来，税务局、人社局，各单位，办结量'],
    ['税务局上个月比人社局多办多少件', '2026年10月，税务局、人社局，各单位，办结量'],
    ['税务局和人社局今年收件差多少', '2026年，税务局、人社局，各单位，收件量'],
    ['税务局收件比人社局多多少', '今年以来，税务局、人社局，各单位，收件量'],
  ])('“%s” are shown beside each other', (text, expected) => {
    expect(read(text)).toBe(expected)
    expect(notesOf(text)).toContain('差额不单独计算')
  })

  it('and one with another year are a comparison of times', () =>
    expect(read('今年税务局比去年多办多少')).toBe('2026年，同比，税务局，办结量'))
})

describe('holidays', () => {
  it.each([
    ['国庆期间收件多少', '2026年10月1日至2026年10月7日，收件量'],
    ['去年国庆收件量', '2025年10月1日至2025年10月8日，收件量'],
    ['2012年国庆期间收件量', '2012年9月30日至2012年10月7日，收件量'],
    ['春节期间办结多少件', '2026年2月15日至2026年2月23日，办结量'],
    ['国庆七天收了多少件', '2026年10月1日至2026年10月7日，收件量'],
    ['五一收件', '2026年5月1日至2026年5月5日，收件量'],
    ['今年端午收了多少件', '2026年6月19日至2026年6月21日，收件量'],
    ['cases received during the National Day holiday', '1 October 2026 to 7 October 2026, Cases received'],
    ['Spring Festival 2025 cases received', '28 January 2025 to 4 February 2025, Cases received'],
  ])('“%s” are their days off, with the dates', (text, expected) => expect(read(text)).toBe(expected))

  it.each(['春节前后收件量', '国庆后收件量', '除夕收件', 'cases received after the spring festival'])(
    '“%s” has no agreed days and is asked back',
    text => expect(understand(text, countyReading).kind).toBe('choice'),
  )

  it.each(['下个春节收件', '明年国庆收件'])('“%s” has not come', text =>
    expect(read(text)).toContain('还没有到'),
  )
})

describe('words that were refused without need', () => {
  it('keeps the capital letters of a code that is not known', () =>
    expect(read('PHGZ202611272多少钱')).toContain('PHGZ202611272'))

  it.each(['今天有多少件要到期', '今天到期的有几件', 'how many cases are due today'])(
    '“%s” is offered what is counted of it: open cases near their limit',
    text => expect(read(text)).toMatch(/^\[(?:2026年11月27日，临期件|27 November 2026, Near-overdue cases)/),
  )

  it.each([
    ['超出控制价的项目有哪些', '今年以来，超控制价成交宗数'],
    ['今年超过控制价的项目', '2026年，超控制价成交宗数'],
    ['高于控制价成交的有几宗', '今年以来，超控制价成交宗数'],
    ['今年办过的联办件', '2026年，联办办结量'],
    ['按时办结率比去年提高几个百分点', '今年以来，同比，按时办结率'],
    ['今年按时办结率比去年高几个百分点', '2026年，同比，按时办结率'],
    ['收件超过去年吗', '今年以来，同比，收件量'],
    ['网上收件今年占多少比例', '2026年，上网办理率'],
    ['用时没有超过5个工作日的事项', '今年以来，各事项，承诺件平均用时，不高于5个工作日'],
    ['今年收过多少锦旗', '2026年，锦旗'],
    ['按时办结率没有达到99%的窗口', '今年以来，各窗口，按时办结率，低于99%'],
    ['上个月没有达到99%按时办结率的窗口', '2026年10月，各窗口，按时办结率，低于99%'],
    ['how many complaints from the public this year', '2026, Complaints'],
    ['how was the on-time rate last month', 'October 2026, On-time completion rate'],
    [
      'cases completed by Taxation or Health last month',
      'October 2026, Taxation and Health, by unit, Cases completed',
    ],
    ['bids per tender this year', '2026, Bidders per trade'],
    [
      'items slower than 3 working days',
      'this year so far, by item, Mean working time of committed cases, above 3 working days',
    ],
    [
      'windows with fewer than 100 cases received last month',
      'October 2026, by window with any record, Cases received, below 100',
    ],
  ])('“%s”', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['were we slower than last year', /year on year, Mean working time of .* \| .*Mean elapsed time\]$/],
    ['办件比去年快了吗', /同比，承诺件平均用时 \| .*平均历时\]$/],
    ['how much money went through the trading centre this year', /^\[2026, Amount concluded/],
    ['今年提速百分之多少', /实际办理提速率 \| .*承诺时限压缩率/],
    ['cases completed on the spot', /^\[this year so far, Same-day completion rate/],
    ['compare trading volume this year and last year', /Trades concluded \| .*Amount concluded\]$/],
    [
      'windows with fewer than 100 cases last month',
      /Cases received, below 100 \| .*Cases completed, below 100\]$/,
    ],
  ])('“%s” is asked back with what there is', (text, expected) => expect(read(text)).toMatch(expected))
})

describe('the order of a list', () => {
  it.each([
    ['今年各窗口按时办结率从低到高', '从低到高'],
    ['今年各窗口承诺件平均用时排名', '从高到低'],
    ['今年各窗口收件量从少到多', '从少到多'],
    ['今年各交易类别成交额排名', '从多到少'],
  ])('“%s” is said as its figure is spoken of', (text, expected) =>
    expect(read(text).split('，').at(-1)).toBe(expected),
  )
})
