import type { LedgerSignal } from './ledgerSignal.ts'
import { concentration } from './concentration.ts'
import { deepDiscounts, nearCeiling, oneBidder, shortTender, soleCustomer } from './simple.ts'
import { splitting } from './splitting.ts'

export type { Finding, LedgerSignal, SeenTrade } from './ledgerSignal.ts'

/** What can be asked of a ledger without the bids. */
export const ledgerSignals: readonly LedgerSignal[] = [concentration, soleCustomer, nearCeiling, deepDiscounts, oneBidder, shortTender, splitting]
