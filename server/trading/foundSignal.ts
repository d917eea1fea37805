import type { Names } from '../model/index.ts'
import type { LedgerFinding, LedgerSignal } from './hall/index.ts'

/** A signal with its findings, those with the most trades first. */
export interface FoundSignal {
  id: string
  names: Names
  question: Names
  formula: Names
  source: string
  /** The limit as it is published, where the formula states it in words. */
  limit?: string
  unit: LedgerSignal['unit'] | 'flag'
  lookedAt: number
  findings: LedgerFinding[]
}
