import type { LedgerSignal } from './ledgerSignal.ts'
import { aboveCeiling, awardWithoutBase, datesOutOfOrder } from './ceiling.ts'
import { concentration } from './concentration.ts'
import { highestWinner } from './highestWinner.ts'
import { deepDiscounts, nearCeiling, oneBidder, shortTender, soleCustomer } from './simple.ts'
import { splitting } from './splitting.ts'

export type { LedgerFinding, LedgerSignal, SeenBid, SeenTrade } from './ledgerSignal.ts'

/** The hall's own signals, the most serious first. */
export const ledgerSignals: readonly LedgerSignal[] = [
  aboveCeiling,
  highestWinner,
  awardWithoutBase,
  datesOutOfOrder,
  concentration,
  soleCustomer,
  nearCeiling,
  deepDiscounts,
  oneBidder,
  shortTender,
  splitting,
]
