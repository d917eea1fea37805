import type { HallTime } from '../../server/measures/index.ts'
import type { Table } from './catalogue.ts'
import { addMonths, textOfDay, weekdayOf } from '../../server/measures/index.ts'
import { demoWorking } from './cases.ts'
import { Random } from './random.ts'

/** The sixteen townships of the county, its farm among them. */
const townships = [
  '小溪镇',
  '山格镇',
  '文峰镇',
  '南胜镇',
  '坂仔镇',
  '安厚镇',
  '大溪镇',
  '霞寨镇',
  '九峰镇',
  '芦溪镇',
  '五寨乡',
  '国强乡',
  '崎岭乡',
  '长乐乡',
  '秀峰乡',
  '安厚农场',
] as const

/** The six featured services: the window that gives each, how many people come on a day, and for what. */
const featured: [kind: string, window: string, most: number, summaries: readonly string[]][] = [
  ['agriculture', 'NY', 6, ['蜜柚种植技术咨询', '茶叶病虫害防治咨询', '蔬菜育苗技术咨询']],
  ['propertyCertificates', 'FG', 9, ['房产两证联办', '一次性告知，一个窗口受理']],
  ['trafficOneStop', 'JG', 24, ['购置税、保险、上牌一站办结', '摩托车挂牌一天办结']],
  ['migrants', 'LD', 12, ['就业登记与暂住登记', '计生与户籍咨询']],
  ['marriage', 'MZ2', 8, ['婚姻登记', '补领婚姻登记证']],
  ['banking', 'YH', 40, ['规费代收', '企业开户']],
]

const visitors: [window: string, summary: string][] = [
  ['NY', '到村讲授蜜柚管理技术'],
  ['RS', '上门办理社会保险登记'],
  ['JS', '下乡办理生育服务证'],
  ['JG', '送驾驶证换证下乡'],
  ['GA', '为行动不便的老人办理身份证'],
]

/** Windows at which people from the townships learn. */
const teachers = ['MZ', 'RS', 'JS', 'LY', 'GA', 'CL'] as const

/** Every day of a span on which the hall is open. */
export const openDays = (hall: HallTime, from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).filter(day =>
    demoWorking(hall, day),
  )

/** True on the first open day of its week. */
function beginsWeek(hall: HallTime, day: number): boolean {
  const monday = day - weekdayOf(day) + 1
  return openDays(hall, monday, day - 1).length === 0
}

/** True on the last open day of its month. */
function endsMonth(hall: HallTime, day: number): boolean {
  const next = addMonths(day - Number(textOfDay(day).slice(8)) + 1, 1)
  return openDays(hall, day + 1, next - 1).length === 0
}

type Line = (string | number)[]

/** What windows offer besides: by appointment, after hours, at home. */
const offered: [kind: string, chance: number, windows: readonly string[], summary: string][] = [
  ['appointment', 0.7, ['FG', 'GS', 'RS'], '企业预约办理'],
  ['extendedHours', 0.45, ['JG', 'MZ2', 'GA'], '中午、周末延时办理'],
  ['homeVisit', 0.2, ['RS', 'GA'], '为行动不便的群众上门办理'],
]

/** Uses a random generator of its own, so that other services do not change. */
const offeredOn = (date: string): Line[] =>
  offered.flatMap(([kind, chance, windows, summary]): Line[] => {
    const random = new Random(`${kind} ${date}`)
    return random.chance(chance) ? [[kind, random.pick(windows), '', random.whole(1, 4), summary]] : []
  })

/** The number of a week, independent of the first day of the demo. */
const weekOf = (day: number): number => Math.floor((day - weekdayOf(day)) / 7)

function visitsOn(day: number, random: Random): Line[] {
  const week = weekOf(day)
  // Every second week, on a Wednesday; the townships take turns.
  if (weekdayOf(day) !== 3 || week % 2 === 1) return []
  const township = townships[(week / 2) % townships.length] ?? ''
  const [window, summary] = random.pick(visitors)
  return [['townshipVisit', window, township, random.whole(18, 85), summary]]
}

/** On the last day of a month those go home who learned at a window since its beginning. */
function trainingsOn(hall: HallTime, day: number, random: Random): Line[] {
  if (!endsMonth(hall, day)) return []
  const month = Number(textOfDay(day).slice(0, 4)) * 12 + Number(textOfDay(day).slice(5, 7))
  return [0, 1].map(place => [
    'townshipTraining',
    random.pick(teachers),
    townships[(month * 2 + place) % townships.length] ?? '',
    random.whole(1, 4),
    '乡镇便民服务中心人员跟班培训',
  ])
}

/** Cases between the county and its townships on a day, from a seed of their own. */
function handedOn(date: string): Line[] {
  const random = new Random(`handed ${date}`)
  const some = (kind: string, most: number, summary: string): Line[] =>
    Array.from({ length: random.whole(0, most) }, () => [
      kind,
      random.pick(teachers),
      random.pick(townships),
      '',
      summary,
    ])
  return [
    ...some('handedUp', 3, '乡镇受理，上送窗口审批'),
    ...some('handedDown', 1, '转乡镇便民服务中心办理'),
  ]
}

/** At most so large a share of the people of a service had come before. */
const mostAgain = 0.4

function servicesOn(hall: HallTime, day: number): Line[] {
  const date = textOfDay(day)
  const random = new Random(`services ${date}`)
  const given = featured.flatMap(([kind, window, most, summaries]): Line[] =>
    random.chance(0.85) ? [[kind, window, '', random.whole(1, most), random.pick(summaries)]] : [],
  )
  // Written last, so that the numbers of the others do not change.
  const lines = [
    ...given,
    ...visitsOn(day, random),
    ...trainingsOn(hall, day, random),
    ...offeredOn(date),
    ...handedOn(date),
  ]
  const again = new Random(`again ${date}`)
  const returning = ([kind, , , people]: Line): number | '' =>
    featured.some(([featuredKind]) => featuredKind === kind)
      ? Math.round(Number(people) * again.next() * mostAgain)
      : ''
  return lines.map(([kind = '', ...rest], index) => [
    `PHTS${date.replaceAll('-', '')}${String(index + 1).padStart(2, '0')}`,
    kind,
    ...rest,
    date,
    returning([kind, ...rest]),
  ])
}

/** Featured services, visits to townships and trainings, each day from its own seed. */
export const servicesTable = (hall: HallTime, from: number, to: number): Table => ({
  header: ['eventCode', 'kind', 'window', 'township', 'people', 'summary', 'day', 'returning'],
  rows: openDays(hall, from, to).flatMap(day => servicesOn(hall, day)),
})

const lectures = ['房产登记业务讲座', '行政许可法讲座', '窗口礼仪与沟通讲座', '招投标法规讲座']

function meetingsOn(hall: HallTime, day: number): Line[] {
  const date = textOfDay(day)
  const random = new Random(`meetings ${date}`)
  const code = date.replaceAll('-', '')
  const meeting = ([mark, kind, summary]: [string, string, string], due: number): Line => [
    `PHLH${code}${mark}`,
    kind,
    date,
    due,
    due - random.whole(0, Math.round(due * 0.09)),
    summary,
  ]
  const weekly = beginsWeek(hall, day) ? [meeting(['A', 'weekly', '一周小结与工作安排'], 118)] : []
  if (!endsMonth(hall, day)) return weekly
  const month = Number(date.slice(5, 7))
  return [
    ...weekly,
    meeting(['B', 'lecture', lectures[month % lectures.length] ?? ''], 110),
    ...(month % 3 === 0 ? [meeting(['C', 'exchange', '窗口之间工作交流'], 45)] : []),
  ]
}

/** The weekly meeting, a lecture each month and an exchange each quarter. */
export const meetingsTable = (hall: HallTime, from: number, to: number): Table => ({
  header: ['meetingCode', 'kind', 'day', 'duePeople', 'attendedPeople', 'summary'],
  rows: openDays(hall, from, to).flatMap(day => meetingsOn(hall, day)),
})
