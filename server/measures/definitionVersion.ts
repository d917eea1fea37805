import type { Names } from '../model/index.ts'

/** A version of a definition, valid from a day on. */
export interface DefinitionVersion {
  /** Counted from 1. */
  number: number
  /** The first day on which it is valid; null for the first version. */
  from: string | null
  /** Who decided it. */
  owner: Names
  /** Why it was decided. */
  reason: Names
  /**
   * Its formula, where a later version has another one. The measure's text has the formula of the last
   * version.
   */
  formula?: Names
  /**
   * The first day whose records contain what it counts; earlier days cannot be counted with it. Absent where
   * all days can.
   */
  recordedFrom?: string
}
