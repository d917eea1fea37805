import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'

const text = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null
const fen = (value: bigint | null): string | null => value === null ? null : String(value)
const toDay = (day: Date): number => Math.round(day.getTime() / 86_400_000)

interface Steps { announcedDay: Date | null, openedDay: Date | null, concludedDay: Date | null, publishedDay: Date | null, contractedDay: Date | null }

/** The steps of a trade in time, with the days since the step before: calendar days, and working days where the hall keeps a calendar. */
function timeline({ hall }: Centre, trade: Steps) {
  const steps = (['announcedDay', 'openedDay', 'concludedDay', 'publishedDay', 'contractedDay'] as const).flatMap(step => trade[step] === null ? [] : [{ step, day: trade[step] }]).toSorted((a, b) => a.day.getTime() - b.day.getTime())
  return steps.map(({ step, day }, place) => {
    const before = steps[place - 1]?.day
    const [from, to] = [before ? toDay(before) : null, toDay(day)]
    const days = from === null ? null : to - from
    const inOrder = from !== null && to > from
    return { step, day: text(day) ?? '', days, workingDays: inOrder ? hall.calendar?.countFrom(from + 1, to) ?? null : null }
  })
}

const addDays = (day: Date, days: number): string => new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** The last day for a complaint on a tender for works: ten days after its result was published (招标投标法实施条例 60). */
function complaintsUntil(trade: { category: string, publishedDay: Date | null }): string | null {
  return trade.category === 'works' && trade.publishedDay ? addDays(trade.publishedDay, 10) : null
}

/** The day by which an objection (异议) to a tender must be answered: three days after it came (条例 54). Other kinds have clocks that the records do not hold. */
function answerBy(objection: { kind: string, day: Date }): string | null {
  return objection.kind === 'objection' ? addDays(objection.day, 3) : null
}

/**
 * One trade with everything that is known of it: its steps, its bids from the lowest, the experts, what was objected. Names of bidders and of
 * whoever objected are null for those who may not see them. Errors: not-found.
 */
export async function tradeCard({ prisma }: Database, centre: Centre, of: { code: string, scope: Scope }) {
  const at = { centreId: centre.id, tradeCode: of.code }
  const trade = await prisma.trade.findUnique({ where: { centreId_tradeCode: at } })
  if (!trade)
    throw new NamedError('not-found', { what: of.code })
  const named = (name: string | null): string | null => of.scope.reveal.includes('bidder') ? name : null
  const [bids, draws, objections] = await Promise.all([
    prisma.bid.findMany({ where: at, orderBy: [{ amountFen: { sort: 'asc', nulls: 'last' } }, { bidder: 'asc' }] }),
    prisma.expertDraw.findMany({ where: at, orderBy: { day: 'asc' } }),
    prisma.objection.findMany({ where: at, orderBy: { day: 'asc' } }),
  ])
  const { tradeCode, name, category, method, round, priceForm, baseKind, currency, bidders, outcome, buyer, agent, winner, awardRate, discountRate, documentDays, meals, overtime } = trade
  return {
    trade: { tradeCode, name, category, method, round, priceForm, baseKind, currency, bidders, outcome, buyer, agent, winner: named(winner), baseFen: fen(trade.baseFen), awardFen: fen(trade.awardFen), awardRate, discountRate, documentDays, meals, overtime },
    timeline: timeline(centre, trade),
    complaintsUntil: complaintsUntil(trade),
    bids: bids.map(bid => ({ bidder: named(bid.bidder), won: bid.bidder === winner, status: bid.status, amountFen: fen(bid.amountFen), reason: bid.reason })),
    draws: draws.map(({ day, drawn, declined, absent, avoided }) => ({ day: text(day) ?? '', drawn, declined, absent, avoided })),
    objections: objections.map(({ kind, day, answeredDay, result, raisedBy, summary }) => ({ kind, day: text(day) ?? '', answeredDay: text(answeredDay), answerBy: answerBy({ kind, day }), result, raisedBy: named(raisedBy), summary })),
  }
}
