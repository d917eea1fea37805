import type { Row } from '../../intake/targets/target.ts'
import type { FactName } from '../../model/index.ts'
import type { GrainContent, Step } from '../grains.ts'
import type { Bins } from './bins.ts'
import type { Cells } from './cells.ts'
import type { PlainGrainCount, Taken } from './grainCount.ts'
import { factNamed } from '../../model/index.ts'
import { columnsOf, histogramsOf } from '../columns.ts'
import { grainsOf, sourceOf, steps, storesBy } from '../grains.ts'
import { Amounts } from './amounts.ts'
import { GrainCount } from './grainCount.ts'

/** How many numbers and bins of one table are kept in memory before they are written to a temporary table. */
export interface MostKept {
  numbers: number
  bins: number
}

// The memory limit of a load of any size: some tens of megabytes.
const mostKept: MostKept = { numbers: 1_500_000, bins: 150_000 }

function largest(among: readonly GrainCount[], content: GrainContent): GrainCount[] {
  const grains = among.map(count => count.grain)
  return among.filter(count => sourceOf(count.grain, grains, content) === null)
}

/**
 * Counts rows for every rollup of a fact, without a database. It evaluates the same conditions and numbers as
 * the SQL does.
 */
export class RowCounts {
  private readonly amounts: Amounts
  /** In the order of `grains`: smaller ones first. */
  private readonly grains: GrainCount[]
  /** The grains in which rows are counted; the others are derived from them. */
  private readonly largestParts: GrainCount[]
  private readonly largestBins: GrainCount[]
  private readonly most: MostKept

  constructor(factName: FactName, most = mostKept) {
    this.most = most
    const fact = factNamed(factName)
    const grains = grainsOf(factName)
    const parts = new Map(
      grains.flatMap(grain => [
        ...columnsOf(grain).map(column => [column.name, column.part] as const),
        ...histogramsOf(grain).map(histogram => [`${histogram.code}`, histogram.part] as const),
      ]),
    )
    this.amounts = new Amounts([...parts.values()])
    const placeOf = new Map(Array.from(parts.keys(), (name, place) => [name, place]))
    this.grains = grains.map(grain => new GrainCount(fact, grain, placeOf))
    this.largestParts = largest(this.grains, 'parts')
    this.largestBins = largest(this.binned, 'histograms')
  }

  /** The grains that are derived from this one. */
  private smallerThan(count: GrainCount, content: GrainContent): GrainCount[] {
    const among = content === 'parts' ? this.grains : this.binned
    const grains = among.map(each => each.grain)
    return among.filter(each => sourceOf(each.grain, grains, content) === count.grain)
  }

  private get binned(): GrainCount[] {
    return this.grains.filter(count => count.grain.histograms.length > 0)
  }

  /** Counts a new row; with −1, removes a counted row that turned out not to be new. */
  count(row: Row, sign: 1 | -1): void {
    this.amounts.take(row, sign)
    for (const count of this.largestParts) count.addParts(row, this.amounts.values)
    for (const count of this.largestBins) count.addBins(row, this.amounts.values)
  }

  private isTooMuch(cells: Cells, bins: Bins): boolean {
    return cells.numbers > this.most.numbers || bins.size > this.most.bins
  }

  /**
   * Yields the counts of tables above the memory limit. Counting may continue while one of them is written.
   */
  *tooMuch(): Generator<Taken> {
    for (const count of [...this.grains].reverse()) {
      for (const step of count.grain.parts) {
        if (this.isTooMuch(count.cells[step], count.bins[step])) yield this.pass(count, step)
      }
    }
  }

  /** Yields all remaining counts. */
  *rest(): Generator<Taken> {
    for (const step of steps) {
      for (const count of [...this.grains].reverse()) {
        if (storesBy(count.grain, 'parts', step)) yield this.pass(count, step)
      }
    }
  }

  /** Adds the counts of a step to months and to smaller grains, then detaches them. */
  private pass(count: GrainCount, step: Step): Taken {
    if (step === 'day') count.sumMonths()
    if (count.finest.parts === step)
      this.smallerThan(count, 'parts').forEach(smaller => count.sumParts(smaller))
    if (count.finest.histograms === step)
      this.smallerThan(count, 'histograms').forEach(smaller => count.sumBins(smaller))
    return count.take(step)
  }

  /** All counts, in a form that can be posted to another thread. */
  get plain(): PlainGrainCount[] {
    return this.grains.map(count => count.plain)
  }

  /** Adds what another thread has counted. */
  absorb(counted: readonly PlainGrainCount[]): void {
    this.grains.forEach((count, place) => counted[place] && count.absorb(counted[place]))
  }
}
