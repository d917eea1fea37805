import type { Bid, ExpertDraw, Objection, Trade } from '../../prisma/generated/client.ts'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { measures, NamedError } from '#measures'
import { figureOfRecord } from '../query/recordFigure.ts'
import { findingsAmong, recordOf } from './ledgerFindings.ts'
import { identicalBids } from './signals/identicalBids.ts'

const text = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null
const fen = (value: bigint | null): string | null => (value === null ? null : String(value))
const toDay = (day: Date): number => Math.round(day.getTime() / 86_400_000)

interface Steps {
  announcedDay: Date | null
  openedDay: Date | null
  concludedDay: Date | null
  publishedDay: Date | null
  contractedDay: Date | null
}

/**
 * The steps of a trade in order, with the days since the previous step: calendar days, and working days where
 * the hall has a calendar.
 */
function timeline({ hall }: Centre, trade: Steps) {
  const steps = (['announcedDay', 'openedDay', 'concludedDay', 'publishedDay', 'contractedDay'] as const)
    .flatMap(step => (trade[step] === null ? [] : [{ step, day: trade[step] }]))
    .toSorted((a, b) => a.day.getTime() - b.day.getTime())
  return steps.map(({ step, day }, place) => {
    const before = steps[place - 1]?.day
    const [from, to] = [before ? toDay(before) : null, toDay(day)]
    const days = from === null ? null : to - from
    const inOrder = from !== null && to > from
    return {
      step,
      day: text(day) ?? '',
      days,
      workingDays: inOrder ? (hall.calendar?.countFrom(from + 1, to) ?? null) : null,
    }
  })
}

const addDays = (day: Date, days: number): string =>
  new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/**
 * The last day for complaints about a tender for works: ten days after the result was published (招标投标法实施条例
 * 60).
 */
function complaintsUntil(trade: { category: string; publishedDay: Date | null }): string | null {
  return trade.category === 'works' && trade.publishedDay ? addDays(trade.publishedDay, 10) : null
}

/**
 * The day by which an objection (异议) must be answered: three days after it was received (条例 54). Null for
 * other kinds, whose deadlines depend on data that are not recorded.
 */
function answerBy(objection: { kind: string; day: Date }): string | null {
  return objection.kind === 'objection' ? addDays(objection.day, 3) : null
}

/** Returns the name for viewers who may see bidders, and null for others. */
type Reveal = (name: string | null) => string | null

/** The fields of the trade; amounts as decimal strings of 分. */
function tradeFields(trade: Trade, reveal: Reveal) {
  return {
    tradeCode: trade.tradeCode,
    name: trade.name,
    category: trade.category,
    method: trade.method,
    round: trade.round,
    priceForm: trade.priceForm,
    baseKind: trade.baseKind,
    currency: trade.currency,
    bidders: trade.bidders,
    outcome: trade.outcome,
    buyer: trade.buyer,
    agent: trade.agent,
    winner: reveal(trade.winner),
    baseFen: fen(trade.baseFen),
    awardFen: fen(trade.awardFen),
    awardRate: trade.awardRate,
    documentDays: trade.documentDays,
    meals: trade.meals,
    overtime: trade.overtime,
  }
}

/** The figures of the money measures for this single trade. */
function figuresOf(trade: Trade) {
  const record = recordOf(trade)
  return {
    savings: figureOfRecord(measures.savings, record),
    savingsRate: figureOfRecord(measures.savingsRate, record),
    landGain: figureOfRecord(measures.landGain, record),
    premiumRate: figureOfRecord(measures.premiumRate, record),
  }
}

type Signal = Awaited<ReturnType<typeof findingsAmong>>[number]

/** The notes of signals, some of which name bidders, are left out like their names. */
const signalFields = ({ id, names, unit, source, findings }: Signal, mayName: boolean) =>
  findings.map(({ value, note, currency }) => ({
    id,
    names,
    unit,
    source,
    value,
    note: mayName || id !== identicalBids.code ? note : null,
    currency,
  }))

const bidFields = ({ bidder, status, amountFen, reason }: Bid, winner: string | null, reveal: Reveal) => ({
  bidder: reveal(bidder),
  won: bidder === winner,
  status,
  amountFen: fen(amountFen),
  reason,
})

const drawFields = ({ day, drawn, declined, absent, avoided }: ExpertDraw) => ({
  day: text(day) ?? '',
  drawn,
  declined,
  absent,
  avoided,
})

const objectionFields = (objection: Objection, reveal: Reveal) => ({
  kind: objection.kind,
  day: text(objection.day) ?? '',
  answeredDay: text(objection.answeredDay),
  answerBy: answerBy(objection),
  result: objection.result,
  raisedBy: reveal(objection.raisedBy),
  summary: objection.summary,
})

/**
 * Everything on record about one trade: steps, bids from lowest to highest, draws of experts and objections.
 * Names of bidders and objectors are null for viewers who may not see them. Errors: not-found.
 */
export async function tradeCard(database: Database, centre: Centre, of: { code: string; scope: Scope }) {
  const { prisma } = database
  const at = { centreId: centre.id, tradeCode: of.code }
  const trade = await prisma.trade.findUnique({ where: { centreId_tradeCode: at } })
  if (!trade) throw new NamedError('not-found', { what: of.code })
  const reveal: Reveal = name => (of.scope.reveal.includes('bidder') ? name : null)
  const [signals, bids, draws, objections] = await Promise.all([
    findingsAmong(database, centre, [trade]),
    prisma.bid.findMany({
      where: at,
      orderBy: [{ amountFen: { sort: 'asc', nulls: 'last' } }, { bidder: 'asc' }],
    }),
    prisma.expertDraw.findMany({ where: at, orderBy: { day: 'asc' } }),
    prisma.objection.findMany({ where: at, orderBy: { day: 'asc' } }),
  ])
  return {
    trade: tradeFields(trade, reveal),
    figures: figuresOf(trade),
    homeCurrency: trade.homeCurrency,
    signals: signals.flatMap(signal => signalFields(signal, of.scope.reveal.includes('bidder'))),
    timeline: timeline(centre, trade),
    complaintsUntil: complaintsUntil(trade),
    bids: bids.map(bid => bidFields(bid, trade.winner, reveal)),
    draws: draws.map(drawFields),
    objections: objections.map(objection => objectionFields(objection, reveal)),
  }
}
