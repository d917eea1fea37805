import type { Names } from '../model/index.ts'
import type { DefinitionVersion } from './definitionVersion.ts'
import type { BalancePart, DatedPart, FlowPart, Part, StockPart } from './part.ts'

export type { Names }

/**
 * What a value counts; decides its words, its rounding and whether a change is in per cent or
 * percentage points.
 */
export type Unit =
  | 'cases'
  | 'items'
  | 'trades'
  | 'units'
  | 'windows'
  | 'persons'
  | 'visits'
  | 'rules'
  | 'banners'
  | 'letters'
  | 'complaints'
  | 'reviews'
  | 'calls'
  | 'times'
  | 'fen'
  | 'hundredths'
  | 'percent'
  | 'workingDays'
  | 'days'
  | 'halfDays'
  | 'perWorkingDay'
  | 'casesPerWorkingDay'
  | 'perActiveDay'
  | 'perTrade'
  | 'stars'
  | 'perTenThousand'
  | 'perHundredTrades'
  | 'meetings'
  | 'marks'

/** Whether more of it is good. */
type Better = 'higher' | 'lower' | 'neutral'

interface About {
  names: Names
  unit: Unit
  better: Better
  /** All that could have been counted; shows how much of it the figure covers. */
  population?: Part
  /**
   * What of the population was counted, where the figure's own denominator is not a count of rows
   * (money, for example).
   */
  covered?: Part
  /**
   * A dimension within one member of which alone it adds up: the question must name one member, or
   * split by it.
   */
  within?: string
  /**
   * What a value below zero is called, said instead of a minus sign: 超出控制价 before, “above the ceiling”
   * behind it. A value of several records is called otherwise than that of one.
   */
  belowZero?: { one: Names; together: Names }
  /** Its versions in order, where it has changed: `definitionVersions` makes them and their parts. */
  versions?: readonly DefinitionVersion[]
}

/** A count or sum over a period. Adds over time and over members. */
interface TotalMeasure extends About {
  kind: 'total'
  part: FlowPart | DatedPart<FlowPart>
}
/** A stock at the bucket's end. The last over time; adds over members. */
interface LevelMeasure extends About {
  kind: 'level'
  part: BalancePart | DatedPart<BalancePart>
}
/** One part over another; parts merge, the rate is divided last. */
export interface RatioMeasure extends About {
  kind: 'ratio'
  numerator: Part
  denominator: Part
  scale?: number
}
/** A sum over a count. Merges by its parts. */
interface MeanMeasure extends About {
  kind: 'mean'
  numerator: FlowPart | StockPart | DatedPart<FlowPart> | DatedPart<StockPart>
  denominator: FlowPart | StockPart | DatedPart<FlowPart> | DatedPart<StockPart>
  scale: number
}
/** A quantile of a fixed-bin histogram; histograms add over time and over members. */
export interface QuantileMeasure extends About {
  kind: 'quantile'
  part: FlowPart | DatedPart<FlowPart>
  quantile: number
  scale: number
  /** Of whole numbers: the middle of a bin is read as the whole number in it. */
  whole?: boolean
}
/** Different members seen; does not merge, so totals are asked again. */
interface DistinctMeasure extends About {
  kind: 'distinct'
  part: FlowPart | DatedPart<FlowPart>
}
/** The largest day; the largest over time, asked again over members. */
interface PeakMeasure extends About {
  kind: 'peak'
  part: FlowPart | DatedPart<FlowPart>
}
/** Days with at least one; adds over time, asked again over members. */
interface ActiveDaysMeasure extends About {
  kind: 'activeDays'
  part: FlowPart | DatedPart<FlowPart>
}
/** What is in force at the bucket's end. The last over time; adds over members. */
interface CatalogueMeasure extends About {
  kind: 'catalogue'
  part: StockPart | DatedPart<StockPart>
}

/**
 * A number with a meaning: the only place that says how it is counted. Its texts for people stand in
 * `texts/`, the conditions that it names in the model.
 */
export type Measure =
  | TotalMeasure
  | LevelMeasure
  | RatioMeasure
  | MeanMeasure
  | QuantileMeasure
  | DistinctMeasure
  | PeakMeasure
  | ActiveDaysMeasure
  | CatalogueMeasure

/** Declares a measure; the kind decides which parts it must name. */
export function defineMeasure<M extends Measure>(measure: M): M {
  return measure
}

const known = new WeakMap<Measure, Part[]>()

/** The parts that a measure is made of, the population included. */
export function partsOf(measure: Measure): readonly Part[] {
  const own =
    known.get(measure) ??
    [
      ...('part' in measure ? [measure.part] : [measure.numerator, measure.denominator]),
      measure.population,
      measure.covered,
    ].filter(part => part !== undefined)
  known.set(measure, own)
  return own
}

/** The part whose rows stand behind the figure: what was counted, or for a rate what it was counted of. */
export function basePart(measure: Measure): Part {
  return 'part' in measure
    ? measure.part
    : measure.denominator.kind === 'calendar'
      ? measure.numerator
      : measure.denominator
}
