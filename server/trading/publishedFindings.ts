import type { Names } from '../model/index.ts'
import type { FoundSignal } from './foundSignal.ts'
import type { LedgerFinding } from './hall/index.ts'
import type { Flag, Procedure, Signal } from './signals/index.ts'
import { listWords, printLine } from '#measures'
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

/** How the findings of a hall are worded: the names of its trades, and the currency of its amounts. */
interface Hall {
  nameOf: (code: string) => string
  currency: string
}

/** Equal prices in words: who offered which price. */
function alikeWords({ alike }: Flag, currency: string): Names | null {
  if (!alike) return null
  const price = (amount: number, language: 'zh' | 'en'): string =>
    printLine(amount, { unit: 'fen' }, { language, currency })
  return {
    zh: alike
      .map(({ amount, tenderers }) => `${listWords(tenderers, 'zh')}同报 ${price(amount, 'zh')}`)
      .join('；'),
    en: alike
      .map(({ amount, tenderers }) => `${listWords(tenderers, 'en')}: each ${price(amount, 'en')}`)
      .join('; '),
  }
}

function findingsOf(flags: readonly Flag[], { nameOf, currency }: Hall): LedgerFinding[] {
  // A flag of a procedure is preferred to the same flag of its bidders; where a signal flags only bidders,
  // they are the subject.
  const atProcedure = flags.filter(flag => flag.subject === 'OCID')
  return (atProcedure.length > 0 ? atProcedure : flags).map(flag => ({
    subject: flag.subject === 'OCID' ? nameOf(flag.id) : flag.id,
    value: flag.value,
    note: alikeWords(flag, currency),
    trades: flag.evidence,
  }))
}

function found(signal: Signal, procedures: readonly Procedure[], hall: Hall): FoundSignal {
  const { code, names, question, formula, source, limit } = signal
  return {
    id: code,
    names,
    question,
    formula,
    source,
    ...(limit !== undefined && { limit }),
    unit: units[code] ?? 'flag',
    lookedAt: procedures.length,
    findings: findingsOf(flagsOf(signal, procedures, hallSettings), hall),
  }
}

/** Runs the published signals, and the signal of pairs of bidders, over procedures with known bids. */
export function publishedFindings(procedures: readonly Procedure[], hall: Hall): FoundSignal[] {
  const published = signals
    .filter(signal => !elsewhere.has(signal.code))
    .map(signal => found(signal, procedures, hall))
  const { find, lookedAt, ...pairs } = coBidders
  const count = lookedAt(procedures)
  return [...published, { ...pairs, lookedAt: count, findings: withinBudget(find(procedures), count) }]
}
