import type { Names } from '../../facts/index.ts'

/** What the hall's own signals look at of a trade. Money in 分, rates in thousandths of a per cent, days counted from 1970-01-01. */
export interface SeenTrade {
  code: string
  name: string
  category: string
  method: string | null
  outcome: string
  buyer: string | null
  winner: string | null
  baseFen: number | null
  awardFen: number | null
  discountRate: number | null
  bidders: number | null
  announced: number | null
  opened: number | null
  concluded: number | null
}

/** One thing worth asking about, with the trades that show it. `value` is in the signal's unit. */
export interface Finding { subject: string, value: number, note: Names | null, trades: readonly string[] }

/** A question to ask of the ledger, never a verdict. */
export interface LedgerSignal {
  id: string
  names: Names
  question: Names
  formula: Names
  source: string
  unit: 'percent' | 'days' | 'trades' | 'bidders'
  /** How many trades, or buyers, could have shown it. */
  lookedAt: (trades: readonly SeenTrade[]) => number
  find: (trades: readonly SeenTrade[]) => Finding[]
}

export const isBought = ({ category }: SeenTrade): boolean => category === 'works' || category === 'procurement'
export const isConcluded = ({ outcome }: SeenTrade): boolean => outcome === 'concluded'

/** Members of a list by a key; those without one are left out. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    if (key !== null)
      groups.set(key, [...groups.get(key) ?? [], one])
  }
  return groups
}
