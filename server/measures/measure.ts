import type { Names } from '../model/index.ts'
import type { DefinitionVersion } from './definitionVersion.ts'
import type { BalancePart, DatedPart, FlowPart, Part, StockPart } from './part.ts'

export type { Names }

/**
 * The unit of a value. It determines the words, the rounding, and whether changes are in per cent or
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

/** Whether a higher value is good or bad. */
type Better = 'higher' | 'lower' | 'neutral'

interface About {
  names: Names
  unit: Unit
  better: Better
  /** All records that could have been counted, to show how many of them the figure covers. */
  population?: Part
  /**
   * The counted part of the population, where the figure's denominator is not a count of rows (such as
   * money).
   */
  covered?: Part
  /** A dimension whose members must not be summed: the question must name one member or split by it. */
  within?: string
  /**
   * The words for a value below zero, in place of a minus sign: 超出控制价 before it, “above the ceiling” after
   * it. A value of several records has other words than that of one.
   */
  belowZero?: { one: Names; together: Names }
  /**
   * Its versions in order, where its definition changed; `definitionVersions` creates them and their parts.
   */
  versions?: readonly DefinitionVersion[]
}

/** A count or sum over a period. Sums over time and members. */
interface TotalMeasure extends About {
  kind: 'total'
  part: FlowPart | DatedPart<FlowPart>
}
/** A stock at the end of a bucket. The last value over time; sums over members. */
interface LevelMeasure extends About {
  kind: 'level'
  part: BalancePart | DatedPart<BalancePart>
}
/** A ratio of two parts. The parts merge; the division comes last. */
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
/** A quantile of a histogram with fixed bins; histograms sum over time and members. */
export interface QuantileMeasure extends About {
  kind: 'quantile'
  part: FlowPart | DatedPart<FlowPart>
  quantile: number
  scale: number
  /** Of whole numbers: the middle of a bin is rounded to a whole number. */
  whole?: boolean
}
/** A count of distinct members. It does not merge, so totals are read separately. */
interface DistinctMeasure extends About {
  kind: 'distinct'
  part: FlowPart | DatedPart<FlowPart>
}
/** The largest day. The maximum over time; read separately over members. */
interface PeakMeasure extends About {
  kind: 'peak'
  part: FlowPart | DatedPart<FlowPart>
}
/** The number of days with a record. Sums over time; read separately over members. */
interface ActiveDaysMeasure extends About {
  kind: 'activeDays'
  part: FlowPart | DatedPart<FlowPart>
}
/** Records in force at the end of a bucket. The last value over time; sums over members. */
interface CatalogueMeasure extends About {
  kind: 'catalogue'
  part: StockPart | DatedPart<StockPart>
}

/**
 * The definition of a figure, which is the only place that says how it is counted. Its texts are in `texts/`,
 * the conditions that it names in the model.
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

/** Declares a measure; the kind determines the parts that it needs. */
export function defineMeasure<M extends Measure>(measure: M): M {
  return measure
}

const cache = new WeakMap<Measure, Part[]>()

/** The parts of a measure, population included. */
export function partsOf(measure: Measure): readonly Part[] {
  const own =
    cache.get(measure) ??
    [
      ...('part' in measure ? [measure.part] : [measure.numerator, measure.denominator]),
      measure.population,
      measure.covered,
    ].filter(part => part !== undefined)
  cache.set(measure, own)
  return own
}

/** The part whose rows are behind the figure: what was counted, or the denominator of a rate. */
export function basePart(measure: Measure): Part {
  return 'part' in measure
    ? measure.part
    : measure.denominator.kind === 'calendar'
      ? measure.numerator
      : measure.denominator
}
