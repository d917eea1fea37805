import type { FoundSignal } from './foundSignal.ts'
import type { LedgerFinding } from './hall/index.ts'
import type { Flag, Procedure, Signal } from './signals/index.ts'
import { withinBudget } from './chance.ts'
import { coBidders } from './hall/coBidders.ts'
import { flagsOf, hallSettings, signals } from './signals/index.ts'

/** In what the value of a published signal is said; those that only flag have none. */
const units: Record<string, FoundSignal['unit']> = {
  R024: 'percent',
  R058: 'percent',
  R025: 'percent',
  R038: 'percent',
  R035: 'bidders',
}

/**
 * The ledger's own signals ask the same of trades as these, with the hall's law; items are not
 * classified in a ledger.
 */
const elsewhere = new Set(['R003', 'R018', 'R048'])

function findingsOf(flags: readonly Flag[], nameOf: (code: string) => string): LedgerFinding[] {
  // A flag at a procedure says more than the same one at its bidders; where a signal flags bidders
  // alone, they are the subject.
  const atProcedure = flags.filter(flag => flag.subject === 'OCID')
  return (atProcedure.length > 0 ? atProcedure : flags).map(({ subject, id, value, evidence }) => ({
    subject: subject === 'OCID' ? nameOf(id) : id,
    value,
    note: null,
    trades: evidence,
  }))
}

function found(
  signal: Signal,
  procedures: readonly Procedure[],
  nameOf: (code: string) => string,
): FoundSignal {
  const { code, names, question, formula, source } = signal
  return {
    id: code,
    names,
    question,
    formula,
    source,
    unit: units[code] ?? 'flag',
    lookedAt: procedures.length,
    findings: findingsOf(flagsOf(signal, procedures, hallSettings), nameOf),
  }
}

/** What the published signals, and pairs of bidders, say of procedures whose bids are known. */
export function publishedFindings(
  procedures: readonly Procedure[],
  nameOf: (code: string) => string,
): FoundSignal[] {
  const published = signals
    .filter(signal => !elsewhere.has(signal.code))
    .map(signal => found(signal, procedures, nameOf))
  const { find, lookedAt, ...pairs } = coBidders
  const count = lookedAt(procedures)
  return [...published, { ...pairs, lookedAt: count, findings: withinBudget(find(procedures), count) }]
}
