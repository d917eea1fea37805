import type pg from 'pg'
import type { Row } from '../../intake/targets/target.ts'
import type { FactName } from '../../model/index.ts'
import type { PlainGrainCount } from './grainCount.ts'
import type { MostKept } from './rowCounts.ts'
import type { GrainStep, WrittenOut } from './write.ts'
import { grainsOf, steps } from '../grains.ts'
import { RowCounts } from './rowCounts.ts'
import { CellWriter } from './write.ts'

/**
 * The centre of a load, whether its rollups are empty (`fresh`), and the names of the grains to write
 * (`updatable`).
 */
interface Counted {
  centreId: number
  fresh: boolean
  updatable: readonly string[]
}

/**
 * Counts the new rows of a load for every rollup of its fact while they are read. This takes a fraction of
 * the time that the database needs to group them afterwards. Used inside the load's transaction.
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

  /** Counts a new row; with −1, removes a counted row that turned out not to be new. */
  count(row: Row, sign: 1 | -1): void {
    this.counts.count(row, sign)
  }

  /**
   * Writes counts above the memory limit to temporary tables. Counting may continue meanwhile, because the
   * counts are detached before they are written.
   */
  async spill(): Promise<void> {
    for (const taken of this.counts.tooMuch()) await this.writer.spill(taken)
  }

  /** Writes to temporary tables what another thread had above its memory limit. */
  async spillOf(written: readonly WrittenOut[]): Promise<void> {
    for (const output of written) await this.writer.spillLines(output)
  }

  /** Adds what another thread has counted and not sent yet. */
  absorb(counted: readonly PlainGrainCount[]): void {
    this.counts.absorb(counted)
  }

  /**
   * Writes the remaining counts: directly into fresh rollups, else into temporary tables. Returns the tables
   * that are still to be merged from temporary ones (see `addCounted`).
   */
  async finish({ centreId, fresh, updatable }: Counted): Promise<GrainStep[]> {
    for (const taken of this.counts.rest()) {
      if (updatable.includes(taken.grain.name))
        await (fresh && !this.writer.isSpilled(taken)
          ? this.writer.into(taken, centreId)
          : this.writer.spill(taken))
    }
    const all = grainsOf(this.fact)
      .filter(grain => updatable.includes(grain.name))
      .flatMap(grain => steps.map(step => ({ grain, step })))
    return this.writer.merged(all)
  }
}

/** The fact whose rollups count the rows of this kind of load; null where it has none. */
export const countedFact = (loaded: string): FactName | null => grainsOf(loaded)[0]?.fact ?? null

/** A counter for this kind of load; null where its fact has no rollups. */
export function counterFor(client: pg.ClientBase, loaded: string): RowCounter | null {
  const fact = countedFact(loaded)
  return fact === null ? null : new RowCounter(client, fact)
}
