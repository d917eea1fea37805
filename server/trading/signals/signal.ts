import type { Procedure } from './procedure.ts'
import type { SignalSettings } from './settings.ts'

/** Whom a flag stands at. */
export const subjects = ['OCID', 'Buyer', 'ProcuringEntity', 'Tenderer'] as const
export type Subject = (typeof subjects)[number]

/** One thing worth looking at: never a verdict. `evidence` names the procedures in which it shows. */
export interface Flag {
  subject: Subject
  id: string
  value: number
  evidence: readonly string[]
}

interface Names {
  zh: string
  en: string
}

/** One published indicator: what it asks, how it is counted, where it comes from. */
export interface Signal {
  code: string
  names: Names
  question: Names
  formula: Names
  source: string
  /** True where the prices of bids are compared. */
  comparesPrices: boolean
  find: (procedures: readonly Procedure[], settings: SignalSettings) => Flag[]
}

const publisher = 'Open Contracting Partnership, Cardinal 0.0.8'

/** Declares a signal of the published family. */
export const defineSignal = (signal: Omit<Signal, 'source'>): Signal => ({
  ...signal,
  source: `${publisher} ${signal.code}`,
})

/** A flag at the procedure itself. */
export const onProcedure = ({ id }: Procedure, value: number): Flag => ({
  subject: 'OCID',
  id,
  value,
  evidence: [id],
})

/** A flag at an organisation, with the procedures that show it. */
export const onTenderer = (id: string, value: number, evidence: readonly string[]): Flag => ({
  subject: 'Tenderer',
  id,
  value,
  evidence,
})
