/** A line of a grouped table: the heading of a group, or the record at an index. */
type Line<G> = { kind: 'group'; group: G } | { kind: 'record'; index: number }

/** Maps lines to headings and records, where every group has a heading line. */
export class GroupLines<G extends { count: number }> {
  /** The line of each group's heading. */
  private readonly starts: number[]
  private readonly groups: readonly G[]
  readonly length: number

  constructor(groups: readonly G[], total: number) {
    this.groups = groups
    let line = 0
    this.starts = groups.map(group => {
      const start = line
      line += group.count + 1
      return start
    })
    this.length = total + groups.length
  }

  /** The content of a line. */
  at(line: number): Line<G> {
    const place = this.placeOf(line)
    const group = this.groups[place]
    return group && this.starts[place] === line
      ? { kind: 'group', group }
      : { kind: 'record', index: line - (place + 1) }
  }

  /** The last group whose heading is at or above a line; −1 without groups. */
  private placeOf(line: number): number {
    let [low, high] = [0, this.starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= line) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
