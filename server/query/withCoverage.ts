import type {
  Bucket,
  Cell,
  DaySet,
  Measure,
  Part,
  Parts,
  PartValue,
  Side,
  SideCoverage,
  WorkCalendar,
} from '#measures'
import type { FactName } from '../model/index.ts'
import type { BareSide } from './assemble.ts'
import type { Coverage, Frame, FrameDays } from './frame.ts'
import type { Apart } from './unitDays.ts'
import { factsOfPart, knownIn, newestPart, partKey, partsOf } from '#measures'
import { catalogueCoverage, sideCoverage } from './sideCoverage.ts'
import { daysOfAny, daysOfMembers } from './unitDays.ts'

const isEmpty = (value: PartValue | undefined): boolean =>
  value === 0 || (Array.isArray(value) && value.length === 0)

/** A part of the measures whose fact may have unknown days. */
interface CoveredPart {
  part: Part
  key: string
  /** The days on which its fact is known for at least some records. */
  known: DaySet
  apart: Apart | undefined
  days: FrameDays
}

/**
 * A balance is shown for this many days after the last known day: cases stay open while nothing is reported.
 */
const levelHolds = 62

/**
 * Whether a part's value is unknown: a flow without records on days of which none is known, a catalogue at
 * the end of an unknown day, or a balance long after the last known day. Records that exist are always shown.
 */
function isUnknown(
  { part, known }: { part: Part; known: DaySet },
  days: Bucket | undefined,
  value: PartValue | undefined,
): boolean {
  if (!days) return false
  switch (newestPart(part).kind) {
    case 'stock':
      return knownIn(known, { from: days.to, to: days.to }) === 'unknown'
    case 'balance':
      return knownIn(known, { ...days, from: days.to - levelHolds }) === 'unknown'
    default:
      return isEmpty(value) && knownIn(known, days) === 'unknown'
  }
}

/** The parts of some members of the split, given as stored; of all without members. */
interface Counted {
  parts: Parts
  members: readonly string[]
}

function hidden(
  { parts, members }: Counted,
  covered: readonly CoveredPart[],
  daysOf: (of: FrameDays) => Bucket | undefined,
): Parts {
  const unknown = covered.filter(({ part, key, known, apart, days }) => {
    const own = apart && members.length > 0 ? daysOfMembers(apart, members) : known
    return key in parts && isUnknown({ part, known: own }, daysOf(days), parts[key])
  })
  return unknown.length === 0
    ? parts
    : { ...parts, ...Object.fromEntries(unknown.map(({ key }) => [key, null])) }
}

/** The measures of a question and the known days of its facts. */
interface ToCover {
  measures: readonly Measure[]
  coverage: Coverage
  apart: ReadonlyMap<FactName, Apart>
  frame: Frame
  /** The days with opening hours; null where no calendar is kept. */
  calendar: WorkCalendar | null
}

function coveredParts({ measures, coverage, apart, frame }: Omit<ToCover, 'calendar'>): CoveredPart[] {
  const parts = new Map(measures.flatMap(partsOf).map(part => [partKey(part), part]))
  return [...parts].flatMap(([key, part]) => {
    const [fact] = factsOfPart(part)
    const [known, days] = fact ? [coverage.get(fact), frame.byFact.get(fact) ?? frame] : []
    const own = fact && apart.get(fact)
    return known && days ? [{ part, key, known: own ? daysOfAny(own) : known, apart: own, days }] : []
  })
}

/** A side with the coverage of its facts. */
type CoveredSide = Omit<Side, 'versions'>

/** Adds the coverage of each fact to the sides, and sets parts without any known day to null. */
export function withCoverage(sides: readonly BareSide[], asked: ToCover): CoveredSide[] {
  const { coverage, apart, frame, calendar } = asked
  const covered = coveredParts(asked)
  return sides.map((side, index) => {
    const first = frame.sides[index]?.first ?? 0
    const whole = (of: FrameDays): Bucket | undefined => of.wholes[index]
    const facts = [...coverage].flatMap(([fact, known]): [FactName, SideCoverage][] => {
      const dated = frame.byFact.get(fact)
      const counted = whole(dated ?? frame)
      if (!counted) return []
      const of = { counted, calendar }
      return [[fact, dated ? sideCoverage(known, of, apart.get(fact)) : catalogueCoverage(known, of)]]
    })
    const ofSide = (cell: Cell): Cell => ({ ...cell, parts: hidden(cell, covered, whole) })
    const isWhole = ({ known, days }: CoveredPart): boolean => {
      const counted = whole(days)
      return counted !== undefined && knownIn(known, counted) === 'known'
    }
    if (covered.every(isWhole) && facts.every(([, { known }]) => known === 'known'))
      return { ...side, coverage: Object.fromEntries(facts) }
    return {
      ...side,
      cells: side.cells.map(cell => ({
        ...cell,
        parts: hidden(cell, covered, of => of.buckets[first + cell.bucket]),
      })),
      totals: side.totals.map(ofSide),
      overall: hidden({ parts: side.overall, members: [] }, covered, whole),
      coverage: Object.fromEntries(facts),
    }
  })
}
