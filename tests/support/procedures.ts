import type { Bid, BidStatus, Procedure } from '../../server/trading/signals/index.ts'
import { flagTable, publishedSettings } from '../../server/trading/signals/index.ts'

/** A bid of one tenderer in yuan; `at` is the instant of its submission, null where unknown. */
export const bid = (
  tenderer: string,
  amount: number | null,
  status: BidStatus = 'valid',
  at: number | null = null,
): Bid => ({ status, tenderers: [tenderer], amount, currency: 'CNY', at })

let number = 0

/** An open procedure with these bids, awarded to W, with a number of its own. */
export function procedure(bids: Bid[], more: Partial<Procedure> = {}): Procedure {
  return {
    id: `P${++number}`,
    method: 'open',
    methodDetails: null,
    cancelled: false,
    start: null,
    end: null,
    tenderers: null,
    buyer: null,
    procuringEntity: null,
    bids,
    awards: [{ status: 'active', suppliers: ['W'], classes: [] }],
    ...more,
  }
}

/** The table of flags for one signal, such as R024. */
export const tableOf = (procedures: Procedure[], code: string, settings = publishedSettings) =>
  flagTable(procedures, settings, [code])

/** A list of `count` items, each made from its index. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
