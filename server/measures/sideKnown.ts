import type { ApartCoverage, Dates, KnownAround, Member, Side, SideCoverage } from './answer.ts'
import type { Measure } from './measure.ts'
import { factsOf } from './measureFacts.ts'

/** The known days of one fact within the counted days of a side, for all members of an answer or for some. */
interface KnownPart extends Pick<SideCoverage, 'from' | 'to' | 'known' | 'missing' | 'openDays'> {
  fact: string
  /** The first range of missing days, for display. */
  first: Dates | null
  /** The units whose records lack the days; empty where records of other units lack them too. */
  units: Member[]
  around: KnownAround
}

const holds = (ranges: readonly Dates[], day: string): boolean =>
  ranges.some(({ from, to }) => from <= day && day <= to)

/** The coverage of the records of all units together. */
function wholePart(
  { units, rest }: ApartCoverage,
  missing: readonly Dates[],
): Pick<KnownPart, 'first' | 'units'> {
  const [first = null] = missing
  const day = first?.from ?? ''
  const lacking = rest && holds(rest.missing, day) ? [] : units.filter(unit => holds(unit.missing, day))
  // The missing days of a single unit are given as they are: merged with those of others they may be more.
  return {
    first: lacking[0]?.missing.find(range => holds([range], day)) ?? first,
    units: lacking.map(({ unit }) => unit),
  }
}

function knownPart(fact: string, coverage: SideCoverage, members: readonly string[]): KnownPart {
  const { known, missing, apart, until, since } = coverage
  const { from, to, openDays } = coverage
  const about = { fact, from, to, openDays, around: { until, since } }
  const whole = { ...about, known, missing, first: missing[0] ?? null, units: [] }
  if (!apart) return whole
  const { units, rest, isTold } = apart
  const own = units.find(({ codes }) => members.some((code, place) => codes[place]?.includes(code)))
  const single = own ?? (rest === null && units.length === 1 ? units[0] : undefined)
  if (single) {
    return {
      ...whole,
      known: single.known,
      missing: single.missing,
      first: single.missing[0] ?? null,
      units: [single.unit],
      around: { until: single.until, since: single.since },
    }
  }
  if (isTold && members.length > 0 && rest)
    return { ...whole, known: rest.known, missing: rest.missing, first: rest.missing[0] ?? null }
  return { ...whole, ...wholePart(apart, missing) }
}

/** The coverage of each fact of a measure that may lack days, for all members of a side or for some. */
export function knownParts(measure: Measure, side: Side, members: readonly string[] = []): KnownPart[] {
  return factsOf(measure).flatMap(fact => {
    const coverage = side.coverage[fact]
    return coverage ? [knownPart(fact, coverage, members)] : []
  })
}
