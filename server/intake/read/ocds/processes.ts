import type { Limits } from '../limits.ts'
import type { Release } from './release.ts'
import { NamedError } from '#measures'
import { bytesOfText, Held } from '../limits.ts'
import { mergedByProcess } from './release.ts'

/** Matches the first ocid in a line. Wherever it is in a release, it is that of the release's own process. */
const ocidForm = /"ocid"\s*:\s*"((?:[^"\\]|\\.)*)"/

/** The process of a line, found without parsing JSON; null where it has none. */
const processOf = (line: string): string | null => ocidForm.exec(line)?.[1] ?? null

/** The number of lines of each process with several. Errors: file-too-large. */
export async function repeatedProcesses(
  lines: AsyncIterable<string>,
  { rows: most }: Pick<Limits, 'rows'>,
): Promise<Map<string, number>> {
  const seen = new Set<string>()
  const repeated = new Map<string, number>()
  for await (const line of lines) {
    const process = processOf(line)
    if (process === null) continue
    if (seen.has(process)) repeated.set(process, (repeated.get(process) ?? 1) + 1)
    seen.add(process)
    if (seen.size > most) throw new NamedError('file-too-large', { what: `${seen.size}`, most: `${most}` })
  }
  return repeated
}

/** Keeps the releases of processes on several lines until the last one has been read. */
export class ProcessMerger {
  private readonly waiting = new Map<string, { releases: Release[]; bytes: number }>()
  private readonly held: Held
  private readonly left: Map<string, number>

  constructor(repeated: ReadonlyMap<string, number>, limits: Limits) {
    this.left = new Map(repeated)
    this.held = new Held('of releases', limits)
  }

  /**
   * The releases that a line completes: its own where its process is on no other line; all of the process on
   * its last line; else none. Errors: file-too-large.
   */
  take(line: string, releases: readonly Release[]): Release[] {
    const process = processOf(line)
    const left = process === null ? undefined : this.left.get(process)
    if (process === null || left === undefined) return mergedByProcess(releases)
    const earlier = this.waiting.get(process)
    const all = [...(earlier?.releases ?? []), ...releases]
    this.left.set(process, left - 1)
    if (left > 1) {
      // A parsed release takes several times the memory of its text.
      const bytes = 4 * bytesOfText(line)
      this.held.add(bytes)
      this.waiting.set(process, { releases: all, bytes: bytes + (earlier?.bytes ?? 0) })
      return []
    }
    this.held.add(-(earlier?.bytes ?? 0))
    this.waiting.delete(process)
    return mergedByProcess(all)
  }
}
