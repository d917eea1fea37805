import type pg from 'pg'
import type { Grain, Step } from '../grains.ts'
import type { Taken } from './grainCount.ts'
import { copyLines } from '../../intake/write/copyLines.ts'
import { membersOf, rolledUpSql, valuesOf } from '../fill.ts'
import { binsTableOf, grains, storesBy, tableOf } from '../grains.ts'
import { binsDifference, difference } from '../maintain/difference.ts'
import { linesOfBins, linesOfCells, linesOfPackedBins } from './lines.ts'

/** A grain and one of its steps. */
export interface GrainStep {
  grain: Grain
  step: Step
}

/**
 * Counts as lines for COPY; `bins` is null where the grain stores no histograms by this step. The grain is
 * given by name, so that this can be posted between threads.
 */
export interface WrittenOut {
  name: string
  step: Step
  cells: Iterable<string | Uint8Array>
  bins: Iterable<string | Uint8Array> | null
}

/** Converts detached counts to lines for the temporary tables. */
export function writtenOut({ grain, step, members, cells, bins }: Taken): WrittenOut {
  return {
    name: grain.name,
    step,
    cells: linesOfCells(cells, members),
    bins: storesBy(grain, 'histograms', step) ? linesOfBins(grain, bins, members) : null,
  }
}

const nameOf = ({ grain, step }: GrainStep): string => `${grain.name} ${step}`

/** Writes counted cells to the database. */
export class CellWriter {
  /** How often each temporary table was written, by name. */
  private readonly pieces = new Map<string, number>()
  private readonly client: pg.ClientBase

  constructor(client: pg.ClientBase) {
    this.client = client
  }

  isSpilled(written: GrainStep): boolean {
    return this.pieces.has(nameOf(written))
  }

  private async createSpillTable({ grain, step }: GrainStep): Promise<void> {
    const cell = ['"day"', ...membersOf(grain)]
    await this.client.query(
      `CREATE TEMP TABLE ${difference(grain, step)}
        ON COMMIT DROP AS SELECT ${[...cell, ...valuesOf(grain)].join(', ')}
        FROM "${tableOf(grain, step)}" WITH NO DATA`,
    )
    if (storesBy(grain, 'histograms', step))
      await this.client.query(
        `CREATE TEMP TABLE ${binsDifference(grain, step)}
          ON COMMIT DROP AS SELECT
            ${[...cell, '"part"', 'NULL::smallint AS bin', 'NULL::int AS n'].join(', ')}
          FROM "${binsTableOf(grain, step)}" WITH NO DATA`,
      )
  }

  /** Writes counts to temporary tables, to be merged into the rollups by `addCounted`. */
  async spill(taken: Taken): Promise<void> {
    await this.spillLines(writtenOut(taken))
  }

  async spillLines({ name, step, cells, bins }: WrittenOut): Promise<void> {
    const grain = grains.find(grain => grain.name === name)
    if (!grain) throw new RangeError(`no such rollup: ${name}`)
    const written = this.pieces.get(nameOf({ grain, step })) ?? 0
    if (written === 0) await this.createSpillTable({ grain, step })
    this.pieces.set(nameOf({ grain, step }), written + 1)
    await copyLines(this.client, difference(grain, step), cells)
    if (bins) await copyLines(this.client, binsDifference(grain, step), bins)
  }

  /** Writes counts directly into rollups that have no rows of the centre. */
  async into({ grain, step, members, cells, bins }: Taken, centreId: number): Promise<void> {
    const start = `${centreId}\t`
    const cell = ['"centreId"', '"day"', ...membersOf(grain)]
    await copyLines(
      this.client,
      `"${tableOf(grain, step)}" (${[...cell, ...valuesOf(grain)].join(', ')})`,
      linesOfCells(cells, members, start),
    )
    if (storesBy(grain, 'histograms', step))
      await copyLines(
        this.client,
        `"${binsTableOf(grain, step)}" (${[...cell, '"part"', '"bins"', '"counts"'].join(', ')})`,
        linesOfPackedBins(grain, bins, { members, start }),
      )
  }

  /**
   * Returns which of some tables have a temporary table. One that was written more than once may hold a cell
   * twice; its rows are summed here.
   */
  async merged(among: readonly GrainStep[]): Promise<GrainStep[]> {
    const written = among.filter(step => this.pieces.has(nameOf(step)))
    for (const { grain, step } of written.filter(one => (this.pieces.get(nameOf(one)) ?? 0) > 1)) {
      const name = difference(grain, step)
      await this.client.query(`CREATE TEMP TABLE merged ON COMMIT DROP AS ${rolledUpSql(grain, name)}`)
      await this.client.query(`DROP TABLE ${name}`)
      await this.client.query(`ALTER TABLE merged RENAME TO ${name}`)
    }
    return written
  }
}
