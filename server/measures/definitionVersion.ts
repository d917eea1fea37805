import type { Names } from '../model/index.ts'

/** A definition as it holds from a day on. */
export interface DefinitionVersion {
  /** 1 for the first. */
  number: number
  /** The first day on which it holds; null for the first version, which holds from the beginning. */
  from: string | null
  /** Who decided it. */
  owner: Names
  /** Why it was decided. */
  reason: Names
  /**
   * How it counted, where a later version counts otherwise. The text of the measure says how the last does.
   */
  formula?: Names
  /**
   * The first day on which records hold what it counts. Earlier days cannot be counted by it. Absent
   * where all days can.
   */
  recordedFrom?: string
}
