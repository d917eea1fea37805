import type { Procedure } from './procedure.ts'
import type { SignalSettings } from './settings.ts'

/** The kinds of subjects of a flag. */
export const subjects = ['OCID', 'Buyer', 'ProcuringEntity', 'Tenderer'] as const
export type Subject = (typeof subjects)[number]

/** A flag: something to examine, not a verdict. `evidence` lists the procedures that show it. */
export interface Flag {
  subject: Subject
  id: string
  value: number
  evidence: readonly string[]
  /** Equal prices of a procedure, each with its bidders. */
  alike?: readonly { amount: number; tenderers: readonly string[] }[]
}

interface Names {
  zh: string
  en: string
}

/** A published indicator: its question, its formula and its source. */
export interface Signal {
  code: string
  names: Names
  question: Names
  formula: Names
  source: string
  /** The limit as it is published, where the formula states it in words. */
  limit?: string
  /** True where prices of bids are compared. */
  comparesPrices: boolean
  find: (procedures: readonly Procedure[], settings: SignalSettings) => Flag[]
}

const publisher = 'Open Contracting Partnership, Cardinal 0.0.8'

/** Declares a published signal; adds the source. */
export const defineSignal = (signal: Omit<Signal, 'source'>): Signal => ({
  ...signal,
  source: `${publisher} ${signal.code}`,
})

/** A flag of a procedure. */
export const onProcedure = ({ id }: Procedure, value: number): Flag => ({
  subject: 'OCID',
  id,
  value,
  evidence: [id],
})

/** A flag of a tenderer, with the procedures that show it. */
export const onTenderer = (id: string, value: number, evidence: readonly string[]): Flag => ({
  subject: 'Tenderer',
  id,
  value,
  evidence,
})
