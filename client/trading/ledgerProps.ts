import type { RowsAnswer, RowValue } from '../../server/query/rows.ts'

/** What the ledger shows, as a table or as cards. */
export interface LedgerProps {
  about: RowsAnswer
  total: number
  rowAt: (index: number) => RowValue[] | undefined
  order: { orderBy?: string; descending: boolean }
  /** True for trades in land and property, which have gains instead of savings. */
  gains?: boolean
  /** True for procedures that ended without an award. */
  failed?: boolean
}
