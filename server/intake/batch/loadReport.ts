import type { Problem, Reason } from '../rows/problems.ts'
import type { WarningGroup } from './warnings.ts'
import { Warnings } from './warnings.ts'

export type { WarningGroup } from './warnings.ts'

/** The numbers of a file's rows by outcome; they always add up to `rows`. */
export interface Counts {
  rows: number
  loaded: number
  unchanged: number
  corrected: number
  quarantined: number
  /** Rows that a rule of the mapping excludes. */
  leftOut: number
}

/** Problems of the same kind in the same field. */
export interface ProblemGroup {
  field: string
  reason: Reason
  count: number
  examples: Problem[]
}

const examplesPerGroup = 5
const firstProblems = 20

/** Counts the outcomes of the rows of a batch. */
export class LoadReport {
  readonly counts: Counts = { rows: 0, loaded: 0, unchanged: 0, corrected: 0, quarantined: 0, leftOut: 0 }
  readonly problems: Problem[] = []
  private readonly groups = new Map<string, ProblemGroup>()
  private readonly warned = new Warnings()

  quarantine(problems: readonly Problem[]): void {
    this.counts.quarantined += problems.length
    this.problems.push(...problems.slice(0, firstProblems - this.problems.length))
    for (const problem of problems) {
      const key = `${problem.field}\n${problem.reason}`
      const group = this.groups.get(key) ?? {
        field: problem.field,
        reason: problem.reason,
        count: 0,
        examples: [],
      }
      group.count++
      if (group.examples.length < examplesPerGroup) group.examples.push(problem)
      this.groups.set(key, group)
    }
  }

  /** Adds the warnings of a chunk, and its rows that were left out or unchanged. */
  take({
    leftOut,
    unchanged,
    warned,
  }: {
    leftOut: number
    unchanged: number
    warned: readonly WarningGroup[]
  }): void {
    this.counts.leftOut += leftOut
    this.counts.unchanged += unchanged
    this.warned.take(warned)
  }

  /** Problems by field and kind, most frequent first. */
  get problemGroups(): ProblemGroup[] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count)
  }

  get warnings(): WarningGroup[] {
    return this.warned.groups
  }
}
