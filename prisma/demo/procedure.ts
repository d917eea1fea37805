import type { HallTime } from '../../server/measures/index.ts'
import type { Table } from './catalogue.ts'
import type { Trade } from './trades.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { Random } from './random.ts'
import { firms, launchTradesOf, recentTradesOf } from './trades.ts'

const outsiders = Array.from(
  { length: 30 },
  (_, index) => `外埠${['建工', '商贸', '科技'][index % 3]}${index + 1}号公司`,
)

/** The winner's bid is the award; the others lie above it, and now and then a lower one was thrown out. */
function bidsOf(trade: Trade): (string | number)[][] {
  const random = new Random(`bids ${trade.code}`)
  const { award, base, bidders, winner } = trade
  if (award === null || winner === '' || bidders < 1) return []
  const others = [...firms, ...outsiders].filter(firm => firm !== winner)
  // Forty-one others: any step through them meets each of them once.
  const start = random.whole(0, others.length - 1)
  const step = random.whole(1, others.length - 1)
  const rivals = Array.from(
    { length: bidders - 1 },
    (_, index) => others[(start + index * step) % others.length] ?? '',
  )
  const day = textOfDay(trade.day - 2)
  const received = `${textOfDay(trade.day - 3)} 15:${String(random.whole(10, 59))}`
  const rows = rivals.map(rival => {
    const out = random.chance(0.06)
    const price =
      out && random.chance(0.08)
        ? award * (0.97 + random.next() * 0.02)
        : award + (base - award) * (0.15 + random.next() * 0.8)
    return [
      trade.code,
      rival,
      day,
      received,
      out ? 'disqualified' : 'valid',
      Math.round(price / 100) * 100,
      out ? '未响应实质性要求' : '',
    ]
  })
  return [[trade.code, winner, day, received, 'valid', award, ''], ...rows]
}

function drawOf(trade: Trade): (string | number)[] {
  const random = new Random(`experts ${trade.code}`)
  const drawn = random.pick([3, 5, 5, 7])
  return [
    `ZJ-${trade.code}`,
    trade.code,
    textOfDay(trade.day - 2),
    drawn,
    random.chance(0.12) ? 1 : 0,
    random.chance(0.05) ? 1 : 0,
    random.chance(0.04) ? 1 : 0,
  ]
}

/** A few trades in a hundred are objected to; half of what was said holds. */
function objectionsOf(trade: Trade, last: number): (string | number)[][] {
  const random = new Random(`objections ${trade.code}`)
  if (!random.chance(0.04) || trade.day + 1 > last) return []
  const kind =
    trade.category === 'works'
      ? random.pick(['objection', 'objection', 'complaint'])
      : random.pick(['query', 'query', 'complaint'])
  const answered = trade.day + 1 + random.whole(1, 3)
  const done = answered <= last
  return [
    [
      `YY-${trade.code}`,
      trade.code,
      kind,
      textOfDay(trade.day + 1),
      done ? textOfDay(answered) : '',
      done ? random.pick(['upheld', 'partlyUpheld', 'dismissed', 'dismissed']) : 'pending',
      random.pick(firms),
      '对评审结果有异议',
    ],
  ]
}

const bidHeader = ['tradeCode', 'bidder', 'day', 'receivedAt', 'status', 'amount', 'reason']
const drawHeader = ['drawCode', 'tradeCode', 'day', 'drawn', 'declined', 'absent', 'avoided']
const objectionHeader = [
  'objectionCode',
  'tradeCode',
  'kind',
  'day',
  'answeredDay',
  'result',
  'raisedBy',
  'summary',
]

/** What stands beside the trades: who bid what, and which experts judged. */
export interface ProcedureTables {
  bids: Table
  draws: Table
  objections: Table
}

const bought = (trades: readonly Trade[]): Trade[] =>
  trades.filter(trade => trade.category === 'works' || trade.category === 'procurement')

/** Of the launch months; the county counted no complaint about them. */
export function launchProcedure(hall: HallTime, to: number): ProcedureTables {
  const trades = bought(launchTradesOf(hall, to))
  return {
    bids: { header: bidHeader, rows: trades.flatMap(bidsOf) },
    draws: { header: drawHeader, rows: trades.map(drawOf) },
    objections: { header: objectionHeader, rows: [] },
  }
}

/** Of recent days. */
export function recentProcedure(hall: HallTime, from: number, to: number): ProcedureTables {
  const trades = bought(recentTradesOf(hall, from, to))
  return {
    bids: { header: bidHeader, rows: trades.flatMap(bidsOf) },
    draws: { header: drawHeader, rows: trades.map(drawOf) },
    objections: { header: objectionHeader, rows: trades.flatMap(trade => objectionsOf(trade, to)) },
  }
}
