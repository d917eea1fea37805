import type { HallTime } from '../../server/measures/index.ts'
import type { Table } from './catalogue.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { demoWorking } from './cases.ts'
import { demoWindows, maskedName } from './catalogue.ts'
import { Random } from './random.ts'

const header = [
  'feedbackCode',
  'kind',
  'subject',
  'window',
  'level',
  'ownReview',
  'giver',
  'summary',
  'givenDay',
  'repliedDay',
  'closedDay',
  'upheld',
  'ticketKind',
  'calledBack',
  'satisfied',
]
const givenColumn = header.indexOf('givenDay')
type Line = (string | number)[]

/** Ten banners and four letters at seven windows, as the briefing counts them. */
const launchThanks: [date: string, kind: 'banner' | 'letter', window: string, summary: string][] = [
  ['2012-08-29', 'banner', 'JG', '热情服务 高效便民'],
  ['2012-09-12', 'banner', 'FG', '为企业排忧解难'],
  ['2012-09-20', 'letter', 'MZ2', '感谢婚姻登记窗口中午加班办理'],
  ['2012-09-26', 'banner', 'GS', '办事快捷 服务周到'],
  ['2012-10-12', 'banner', 'JG2', '驾驶证换证几分钟办好'],
  ['2012-10-19', 'letter', 'GA', '为老人上门办理身份证'],
  ['2012-10-25', 'banner', 'JG', '摩托车挂牌一天办结'],
  ['2012-11-08', 'banner', 'FG', '房产抵押一天半办结 真快'],
  ['2012-11-15', 'banner', 'RS', '心系群众 情暖农民工'],
  ['2012-11-23', 'letter', 'RS', '感谢耐心解答'],
  ['2012-12-05', 'banner', 'MZ2', '服务热情 百姓贴心'],
  ['2012-12-12', 'banner', 'GS', '廉洁高效'],
  ['2012-12-20', 'letter', 'FG', '感谢联办“两证”一次办好'],
  ['2012-12-27', 'banner', 'JG2', '文明窗口'],
]

const launchThanksLines: Table['rows'] = launchThanks.map(([date, kind, window, summary], index) => [
  `PHFK2012${String(index + 1).padStart(3, '0')}`,
  kind,
  'service',
  window,
  '',
  '',
  maskedName(index * 5),
  summary,
  date,
  ...['', '', '', '', '', ''],
])

/** The banners and letters of the launch months up to a day. */
export const launchFeedbackTable = (to: number): Table => ({
  header,
  rows: [...launchThanksLines].filter(line => String(line[givenColumn]) <= textOfDay(to)),
})

const complaints = ['排队时间较长', '材料要求前后说法不一', '窗口午间无人', '态度生硬', '系统故障未提前告知']
const calls = ['咨询办理条件', '咨询进度', '反映等候时间', '建议增设自助终端']

function reviewLine(random: Random, code: string, date: string): Line {
  const own = random.chance(0.62)
  const level = own ? ([5, 4, 3, 2, 1][random.weighted([0.86, 0.955, 0.988, 0.995, 1])] ?? 5) : 5
  return [code, 'review', 'service', random.pick(demoWindows).code, level, own ? '1' : '0', '', '', date]
}

function linesOn(day: number): Line[] {
  const date = textOfDay(day)
  const random = new Random(`feedback ${date}`)
  const lines: Line[] = []
  const code = (): string => `PHFK${date.replaceAll('-', '')}${String(lines.length + 1).padStart(3, '0')}`
  const event = (kind: string, summaries: readonly string[]): Line => [
    code(),
    kind,
    'service',
    random.pick(demoWindows).code,
    '',
    '',
    maskedName(random.whole(0, 999)),
    random.pick(summaries),
    date,
  ]
  if (random.chance(0.1)) lines.push(event('banner', ['服务热情 高效便民', '为民办实事', '情系企业']))
  if (random.chance(0.07)) lines.push(event('letter', ['感谢工作人员耐心指导', '感谢帮办代办']))
  if (random.chance(0.16)) lines.push(event('complaint', complaints))
  for (let left = random.whole(0, 2); left > 0; left--) lines.push(event('hotline', calls))
  for (let left = random.whole(16, 34); left > 0; left--) lines.push(reviewLine(random, code(), date))
  return lines
}

/** No answer of the demo county takes longer. */
export const longestReply = 30

/** True for what asks for an answer: complaints, hotline calls, and bad reviews. */
const wantsAnswer = ([, kind, , , level, own]: Line): boolean =>
  kind === 'complaint' || kind === 'hotline' || (kind === 'review' && Number(level) <= 2 && own === '1')

/** The days of reply and closing, and whether the matter was upheld, as far as they are known. */
function answerOf(line: Line, day: number, to: number): Line {
  if (!wantsAnswer(line)) return ['', '', '']
  const random = new Random(`answer ${line[0]}`)
  const replied = day + Math.min(20, 1 + Math.floor(-3 * Math.log(1 - random.next())))
  const closed = replied + random.whole(0, longestReply - 20)
  // A few are never answered.
  if (random.chance(0.03) || replied > to) return ['', '', '']
  const upheld = random.chance(0.4) ? '1' : '0'
  return [textOfDay(replied), ...(closed > to ? ['', ''] : [textOfDay(closed), upheld])]
}

const ticketKindsBySummary: Record<string, string> = {
  咨询办理条件: 'consultation',
  咨询进度: 'consultation',
  反映等候时间: 'complaint',
  建议增设自助终端: 'suggestion',
}

/** What a call was for; when the applicant of a bad review was called back, and what they said. */
function followUpOf(line: Line, day: number, to: number): Line {
  const [code, kind, , , , , , summary] = line
  const ticket = kind === 'hotline' ? (ticketKindsBySummary[String(summary)] ?? '') : ''
  if (kind !== 'review' || !wantsAnswer(line)) return [ticket, '', '']
  const random = new Random(`call ${code}`)
  const called = day + random.whole(1, 6)
  if (random.chance(0.08) || called > to) return [ticket, '', '']
  return [ticket, textOfDay(called), random.chance(0.82) ? '1' : '0']
}

/**
 * Feedback of recent days, each day from its own seed, with the answers of that time. Days before `since`
 * are there for what was answered later.
 */
export function recentFeedbackTable(
  hall: HallTime,
  { from, since, to }: { from: number; since: number; to: number },
): Table {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  const linesUntil = (day: number): Line[] =>
    linesOn(day)
      .filter(line => day >= since || wantsAnswer(line))
      .map(line => [...line, ...answerOf(line, day, to), ...followUpOf(line, day, to)])
  return { header, rows: days.filter(day => demoWorking(hall, day)).flatMap(linesUntil) }
}
