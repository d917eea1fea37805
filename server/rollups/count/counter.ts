import type pg from 'pg'
import type { Row } from '../../intake/targets/target.ts'
import type { FactName } from '../../model/index.ts'
import type { PlainGrainCount } from './grainCount.ts'
import type { MostKept } from './rowCounts.ts'
import type { GrainStep, WrittenOut } from './write.ts'
import { grainsOf, steps } from '../grains.ts'
import { RowCounts } from './rowCounts.ts'
import { CellWriter } from './write.ts'

/** Where the counted cells of a load go: into empty rollups directly, or beside them to be added. */
interface Counted {
  centreId: number
  fresh: boolean
  kept: readonly string[]
}

/**
 * Counts the new rows of a load for every rollup of its fact while they pass by, which takes a fraction
 * of the time that the database needs to group them afterwards. Used inside the load's transaction.
 */
export class RowCounter {
  private readonly counts: RowCounts
  private readonly writer: CellWriter
  private readonly fact: FactName

  constructor(client: pg.ClientBase, fact: FactName, most?: MostKept) {
    this.fact = fact
    this.counts = new RowCounts(fact, most)
    this.writer = new CellWriter(client)
  }

  /** Counts a new row; with −1, one that turned out not to be new. */
  count(row: Row, sign: 1 | -1): void {
    this.counts.count(row, sign)
  }

  /**
   * Writes aside what has become too much to keep. Counting may go on meanwhile: what is written has
   * been handed over before.
   */
  async spill(): Promise<void> {
    for (const taken of this.counts.tooMuch()) await this.writer.aside(taken)
  }

  /** Writes aside what was too much for another thread to keep. */
  async spillOf(written: readonly WrittenOut[]): Promise<void> {
    for (const one of written) await this.writer.linesAside(one)
  }

  /** Adds what another thread has counted and not handed over yet. */
  absorb(counted: readonly PlainGrainCount[]): void {
    this.counts.absorb(counted)
  }

  /** Writes the rest. Returns which tables are still to be added up from what was written aside. */
  async finish({ centreId, fresh, kept }: Counted): Promise<GrainStep[]> {
    for (const taken of this.counts.rest()) {
      if (kept.includes(taken.grain.name))
        await (fresh && !this.writer.isAside(taken)
          ? this.writer.into(taken, centreId)
          : this.writer.aside(taken))
    }
    const all = grainsOf(this.fact)
      .filter(one => kept.includes(one.name))
      .flatMap(grain => steps.map(step => ({ grain, step })))
    return this.writer.merged(all)
  }
}

/** The fact that a load of this kind is counted for; null where nothing is kept added up of it. */
export const countedFact = (loaded: string): FactName | null => grainsOf(loaded)[0]?.fact ?? null

/** A counter for what is loaded as this fact; null where nothing is kept added up of it. */
export function counterFor(client: pg.ClientBase, loaded: string): RowCounter | null {
  const fact = countedFact(loaded)
  return fact === null ? null : new RowCounter(client, fact)
}
