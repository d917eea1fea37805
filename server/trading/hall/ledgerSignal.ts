import type { ConditionName, NumberName } from '../../model/conditions/index.ts'
import type { Names } from '../../model/index.ts'
import type { RecordValues } from '../../query/recordFigure.ts'
import { meets, numberOf } from '../../query/recordFigure.ts'

/** The fields of a bid that the hall's own signals use. Money in hundredths. */
export interface SeenBid {
  accepted: boolean
  /** True for the winning bid. */
  won: boolean
  amountFen: number | null
}

/**
 * The fields of a trade that the hall's own signals use. Money in hundredths, rates in thousandths of a per
 * cent, days as the number of days since 1970-01-01.
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
  /** True for trades in the centre's own currency. */
  isHome: boolean
  baseKind: string | null
  bids: readonly SeenBid[]
  /** The record by column, for evaluating conditions and numbers of the fact. */
  record: RecordValues
}

/** A finding of a signal, with the trades that show it. `value` is in the signal's unit. */
export interface LedgerFinding {
  subject: string
  value: number
  note: Names | null
  /** ISO 4217, where `value` is money. */
  currency?: string
  trades: readonly string[]
  /**
   * For signals that name firms or buyers by frequency: the probability of the finding by chance, or a
   * binomial count (`times` of `of`, each with probability `share`) from which it is computed. Only findings
   * that chance does not explain are kept.
   */
  chance?: number | { times: number; of: number; share: number }
}

/** A signal: a question to ask about the ledger, not a verdict. */
export interface LedgerSignal {
  id: string
  names: Names
  question: Names
  formula: Names
  source: string
  unit: 'percent' | 'days' | 'trades' | 'bidders' | 'money'
  /** True where trades in foreign currencies are examined too, because nothing is added up over trades. */
  everyCurrency?: boolean
  /** The number of trades or buyers that were examined. */
  lookedAt: (trades: readonly SeenTrade[]) => number
  find: (trades: readonly SeenTrade[]) => LedgerFinding[]
}

/** Returns a test of one trade for a named condition of the ledger's fact. */
export const tradeMeets =
  (condition: ConditionName<'trades'>) =>
  ({ record }: SeenTrade): boolean =>
    meets('trades', condition, record)

/** A number of the ledger's fact for one trade; null where unknown. */
export const tradeNumber = ({ record }: SeenTrade, number: NumberName<'trades'>): number | null =>
  numberOf('trades', number, record)

/** A finding about a single trade. */
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

/** Groups a list by key; items whose key is null are left out. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
