import type { FlowPart } from '#measures'
import type { Row } from '../../intake/targets/target.ts'
import type { Fact } from '../../model/index.ts'
import type { Grain, GrainContent, Step } from '../grains.ts'
import type { PlainBins } from './bins.ts'
import type { PlainCells, Route } from './cells.ts'
import { monthStart } from '#measures'
import { columnsOf, histogramsOf } from '../columns.ts'
import { finestOf, steps } from '../grains.ts'
import { Bins } from './bins.ts'
import { Cells } from './cells.ts'
import { Members } from './members.ts'

/**
 * The first day of the step that contains a day. The last month is cached: consecutive rows lie on nearby
 * days, and computing a month creates a Date.
 */
class Stretch {
  private readonly step: Step
  private day = Number.NaN
  private first = Number.NaN

  constructor(step: Step) {
    this.step = step
  }

  of(day: number): number {
    if (this.step === 'day') return day
    if (day !== this.day) {
      this.day = day
      this.first = monthStart(day)
    }
    return this.first
  }
}

/** The day column of a clock, and which amounts are added to which columns on that day. */
interface ClockRoute {
  column: string
  route: Route
  stretch: Stretch
}

const clockOf = (fact: Fact, part: FlowPart): string => fact.clocks[part.during]?.column ?? ''

function routesOf(fact: Fact, grain: Grain, placeOf: ReadonlyMap<string, number>): ClockRoute[] {
  const columns = columnsOf(grain)
  return Array.from(new Set(columns.map(({ part }) => clockOf(fact, part))), column => {
    const own = columns.flatMap((source, place) =>
      clockOf(fact, source.part) === column ? [{ place, from: placeOf.get(source.name) ?? 0 }] : [],
    )
    return {
      column,
      route: {
        from: Int32Array.from(own, source => source.from),
        into: Int32Array.from(own, source => source.place),
      },
      stretch: new Stretch(finestOf(grain, 'parts')),
    }
  })
}

const dimensionColumns = (fact: Fact, grain: Grain): string[] =>
  grain.dimensions.map(name => fact.dimensions[name]?.column ?? '')

/** Counts of one grain by one step that are to be added to its rollup. */
export interface Taken {
  grain: Grain
  step: Step
  members: Members
  cells: Cells
  bins: Bins
}

/** The counts of one grain in a form that can be posted to another thread. */
export interface PlainGrainCount {
  members: Row[]
  cells: Record<Step, PlainCells>
  bins: Record<Step, PlainBins>
}

/** The counts of one grain that are not written yet, by day and by month. */
export class GrainCount {
  readonly members: Members
  readonly cells: Record<Step, Cells>
  readonly bins: Record<Step, Bins>
  private readonly clocks: ClockRoute[]
  private readonly histograms: { column: string; clock: string; amount: number; stretch: Stretch }[]
  readonly grain: Grain
  readonly finest: Record<GrainContent, Step>

  /**
   * `placeOf` gives the index among a row's amounts of each column, by name, and of each histogram, by code.
   */
  constructor(fact: Fact, grain: Grain, placeOf: ReadonlyMap<string, number>) {
    this.grain = grain
    this.finest = { parts: finestOf(grain, 'parts'), histograms: finestOf(grain, 'histograms') }
    this.members = new Members(dimensionColumns(fact, grain))
    const columns = columnsOf(grain)
    this.cells = { day: new Cells(columns.length), month: new Cells(columns.length) }
    this.clocks = routesOf(fact, grain, placeOf)
    const histograms = histogramsOf(grain)
    this.bins = { day: new Bins(histograms.length), month: new Bins(histograms.length) }
    this.histograms = histograms.map(({ code, part }) => ({
      column: fact.bins[part.of]?.bin ?? '',
      clock: clockOf(fact, part),
      amount: placeOf.get(`${code}`) ?? 0,
      stretch: new Stretch(this.finest.histograms),
    }))
  }

  /** Adds the amounts of a row to the cells of its days, or months, by clock. */
  addParts(row: Row, amounts: Float64Array): void {
    const member = this.members.of(row)
    const cells = this.cells[this.finest.parts]
    for (const { column, route, stretch } of this.clocks) {
      const day = row[column]
      if (typeof day === 'number') cells.add(cells.place(member, stretch.of(day)), amounts, route)
    }
  }

  /** Adds a row to the histograms whose conditions it meets. */
  addBins(row: Row, amounts: Float64Array): void {
    const member = this.members.of(row)
    const bins = this.bins[this.finest.histograms]
    for (const [histogram, { column, clock, amount, stretch }] of this.histograms.entries()) {
      const day = row[clock]
      const bin = row[column]
      const rows = amounts[amount] ?? 0
      if (rows !== 0 && typeof day === 'number' && typeof bin === 'number')
        bins.add({ place: bins.cells.place(member, stretch.of(day)), histogram, bin, rows })
    }
  }

  /**
   * Detaches the counts of a step and starts new ones, so that counting can continue while the detached ones
   * are written.
   */
  take(step: Step): Taken {
    const { grain, members } = this
    const taken = { cells: this.cells[step], bins: this.bins[step] }
    this.cells[step] = new Cells(columnsOf(grain).length)
    this.bins[step] = new Bins(histogramsOf(grain).length)
    return { grain, step, members, ...taken }
  }

  get plain(): PlainGrainCount {
    return {
      members: this.members.rows,
      cells: { day: this.cells.day.plain, month: this.cells.month.plain },
      bins: { day: this.bins.day.plain, month: this.bins.month.plain },
    }
  }

  /** Adds what another thread has counted for the same grain. */
  absorb({ members, cells, bins }: PlainGrainCount): void {
    const here = members.map(row => this.members.of(row))
    const width = columnsOf(this.grain).length
    const histograms = histogramsOf(this.grain).length
    for (const step of steps) {
      mergeCells(new Cells(width, cells[step]), this.cells[step], {
        route: this.routeTo(this),
        members: here,
      })
      mergeBins(new Bins(histograms, bins[step]), this.bins[step], { members: here })
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

  /** Adds the cells and bins of days to those of months. */
  sumMonths(): void {
    mergeCells(this.cells.day, this.cells.month, { route: this.routeTo(this), dayOf: monthStart })
    mergeBins(this.bins.day, this.bins.month, { dayOf: monthStart })
  }

  /** Adds the finest cells to the cells of a grain with fewer dimensions. */
  sumParts(smaller: GrainCount): void {
    const step = this.finest.parts
    mergeCells(this.cells[step], smaller.cells[step], {
      route: this.routeTo(smaller),
      members: this.members.among(smaller.members),
    })
  }

  /**
   * Adds the finest bins to those of a grain with fewer dimensions. All grains of a fact list its histograms
   * in the same order.
   */
  sumBins(smaller: GrainCount): void {
    const step = this.finest.histograms
    mergeBins(this.bins[step], smaller.bins[step], { members: this.members.among(smaller.members) })
  }
}

/** How cells are merged: `members` maps to the members of the target, `dayOf` to its days. */
interface Merging {
  members?: readonly number[]
  dayOf?: (day: number) => number
}

function placeIn(into: Cells, from: Cells, place: number): (how: Merging) => number {
  const member = from.memberAt[place] ?? 0
  const day = from.dayAt[place] ?? 0
  return ({ members, dayOf }) =>
    into.place(members ? (members[member] ?? 0) : member, dayOf ? dayOf(day) : day)
}

function mergeCells(from: Cells, into: Cells, how: Merging & { route: Route }): void {
  for (let place = 0; place < from.size; place++)
    into.add(placeIn(into, from, place)(how), from.at(place), how.route)
}

function mergeBins(from: Bins, into: Bins, how: Merging): void {
  from.forEach(bin => into.add({ ...bin, place: placeIn(into.cells, from.cells, bin.place)(how) }))
}
