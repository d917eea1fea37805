import type { Problem, Reason } from './problems.ts'
import type { Warning } from './target.ts'

/** Where every row of a file went; the counts always add up to `rows`. */
export interface Counts {
  rows: number
  loaded: number
  unchanged: number
  corrected: number
  quarantined: number
  /** Left out by the mapping's own rule. */
  leftOut: number
}

/** Problems of one kind in one field. */
export interface ProblemGroup { field: string, reason: Reason, count: number, examples: Problem[] }

/** Rows that were loaded but ought to be looked at. */
export interface WarningGroup { warning: Warning, count: number, rows: number[], example: string }

/** A row that was loaded but ought to be looked at. */
export interface Warned { warning: Warning, row: number, example: string }

const examplesPerGroup = 5
const firstProblems = 20

/** Counts what becomes of the rows of a batch. */
export class Tally {
  readonly counts: Counts = { rows: 0, loaded: 0, unchanged: 0, corrected: 0, quarantined: 0, leftOut: 0 }
  readonly problems: Problem[] = []
  private readonly groups = new Map<string, ProblemGroup>()
  private readonly warned = new Map<string, WarningGroup>()

  quarantine(problems: readonly Problem[]): void {
    this.counts.quarantined += problems.length
    this.problems.push(...problems.slice(0, firstProblems - this.problems.length))
    for (const problem of problems) {
      const key = `${problem.field}\n${problem.reason}`
      const group = this.groups.get(key) ?? { field: problem.field, reason: problem.reason, count: 0, examples: [] }
      group.count++
      if (group.examples.length < examplesPerGroup)
        group.examples.push(problem)
      this.groups.set(key, group)
    }
  }

  /** Takes in what became of a chunk, its refused rows and those that are written aside. */
  take({ leftOut, unchanged, warned }: { leftOut: number, unchanged: number, warned: readonly Warned[] }): void {
    this.counts.leftOut += leftOut
    this.counts.unchanged += unchanged
    warned.forEach(one => this.warn(one))
  }

  private warn({ warning, row, example }: Warned): void {
    const group = this.warned.get(warning) ?? { warning, count: 0, rows: [], example }
    group.count++
    if (group.rows.length < examplesPerGroup)
      group.rows.push(row)
    this.warned.set(warning, group)
  }

  /** Problems by field and kind, most frequent first. */
  get problemGroups(): ProblemGroup[] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count)
  }

  get warnings(): WarningGroup[] {
    return [...this.warned.values()]
  }
}
