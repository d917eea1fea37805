import type { FlowPart } from '#measures'
import type { Row } from '../../intake/targets/target.ts'
import type { Fact } from '../../model/index.ts'
import type { Grain, Step } from '../grains.ts'
import type { PlainBins } from './bins.ts'
import type { PlainCells, Route } from './cells.ts'
import { monthStart } from '#measures'
import { columnsOf, histogramsOf } from '../columns.ts'
import { Bins } from './bins.ts'
import { Cells } from './cells.ts'
import { Members } from './members.ts'

/** The day column of each clock and which amounts are added on it. */
interface ClockRoute {
  column: string
  route: Route
}

const clockOf = (fact: Fact, part: FlowPart): string => fact.clocks[part.during]?.column ?? ''

function routesOf(fact: Fact, grain: Grain, placeOf: ReadonlyMap<string, number>): ClockRoute[] {
  const columns = columnsOf(grain)
  return Array.from(new Set(columns.map(({ part }) => clockOf(fact, part))), column => {
    const own = columns.flatMap((one, place) =>
      clockOf(fact, one.part) === column ? [{ place, from: placeOf.get(one.name) ?? 0 }] : [],
    )
    return {
      column,
      route: { from: Int32Array.from(own, one => one.from), into: Int32Array.from(own, one => one.place) },
    }
  })
}

const dimensionColumns = (fact: Fact, grain: Grain): string[] =>
  grain.dimensions.map(name => fact.dimensions[name]?.column ?? '')

/** What one of a grain's two tables is to have more. */
export interface Taken {
  grain: Grain
  step: Step
  members: Members
  cells: Cells
  bins: Bins
}

/** What a grain has counted, in a form that can be handed to another thread. */
export interface PlainGrainCount {
  members: Row[]
  day: PlainCells
  month: PlainCells
  dayBins: PlainBins
  monthBins: PlainBins
}

/** What has been counted for one grain and not been written yet: its days and its months. */
export class GrainCount {
  readonly members: Members
  day: Cells
  month: Cells
  dayBins: Bins
  monthBins: Bins
  private readonly clocks: ClockRoute[]
  private readonly histograms: { column: string; clock: string; amount: number }[]
  readonly grain: Grain

  /**
   * `placeOf` says where the amount of each column, and of each histogram by its code, stands among the
   * amounts of a row.
   */
  constructor(fact: Fact, grain: Grain, placeOf: ReadonlyMap<string, number>) {
    this.grain = grain
    this.members = new Members(dimensionColumns(fact, grain))
    const columns = columnsOf(grain)
    this.day = new Cells(columns.length)
    this.month = new Cells(columns.length)
    this.clocks = routesOf(fact, grain, placeOf)
    const histograms = histogramsOf(grain)
    this.dayBins = new Bins(histograms.length)
    this.monthBins = new Bins(histograms.length)
    this.histograms = histograms.map(({ code, part }) => ({
      column: fact.bins[part.of]?.bin ?? '',
      clock: clockOf(fact, part),
      amount: placeOf.get(`${code}`) ?? 0,
    }))
  }

  /** Adds what a row adds to the parts of the days on which its clocks stand. */
  addParts(row: Row, amounts: Float64Array): void {
    const member = this.members.of(row)
    for (const { column, route } of this.clocks) {
      const day = row[column]
      if (typeof day === 'number') this.day.add(this.day.place(member, day), amounts, route)
    }
  }

  /** Adds a row to the histograms whose conditions it meets. */
  addBins(row: Row, amounts: Float64Array): void {
    const member = this.members.of(row)
    for (const [histogram, { column, clock, amount }] of this.histograms.entries()) {
      const day = row[clock]
      const bin = row[column]
      const rows = amounts[amount] ?? 0
      if (rows !== 0 && typeof day === 'number' && typeof bin === 'number')
        this.dayBins.add({ place: this.dayBins.cells.place(member, day), histogram, bin, rows })
    }
  }

  /**
   * Hands over what is counted by day or by month and begins anew, at once: counting goes on while what
   * was handed over is written.
   */
  take(step: Step): Taken {
    const { grain, members } = this
    const taken =
      step === 'day' ? { cells: this.day, bins: this.dayBins } : { cells: this.month, bins: this.monthBins }
    const cells = new Cells(columnsOf(grain).length)
    const bins = new Bins(histogramsOf(grain).length)
    if (step === 'day') [this.day, this.dayBins] = [cells, bins]
    else [this.month, this.monthBins] = [cells, bins]
    return { grain, step, members, ...taken }
  }

  get plain(): PlainGrainCount {
    return {
      members: this.members.rows,
      day: this.day.plain,
      month: this.month.plain,
      dayBins: this.dayBins.plain,
      monthBins: this.monthBins.plain,
    }
  }

  /** Adds what another thread has counted for the same grain. */
  absorb({ members, ...from }: PlainGrainCount): void {
    const here = members.map(row => this.members.of(row))
    const width = columnsOf(this.grain).length
    const histograms = histogramsOf(this.grain).length
    for (const step of ['day', 'month'] as const) {
      pour(new Cells(width, from[step]), this[step], { route: this.routeTo(this), members: here })
      pourBins(new Bins(histograms, from[`${step}Bins`]), this[`${step}Bins`], { members: here })
    }
  }

  private routeTo(smaller: GrainCount): Route {
    const names = columnsOf(this.grain).map(column => column.name)
    const into = columnsOf(smaller.grain)
    return {
      from: Int32Array.from(into, column => names.indexOf(column.name)),
      into: Int32Array.from(into.keys()),
    }
  }

  /** Adds the days here up to months here. */
  sumMonths(): void {
    pour(this.day, this.month, { route: this.routeTo(this), dayOf: monthStart })
    pourBins(this.dayBins, this.monthBins, { dayOf: monthStart })
  }

  /** Adds the days here up to the parts of a grain that has fewer dimensions. */
  sumParts(smaller: GrainCount): void {
    pour(this.day, smaller.day, {
      route: this.routeTo(smaller),
      members: this.members.among(smaller.members),
    })
  }

  /** The same for histograms: those of a fact stand in the same order in each of its grains. */
  sumBins(smaller: GrainCount): void {
    pourBins(this.dayBins, smaller.dayBins, { members: this.members.among(smaller.members) })
  }
}

/** How cells become other cells: by fewer members, by larger stretches of days. */
interface Pouring {
  members?: readonly number[]
  dayOf?: (day: number) => number
}

function placeIn(into: Cells, from: Cells, place: number): (how: Pouring) => number {
  const member = from.memberAt[place] ?? 0
  const day = from.dayAt[place] ?? 0
  return ({ members, dayOf }) =>
    into.place(members ? (members[member] ?? 0) : member, dayOf ? dayOf(day) : day)
}

function pour(from: Cells, into: Cells, how: Pouring & { route: Route }): void {
  for (let place = 0; place < from.size; place++)
    into.add(placeIn(into, from, place)(how), from.at(place), how.route)
}

function pourBins(from: Bins, into: Bins, how: Pouring): void {
  from.forEach(one => into.add({ ...one, place: placeIn(into.cells, from.cells, one.place)(how) }))
}
