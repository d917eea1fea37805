import type { Procedure } from './procedure.ts'
import type { SignalSettings } from './settings.ts'
import type { Flag, Signal, Subject } from './signal.ts'
import { closeBids } from './closeBids.ts'
import { deepDiscount } from './deepDiscount.ts'
import { frequentLosers } from './frequentLosers.ts'
import { identicalBids } from './identicalBids.ts'
import { lateWinner } from './lateWinner.ts'
import { lowestDisqualified } from './lowestDisqualified.ts'
import { manyDisqualified } from './manyDisqualified.ts'
import { mixedSupplier } from './mixedSupplier.ts'
import { onlyWinnerValid } from './onlyWinnerValid.ts'
import { shortSubmission } from './shortSubmission.ts'
import { singleBid } from './singleBid.ts'

export * from './procedure.ts'
export * from './settings.ts'
export * from './signal.ts'

/**
 * The published signals that can be computed from procedures, bids and awards; each has a file of its own.
 */
export const signals: readonly Signal[] = [
  shortSubmission,
  singleBid,
  closeBids,
  frequentLosers,
  identicalBids,
  lateWinner,
  onlyWinnerValid,
  lowestDisqualified,
  manyDisqualified,
  mixedSupplier,
  deepDiscount,
]

/** True where prices decide. The list of included methods takes precedence over that of excluded ones. */
const comparesPrices = (details: string, { priceComparison, noPriceComparison }: SignalSettings): boolean =>
  priceComparison.length > 0 ? priceComparison.includes(details) : !noPriceComparison.includes(details)

/**
 * All flags of one signal. Cancelled procedures are skipped, and signals about prices also skip procedures in
 * which price does not decide.
 */
export function flagsOf(signal: Signal, procedures: readonly Procedure[], settings: SignalSettings): Flag[] {
  const looked = procedures.filter(({ cancelled, methodDetails }) => {
    const details = methodDetails ?? ''
    return (
      !cancelled &&
      !settings.exclude.includes(details) &&
      (!signal.comparesPrices || comparesPrices(details, settings))
    )
  })
  return signal.find(looked, settings)
}

/** Flags by subject, id and code, as the published calculator prints them. */
type FlagTable = Partial<Record<Subject, Record<string, Record<string, number>>>>

/** Runs all signals, or some of them, and returns their flags as a table. */
export function flagTable(
  procedures: readonly Procedure[],
  settings: SignalSettings,
  codes: readonly string[] = signals.map(signal => signal.code),
): FlagTable {
  const table: FlagTable = {}
  for (const signal of signals.filter(({ code }) => codes.includes(code))) {
    for (const { subject, id, value } of flagsOf(signal, procedures, settings)) {
      const flags = (table[subject] ??= {})
      flags[id] = { ...flags[id], [signal.code]: value }
    }
  }
  return table
}
