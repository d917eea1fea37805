import type pg from 'pg'
import type { FactName } from '../../../query/words.ts'
import type { Row } from '../../target.ts'
import type { Bins } from './bins.ts'
import type { Cells } from './cells.ts'
import type { Taken } from './grainCount.ts'
import type { GrainStep } from './write.ts'
import { factNamed } from '../../../facts/index.ts'
import { columnsOf, histogramsOf } from '../../../query/tiers/columns.ts'
import { grainsOf, sourceOf, steps } from '../../../query/tiers/grains.ts'
import { Amounts } from './amounts.ts'
import { GrainCount } from './grainCount.ts'
import { CellWriter } from './write.ts'

// What a load may keep in memory, however many rows it has: some tens of megabytes.
const mostKept = { numbers: 1_500_000, bins: 150_000 }

function largest(among: readonly GrainCount[]): GrainCount[] {
  const grains = among.map(one => one.grain)
  return among.filter(one => sourceOf(one.grain, grains) === null)
}

/** Where the counted cells of a load go: into empty tiers directly, or beside them to be added. */
export interface Counted { centreId: number, fresh: boolean, kept: readonly string[] }

/**
 * Counts the new rows of a load for every tier of its fact while they pass by, which takes a fraction of the time that the database needs to
 * group them afterwards. It reads the same conditions and numbers as the database does. Used inside the load's transaction.
 */
export class RowCounter {
  private readonly amounts: Amounts
  /** Smaller ones first, as the grains stand. */
  private readonly grains: GrainCount[]
  /** Those that rows are counted in; the others are added up from them. */
  private readonly largestParts: GrainCount[]
  private readonly largestBins: GrainCount[]
  private readonly writer: CellWriter

  private readonly most: { numbers: number, bins: number }

  /** `most` says how many numbers and bins of one table are kept before they are written aside. */
  constructor(client: pg.ClientBase, factName: FactName, most = mostKept) {
    this.most = most
    const fact = factNamed(factName)
    const grains = grainsOf(factName)
    const parts = new Map(grains.flatMap(grain => [...columnsOf(grain).map(one => [one.name, one.part] as const), ...histogramsOf(grain).map(one => [`${one.code}`, one.part] as const)]))
    this.amounts = new Amounts(fact, [...parts.values()])
    const placeOf = new Map(Array.from(parts.keys(), (name, place) => [name, place]))
    this.grains = grains.map(grain => new GrainCount(fact, grain, placeOf))
    this.largestParts = largest(this.grains)
    this.largestBins = largest(this.binned)
    this.writer = new CellWriter(client)
  }

  private smallerThan(one: GrainCount, among: readonly GrainCount[]): GrainCount[] {
    const grains = among.map(each => each.grain)
    return among.filter(each => sourceOf(each.grain, grains) === one.grain)
  }

  private get binned(): GrainCount[] {
    return this.grains.filter(one => one.grain.histograms)
  }

  /** Counts a new row; with −1, one that turned out not to be new. */
  count(row: Row, sign: 1 | -1): void {
    this.amounts.take(row, sign)
    for (const one of this.largestParts)
      one.addParts(row, this.amounts.values)
    for (const one of this.largestBins)
      one.addBins(row, this.amounts.values)
  }

  private isTooMuch(cells: Cells, bins: Bins): boolean {
    return cells.numbers > this.most.numbers || bins.size > this.most.bins
  }

  /** Writes aside what has become too much to keep. Counting may go on meanwhile: what is written has been handed over before. */
  async spill(): Promise<void> {
    for (const one of [...this.grains].reverse()) {
      if (this.isTooMuch(one.day, one.dayBins))
        await this.writer.aside(this.pass(one))
      if (this.isTooMuch(one.month, one.monthBins))
        await this.writer.aside(one.take('month'))
    }
  }

  /** Adds the days of a grain up to its months and to smaller grains, and hands them over. */
  private pass(one: GrainCount): Taken {
    one.sumMonths()
    this.smallerThan(one, this.grains).forEach(smaller => one.sumParts(smaller))
    if (one.grain.histograms)
      this.smallerThan(one, this.binned).forEach(smaller => one.sumBins(smaller))
    return one.take('day')
  }

  /** Writes the rest. Returns which tables are still to be added up from what was written aside. */
  async finish({ centreId, fresh, kept }: Counted): Promise<GrainStep[]> {
    const write = async (taken: Taken): Promise<void> => {
      if (kept.includes(taken.grain.name))
        await (fresh && !this.writer.isAside(taken) ? this.writer.into(taken, centreId) : this.writer.aside(taken))
    }
    for (const one of [...this.grains].reverse())
      await write(this.pass(one))
    for (const one of this.grains)
      await write(one.take('month'))
    const all = this.grains.filter(one => kept.includes(one.grain.name)).flatMap(({ grain }) => steps.map(step => ({ grain, step })))
    return this.writer.merged(all)
  }
}

/** A counter for what is loaded as this fact; null where nothing is kept added up of it. */
export function counterFor(client: pg.ClientBase, loaded: string): RowCounter | null {
  const fact = grainsOf(loaded)[0]?.fact
  return fact === undefined ? null : new RowCounter(client, fact)
}
