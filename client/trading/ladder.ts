import type { Outputs } from '../data/trpc.ts'

type TradeCard = Outputs['trading']['trade']
type Bid = TradeCard['bids'][number]

/** A bid on the common scale of its trade's prices; positions in per cent of the width. */
interface Step {
  key: string
  bidder: string | null
  value: number | null
  won: boolean
  /** True for the award, where its bid is not on record. */
  isAward: boolean
  status: Bid['status'] | null
  reason: string | null
  at: number | null
  /** True for a price above a ceiling, and by how much it exceeds it. */
  isAbove: boolean
  over: { from: number; width: number } | null
}

interface Ladder {
  rows: Step[]
  base: { value: number; at: number } | null
}

/** Bases that a price must not exceed; other bases are starting prices or appraisals. */
const ceilings: ReadonlySet<string> = new Set(['controlPrice', 'ceilingPrice', 'budget'])
const numberOf = (hundredths: string | null): number | null =>
  hundredths === null ? null : Number(hundredths)

function stepsOf({ bids, trade }: TradeCard): Omit<Step, 'at' | 'isAbove' | 'over'>[] {
  const award = numberOf(trade.awardFen)
  if (bids.length > 0)
    return bids.map((bid, place) => ({
      key: String(place),
      bidder: bid.bidder,
      value: numberOf(bid.amountFen),
      won: bid.won,
      isAward: false,
      status: bid.status,
      reason: bid.reason,
    }))
  return award === null
    ? []
    : [
        {
          key: 'award',
          bidder: trade.winner,
          value: award,
          won: true,
          isAward: true,
          status: null,
          reason: null,
        },
      ]
}

/** The bids and the base of a trade on one scale, with a margin on both sides. */
export function ladderOf(card: TradeCard): Ladder {
  const { trade } = card
  const steps = stepsOf(card)
  const base = numberOf(trade.baseFen)
  const values = [...steps.map(step => step.value), base].filter(value => value !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const margin = (high - low || high || 1) * 0.06
  const at = (value: number): number => ((value - low + margin) / (high - low + 2 * margin || 1)) * 100
  const isCeiling = ceilings.has(trade.baseKind ?? '')
  const rows = steps.map((step): Step => {
    const isAbove = isCeiling && base !== null && step.value !== null && step.value > base
    return {
      ...step,
      at: step.value === null ? null : at(step.value),
      isAbove,
      over: isAbove ? { from: at(base), width: at(step.value ?? base) - at(base) } : null,
    }
  })
  return { rows, base: base === null ? null : { value: base, at: at(base) } }
}
