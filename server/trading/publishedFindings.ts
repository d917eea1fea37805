import type { FoundSignal } from './foundSignal.ts'
import type { LedgerFinding } from './hall/index.ts'
import type { Flag, Procedure, Signal } from './signals/index.ts'
import { withinBudget } from './chance.ts'
import { coBidders } from './hall/coBidders.ts'
import { flagsOf, hallSettings, signals } from './signals/index.ts'

/** The units of the published signals with a value; the others only flag. */
const units: Record<string, FoundSignal['unit']> = {
  R024: 'percent',
  R058: 'percent',
  R025: 'percent',
  R038: 'percent',
  R035: 'bidders',
}

/**
 * Left out: for R003 and R018 the hall has signals of its own with the thresholds of its law, and R048 needs
 * classified items, which a ledger does not have.
 */
const elsewhere = new Set(['R003', 'R018', 'R048'])

function findingsOf(flags: readonly Flag[], nameOf: (code: string) => string): LedgerFinding[] {
  // A flag of a procedure is preferred to the same flag of its bidders; where a signal flags only bidders,
  // they are the subject.
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

/** Runs the published signals, and the signal of pairs of bidders, over procedures with known bids. */
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
