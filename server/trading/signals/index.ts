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

/** The published signals that can be computed from procedures, bids and awards. One signal is one file. */
export const signals: readonly Signal[] = [shortSubmission, singleBid, closeBids, frequentLosers, identicalBids, lateWinner, onlyWinnerValid, lowestDisqualified, manyDisqualified, mixedSupplier, deepDiscount]

/** Every flag of one signal, over the procedures that it may look at: none that was cancelled, and prices only where price decides. */
export function flagsOf(signal: Signal, procedures: readonly Procedure[], settings: SignalSettings): Flag[] {
  const looked = procedures.filter(({ cancelled, methodDetails }) => {
    const details = methodDetails ?? ''
    return !cancelled && !settings.exclude.includes(details) && !(signal.comparesPrices && settings.noPriceComparison.includes(details))
  })
  return signal.find(looked, settings)
}

/** Flags by subject, id and code: the form in which the published calculator prints them. A subject flagged twice keeps its most extreme value. */
export type FlagTable = Partial<Record<Subject, Record<string, Record<string, number>>>>

/** Looks for every signal, or for some. */
export function flagTable(procedures: readonly Procedure[], settings: SignalSettings, codes: readonly string[] = signals.map(signal => signal.code)): FlagTable {
  const table: FlagTable = {}
  for (const signal of signals.filter(one => codes.includes(one.code))) {
    for (const { subject, id, value } of flagsOf(signal, procedures, settings)) {
      const known = table[subject]?.[id]?.[signal.code]
      const kept = known === undefined ? value : signal.code === 'R024' ? Math.min(known, value) : Math.max(known, value)
      table[subject] = { ...table[subject], [id]: { ...table[subject]?.[id], [signal.code]: kept } }
    }
  }
  return table
}
