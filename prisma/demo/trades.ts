import type { HallTime } from '../../server/measures/index.ts'
import type { Table } from './catalogue.ts'
import { dayFromText, textOfDay } from '../../server/measures/index.ts'
import { demoWorking } from './cases.ts'
import { Random } from './random.ts'

const header = [
  'tradeCode',
  'name',
  'category',
  'method',
  'round',
  'priceForm',
  'baseKind',
  'base',
  'award',
  'bidders',
  'outcome',
  'buyer',
  'winner',
  'announcedDay',
  'openedDay',
  'concludedDay',
  'contractedDay',
]

const towns = [
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
]
const works = [
  '农村公路改造工程',
  '中心小学教学楼工程',
  '河道整治工程',
  '自来水管网工程',
  '土地整理项目',
  '卫生院业务用房工程',
  '便民服务中心装修工程',
  '蜜柚基地机耕路工程',
]
const goods = [
  '办公设备采购',
  '教学仪器采购',
  '医疗设备采购',
  '公务用车采购',
  '监控系统采购',
  '图书采购',
  '物业服务采购',
  '信息化系统采购',
]
const lands = ['住宅用地使用权', '工业用地使用权', '商服用地使用权']
const properties = ['国有店面招租', '旧车辆处置', '国有林木转让']
/** Who bids in the county. */
export const firms = [
  '闽南建设公司',
  '漳州路桥公司',
  '平和水电公司',
  '福建华信公司',
  '南靖建工公司',
  '闽盛商贸公司',
  '瑞达科技公司',
  '东南园林公司',
  '永安装饰公司',
  '恒源机电公司',
  '诚信物业公司',
  '博文教育设备公司',
]

/** Totals of the 104 launch trades: 3.5 亿余 concluded, 3600 余万 saved, in 元. */
const launchAward = 354_120_000
const launchSaving = 36_425_000
const launchCount = 104

/** A made-up trade. Money in 元. */
export interface Trade {
  day: number
  code: string
  name: string
  category: string
  method: string
  round: number
  priceForm: string
  baseKind: string
  base: number
  award: number | null
  bidders: number
  outcome: string
  buyer: string
  winner: string
}

const roundTo = (value: number, unit: number): number => Math.round(value / unit) * unit

function launchDays(hall: HallTime): number[] {
  const first = dayFromText('2012-08-08') ?? 0
  const last = dayFromText('2012-12-31') ?? 0
  const open = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(day =>
    demoWorking(hall, day),
  )
  const random = new Random('launch trades')
  const perDay = new Map<number, number>()
  // One day with the four that the briefing names as the most; no other has more than three.
  const busiest = open[71] ?? first
  perDay.set(busiest, 4)
  for (let left = launchCount - 4; left > 0;) {
    const day = open[Math.floor(open.length * random.next() ** 0.85)] ?? first
    if (day !== busiest && (perDay.get(day) ?? 0) < 3) {
      perDay.set(day, (perDay.get(day) ?? 0) + 1)
      left--
    }
  }
  return [...perDay].flatMap(([day, count]) => Array.from({ length: count }, () => day)).sort((a, b) => a - b)
}

function workOrPurchase(random: Random): Pick<Trade, 'name' | 'category' | 'method' | 'baseKind' | 'buyer'> {
  const town = random.pick(towns)
  if (random.chance(0.56))
    return {
      name: `${town}${random.pick(works)}`,
      category: 'works',
      method: random.chance(0.9) ? 'openTender' : 'invitedTender',
      baseKind: random.chance(0.6) ? 'controlPrice' : 'ceilingPrice',
      buyer: `${town}人民政府`,
    }
  return {
    name: `${town}${random.pick(goods)}`,
    category: 'procurement',
    method: random.pick(['openTender', 'negotiation', 'inquiry']),
    baseKind: 'budget',
    buyer: random.pick(['县教育局', '县卫健局', '县公安局', `${town}人民政府`]),
  }
}

/**
 * Awards and savings are random, scaled to the known totals; the last trade receives the rounding difference.
 */
function launchTrades(hall: HallTime): Trade[] {
  const random = new Random('launch prices')
  const days = launchDays(hall)
  const sizes = days.map(() => Math.exp(random.normal() * 0.8))
  const discounts = days.map(() => 0.03 + random.next() * 0.14)
  const scale = launchAward / sizes.reduce((a, b) => a + b, 0)
  const awards = sizes.map(size => roundTo(size * scale, 1000))
  awards[0] = (awards[0] ?? 0) + launchAward - awards.reduce((a, b) => a + b, 0)
  const rough = awards.map((award, index) => award * (discounts[index] ?? 0))
  const savingScale = launchSaving / rough.reduce((a, b) => a + b, 0)
  const savings = rough.map(saving => roundTo(saving * savingScale, 100))
  savings[0] = (savings[0] ?? 0) + launchSaving - savings.reduce((a, b) => a + b, 0)
  return days.map((day, index) => ({
    day,
    code: `PHGZ2012${String(index + 1).padStart(4, '0')}`,
    ...workOrPurchase(random),
    round: 1,
    priceForm: 'amount',
    base: (awards[index] ?? 0) + (savings[index] ?? 0),
    award: awards[index] ?? 0,
    bidders: random.whole(3, 11),
    outcome: 'concluded',
    winner: random.pick(firms),
  }))
}

/** Tenders of the launch months that found too few bidders stand outside the 104. */
function launchFailures(): Trade[] {
  const random = new Random('launch failures')
  return ['2012-09-11', '2012-10-16', '2012-10-30', '2012-11-21', '2012-12-13'].map((date, index) => ({
    day: dayFromText(date) ?? 0,
    code: `PHGZ2012F${index + 1}`,
    ...workOrPurchase(random),
    round: 1,
    priceForm: 'amount',
    base: roundTo(800_000 + random.next() * 2_000_000, 1000),
    award: null,
    bidders: random.whole(0, 2),
    outcome: 'tooFewBidders',
    winner: '',
  }))
}

function saleOf(random: Random): Pick<Trade, 'name' | 'category' | 'method' | 'baseKind' | 'buyer'> {
  const town = random.pick(towns)
  if (random.chance(0.45))
    return {
      name: `${town}${random.pick(lands)}出让`,
      category: 'land',
      method: random.pick(['auction', 'listing']),
      baseKind: 'startingPrice',
      buyer: '县自然资源局',
    }
  return random.chance(0.12)
    ? {
        name: `${town}采矿权出让`,
        category: 'mining',
        method: 'listing',
        baseKind: 'startingPrice',
        buyer: '县自然资源局',
      }
    : {
        name: `${town}${random.pick(properties)}`,
        category: 'property',
        method: 'auction',
        baseKind: 'startingPrice',
        buyer: `${town}人民政府`,
      }
}

function recentTrade(random: Random, day: number, serial: number): Trade {
  const sale = random.chance(0.14)
  const about = sale ? saleOf(random) : workOrPurchase(random)
  const outcome =
    ['concluded', 'tooFewBidders', 'annulled', 'terminated'][random.weighted([0.9, 0.965, 0.985, 1])] ??
    'concluded'
  const priceForm = !sale && random.chance(0.06) ? 'rate' : 'amount'
  const base = roundTo(Math.exp(13.6 + random.normal() * 0.9), 1000)
  const change = sale
    ? 1 + random.next() * 0.6
    : 1 - 0.02 - random.next() * 0.16 + (random.chance(0.02) ? 0.2 : 0)
  const concluded = outcome === 'concluded'
  return {
    day,
    code: `PHGZ${textOfDay(day).replaceAll('-', '')}${serial}`,
    ...about,
    round: random.chance(0.06) ? 2 : 1,
    priceForm,
    base,
    award: concluded && priceForm === 'amount' ? roundTo(base * change, 100) : null,
    bidders: outcome === 'tooFewBidders' ? random.whole(0, 2) : random.whole(3, 14),
    outcome,
    winner: concluded ? random.pick(firms) : '',
  }
}

/** The trades of recent days. */
export function recentTradesOf(hall: HallTime, from: number, to: number): Trade[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
    .filter(day => demoWorking(hall, day))
    .flatMap(day => {
      const random = new Random(`trades ${textOfDay(day)}`)
      const count = [0, 1, 2, 3, 4][random.weighted([0.34, 0.72, 0.9, 0.97, 1])] ?? 0
      return Array.from({ length: count }, (_, serial) => recentTrade(random, day, serial + 1))
    })
}

function rowOf(trade: Trade, last: number): (string | number)[] {
  const contracted = trade.day + 7 + (trade.day % 17)
  const announced = textOfDay(trade.day - 24 - (trade.day % 9))
  return [
    trade.code,
    trade.name,
    trade.category,
    trade.method,
    trade.round,
    trade.priceForm,
    trade.baseKind,
    trade.base,
    trade.award ?? '',
    trade.bidders,
    trade.outcome,
    trade.buyer,
    trade.winner,
    announced,
    textOfDay(trade.day - 2),
    textOfDay(trade.day),
    trade.outcome === 'concluded' && contracted <= last ? textOfDay(contracted) : '',
  ]
}

/** The trades of the launch months that were over by a day: 104 concluded and five that failed in all. */
export const launchTradesOf = (hall: HallTime, to: number): Trade[] =>
  [...launchTrades(hall), ...launchFailures()].filter(trade => trade.day <= to)

/** The launch months' trades up to a day. */
export function launchTradesTable(hall: HallTime, to: number): Table {
  return { header, rows: launchTradesOf(hall, to).map(trade => rowOf(trade, to)) }
}

/** Trades of recent days, each day from its own seed. */
export function recentTradesTable(hall: HallTime, from: number, to: number): Table {
  return { header, rows: recentTradesOf(hall, from, to).map(trade => rowOf(trade, to)) }
}
