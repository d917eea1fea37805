import type { ConditionName, NumberName } from '../../model/conditions/index.ts'
import type { Names } from '../../model/index.ts'
import type { RecordValues } from '../../query/recordFigure.ts'
import { meets, numberOf } from '../../query/recordFigure.ts'

/** A bid, as far as the hall's own signals look at it. Money in hundredths. */
export interface SeenBid {
  accepted: boolean
  /** True for the bid of the one who won. */
  won: boolean
  amountFen: number | null
}

/**
 * What the hall's own signals look at of a trade. Money in hundredths, rates in thousandths of a per
 * cent, days counted from 1970-01-01.
 */
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
  currency: string
  /** In the centre's own currency. */
  isHome: boolean
  baseKind: string | null
  bids: readonly SeenBid[]
  /** The record by column, for the conditions and numbers of its fact. */
  record: RecordValues
}

/** One thing worth asking about, with the trades that show it. `value` is in the signal's unit. */
export interface LedgerFinding {
  subject: string
  value: number
  note: Names | null
  /** ISO 4217, where `value` is money. */
  currency?: string
  trades: readonly string[]
  /**
   * How often chance alone would show as much, where a signal names firms or buyers by how often they meet.
   * The list then names only what chance does not explain. Or what happened so many times of so many where
   * each time has it with this share.
   */
  chance?: number | { times: number; of: number; share: number }
}

/** A question to ask of the ledger, never a verdict. */
export interface LedgerSignal {
  id: string
  names: Names
  question: Names
  formula: Names
  source: string
  unit: 'percent' | 'days' | 'trades' | 'bidders' | 'money'
  /**
   * True where trades in other currencies than the centre's are looked at too: nothing is added up over
   * trades.
   */
  everyCurrency?: boolean
  /** How many trades, or buyers, could have shown it. */
  lookedAt: (trades: readonly SeenTrade[]) => number
  find: (trades: readonly SeenTrade[]) => LedgerFinding[]
}

/** A condition of the ledger's own fact, for one trade. */
export const tradeMeets =
  (condition: ConditionName<'trades'>) =>
  ({ record }: SeenTrade): boolean =>
    meets('trades', condition, record)

/** A number of the ledger's own fact for one trade; null where it is not known. */
export const tradeNumber = ({ record }: SeenTrade, number: NumberName<'trades'>): number | null =>
  numberOf('trades', number, record)

/** A finding at one trade. */
export const atTrade = (
  { name, code }: SeenTrade,
  value: number,
  note: Names | null = null,
): LedgerFinding => ({
  subject: name,
  value,
  note,
  trades: [code],
})

/** Members of a list by a key; those without one are left out. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}
