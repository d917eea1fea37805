import type { Row } from '../../intake/targets/target.ts'
import type { FactName } from '../../model/index.ts'
import type { Kept, Step } from '../grains.ts'
import type { Bins } from './bins.ts'
import type { Cells } from './cells.ts'
import type { PlainGrainCount, Taken } from './grainCount.ts'
import { factNamed } from '../../model/index.ts'
import { columnsOf, histogramsOf } from '../columns.ts'
import { grainsOf, keepsBy, sourceOf, steps } from '../grains.ts'
import { Amounts } from './amounts.ts'
import { GrainCount } from './grainCount.ts'

/** How many numbers and bins of one table are kept before they are handed over to be written aside. */
export interface MostKept {
  numbers: number
  bins: number
}

// What a load may keep in memory, however many rows it has: some tens of megabytes.
const mostKept: MostKept = { numbers: 1_500_000, bins: 150_000 }

function largest(among: readonly GrainCount[], kept: Kept): GrainCount[] {
  const grains = among.map(one => one.grain)
  return among.filter(one => sourceOf(one.grain, grains, kept) === null)
}

/**
 * The counts of rows for every rollup of a fact. It reads the same conditions and numbers as the
 * database does, and touches no database.
 */
export class RowCounts {
  private readonly amounts: Amounts
  /** Smaller ones first, as the grains stand. */
  private readonly grains: GrainCount[]
  /** Those that rows are counted in; the others are added up from them. */
  private readonly largestParts: GrainCount[]
  private readonly largestBins: GrainCount[]
  private readonly most: MostKept

  constructor(factName: FactName, most = mostKept) {
    this.most = most
    const fact = factNamed(factName)
    const grains = grainsOf(factName)
    const parts = new Map(
      grains.flatMap(grain => [
        ...columnsOf(grain).map(one => [one.name, one.part] as const),
        ...histogramsOf(grain).map(one => [`${one.code}`, one.part] as const),
      ]),
    )
    this.amounts = new Amounts([...parts.values()])
    const placeOf = new Map(Array.from(parts.keys(), (name, place) => [name, place]))
    this.grains = grains.map(grain => new GrainCount(fact, grain, placeOf))
    this.largestParts = largest(this.grains, 'parts')
    this.largestBins = largest(this.binned, 'histograms')
  }

  /** The grains that are added up from another one. */
  private smallerThan(one: GrainCount, kept: Kept): GrainCount[] {
    const among = kept === 'parts' ? this.grains : this.binned
    const grains = among.map(each => each.grain)
    return among.filter(each => sourceOf(each.grain, grains, kept) === one.grain)
  }

  private get binned(): GrainCount[] {
    return this.grains.filter(one => one.grain.histograms.length > 0)
  }

  /** Counts a new row; with −1, one that turned out not to be new. */
  count(row: Row, sign: 1 | -1): void {
    this.amounts.take(row, sign)
    for (const one of this.largestParts) one.addParts(row, this.amounts.values)
    for (const one of this.largestBins) one.addBins(row, this.amounts.values)
  }

  private isTooMuch(cells: Cells, bins: Bins): boolean {
    return cells.numbers > this.most.numbers || bins.size > this.most.bins
  }

  /** Hands over what has become too much to keep, table by table. Counting may go on while one is written. */
  *tooMuch(): Generator<Taken> {
    for (const one of [...this.grains].reverse()) {
      for (const step of one.grain.parts) {
        if (this.isTooMuch(one.cells[step], one.bins[step])) yield this.pass(one, step)
      }
    }
  }

  /** Hands over all that is left. */
  *rest(): Generator<Taken> {
    for (const step of steps) {
      for (const one of [...this.grains].reverse()) {
        if (keepsBy(one.grain, 'parts', step)) yield this.pass(one, step)
      }
    }
  }

  /**
   * Adds the days of a grain up to its months, and what is kept at its finest to smaller grains, and
   * hands it over.
   */
  private pass(one: GrainCount, step: Step): Taken {
    if (step === 'day') one.sumMonths()
    if (one.finest.parts === step) this.smallerThan(one, 'parts').forEach(smaller => one.sumParts(smaller))
    if (one.finest.histograms === step)
      this.smallerThan(one, 'histograms').forEach(smaller => one.sumBins(smaller))
    return one.take(step)
  }

  /** All that is kept, in a form that can be handed to another thread. */
  get plain(): PlainGrainCount[] {
    return this.grains.map(one => one.plain)
  }

  /** Adds what another thread has counted. */
  absorb(counted: readonly PlainGrainCount[]): void {
    this.grains.forEach((one, place) => counted[place] && one.absorb(counted[place]))
  }
}
