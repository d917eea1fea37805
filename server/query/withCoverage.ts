import type {
  ApartCoverage,
  Bucket,
  Cell,
  Dates,
  DaySet,
  Measure,
  Part,
  Parts,
  PartValue,
  Side,
  SideCoverage,
} from '#measures'
import type { FactName } from '../model/index.ts'
import type { BareSide } from './assemble.ts'
import type { Coverage, Frame, FrameDays } from './frame.ts'
import type { Apart, UnitDays } from './unitDays.ts'
import {
  commonDays,
  factsOfPart,
  knownIn,
  newestPart,
  partKey,
  partsOf,
  textOfDay,
  withoutDays,
} from '#measures'
import { daysOfAny, daysOfMembers } from './unitDays.ts'

const datesOf = ({ from, to }: { from: number; to: number }): Dates => ({
  from: textOfDay(from),
  to: textOfDay(to),
})

/** More stretches than this are not sent. */
const mostStretches = 40

/** The known days of each fact as they travel. */
export function knownDaysOf(coverage: Coverage): Record<string, Dates[]> {
  return Object.fromEntries(
    Array.from(coverage, ([fact, days]) => [fact, days.slice(-mostStretches).map(datesOf)]),
  )
}

type KnownDays = Pick<SideCoverage, 'known' | 'missing'>

function knownOf(days: DaySet, counted: Bucket): KnownDays {
  const missing = counted.from > counted.to ? [] : withoutDays([counted], days)
  return { known: knownIn(days, counted), missing: missing.slice(0, mostStretches).map(datesOf) }
}

function unitCoverage({ unit, codes, days }: UnitDays, counted: Bucket): ApartCoverage['units'][number] {
  const until = days.findLast(({ to }) => to < counted.from)?.to
  const since = days.find(({ from }) => from > counted.to)?.from
  return {
    unit,
    codes,
    ...knownOf(days, counted),
    until: until === undefined ? null : textOfDay(until),
    since: since === undefined ? null : textOfDay(since),
  }
}

/** What is known of all records: a day where it is of each unit, none where there is none of any. */
function togetherOf(apart: Apart, counted: Bucket): KnownDays {
  const groups = [...(apart.rest ? [apart.rest] : []), ...apart.units.map(({ days }) => days)]
  const { known, missing } = knownOf(groups.reduce(commonDays), counted)
  const isPartly = known === 'unknown' && groups.some(days => knownIn(days, counted) !== 'unknown')
  return { known: isPartly ? 'partly' : known, missing }
}

function sideCoverage(days: DaySet, counted: Bucket, apart: Apart | undefined): SideCoverage {
  if (!apart) return { ...datesOf(counted), ...knownOf(days, counted) }
  const { units, rest, isTold } = apart
  return {
    ...datesOf(counted),
    ...togetherOf(apart, counted),
    apart: {
      units: units.map(unit => unitCoverage(unit, counted)),
      rest: rest && knownOf(rest, counted),
      isTold,
    },
  }
}

/** A catalogue is read at the end of a side, so that this day alone must be known. */
function catalogueCoverage(days: DaySet, { to }: Bucket): SideCoverage {
  const lastDay = { key: 'all', from: to, to }
  return { ...datesOf(lastDay), ...knownOf(days, lastDay) }
}

const isEmpty = (value: PartValue | undefined): boolean =>
  value === 0 || (Array.isArray(value) && value.length === 0)

/** A part of the asked measures whose fact may lack days. */
interface CoveredPart {
  part: Part
  key: string
  /** The days on which its fact is known of any records. */
  known: DaySet
  apart: Apart | undefined
  days: FrameDays
}

/**
 * A level is stated for this many days after the last known day: cases stay open while nothing is reported.
 */
const levelHolds = 62

/**
 * True where a part's value says nothing: a flow that found no record on days of which none is known,
 * a catalogue at the end of a day that is not known, or a balance long after the last known day. A
 * record that exists is always shown.
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

/** The parts of some members of the split, as they are stored, or of all. */
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

/** What a question asks for, and what is known of it. */
interface ToCover {
  measures: readonly Measure[]
  coverage: Coverage
  apart: ReadonlyMap<FactName, Apart>
  frame: Frame
}

function coveredParts({ measures, coverage, apart, frame }: ToCover): CoveredPart[] {
  const parts = new Map(measures.flatMap(partsOf).map(part => [partKey(part), part]))
  return [...parts].flatMap(([key, part]) => {
    const [fact] = factsOfPart(part)
    const [known, days] = fact ? [coverage.get(fact), frame.byFact.get(fact) ?? frame] : []
    const own = fact && apart.get(fact)
    return known && days ? [{ part, key, known: own ? daysOfAny(own) : known, apart: own, days }] : []
  })
}

/** A side with what is known of its facts. */
type CoveredSide = Omit<Side, 'versions'>

/** What is known of each fact stands beside the sides; parts of which nothing is known become null. */
export function withCoverage(sides: readonly BareSide[], asked: ToCover): CoveredSide[] {
  const { coverage, apart, frame } = asked
  const covered = coveredParts(asked)
  return sides.map((side, index) => {
    const first = frame.sides[index]?.first ?? 0
    const whole = (of: FrameDays): Bucket | undefined => of.wholes[index]
    const facts = [...coverage].flatMap(([fact, known]): [FactName, SideCoverage][] => {
      const dated = frame.byFact.get(fact)
      const counted = whole(dated ?? frame)
      if (!counted) return []
      return [
        [fact, dated ? sideCoverage(known, counted, apart.get(fact)) : catalogueCoverage(known, counted)],
      ]
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
