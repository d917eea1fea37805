import type { AnswerBucket, Bucket, Cell, DaySpan, Measure, Parts, PartValue, Side } from '#measures'
import type { CalendarDays, SidePlace } from './frame.ts'
import type { Level, LevelPlan } from './plan.ts'
import type { ReadRow } from './read.ts'
import type { BalancePart, DatedPart, FlowPart, Part, PlainPart } from './words.ts'
import {
  clipTo,
  factsOf,
  factsOfPart,
  holdsDay,
  mergeParts,
  merges,
  mergeValues,
  mergingOverTime,
  newestPart,
  partKey,
  partsOf,
  plainPartsOf,
  textOfDay,
} from '#measures'
import { fill, Grid, gridKey, joinMembers, splitMembers } from './grid.ts'

/** The rows of a level's reads, in the order of its reads and balance reads. */
export interface LevelRows {
  plan: LevelPlan
  rows: ReadRow[][]
  balanceRows: ReadRow[][]
}

/** The parts of one level by member and bucket. */
interface Filled {
  plan: LevelPlan
  /** Sorted, so that a question has the same answer whatever plan the database used. */
  members: string[]
  partsAt: (members: string, bucket: number) => Parts
}

function emptyOf(part: Part): PartValue {
  const plain = newestPart(part)
  return plain.kind === 'flow' && plain.aggregate === 'histogram' ? [] : 0
}

/**
 * The buckets of a part: those of its fact, and for calendar days those of the fact with which they are
 * combined.
 */
function daysOf(part: Part, plan: LevelPlan): Bucket[] {
  const beside =
    part.kind === 'calendar' ? plan.measures.find(measure => partsOf(measure).includes(part)) : null
  const [fact] = beside ? factsOf(beside) : factsOfPart(part)
  return fact ? plan.bucketsOf(fact) : plan.buckets
}

/** A bucket of some members, and the span of days to which the value is limited. */
interface Place {
  members: string
  bucket: number
  days: Bucket
  span: DaySpan | null
}

/**
 * The value of a dated part. Flows of its spans are merged; a part that holds at the end of a bucket is
 * counted in the way that applies on that day. Null where spans cannot be merged, as for distinct members.
 */
function datedValue(
  part: DatedPart,
  place: Place,
  plainAt: (part: PlainPart, place: Place) => PartValue,
): PartValue {
  const { days } = place
  const merging = mergingOverTime(part)
  const spans = part.spans.filter(span =>
    merging === 'last' ? holdsDay(span, days.to) : clipTo(days, span).from <= clipTo(days, span).to,
  )
  const values = spans.map(span =>
    plainAt(span.part, {
      ...place,
      days: clipTo(days, span),
      span: span.part.kind === 'flow' ? span : null,
    }),
  )
  if (values.length <= 1) return values[0] ?? emptyOf(part)
  return merging === 'ask' ? null : mergeValues(values, merging)
}

function fillLevel({ plan, rows, balanceRows }: LevelRows, calendarDays: CalendarDays): Filled {
  const grid = new Grid(plan.buckets.length)
  plan.reads.forEach((read, index) => fill(grid, read, rows[index] ?? []))
  const flows = new Grid(plan.ends.length)
  plan.balanceReads.forEach((read, index) => fill(flows, read, balanceRows[index] ?? []))
  const parts = [...new Map(plan.measures.flatMap(partsOf).map(part => [partKey(part), part])).values()]
  const balances = new Map(
    parts
      .flatMap(plainPartsOf)
      .filter(part => part.kind === 'balance')
      .map(part => [partKey(part), runningBalance(part, flows, plan.ends.length)]),
  )
  const placed = parts.map(part => ({ part, key: partKey(part), days: daysOf(part, plan) }))
  const plainAt = (part: PlainPart, { members, bucket, days, span }: Place): PartValue => {
    if (part.kind === 'calendar') return days.from > days.to ? null : calendarDays(part.of, days)
    if (part.kind === 'balance')
      return balances.get(partKey(part))?.get(members)?.[plan.ends.indexOf(days.to)] ?? 0
    return grid.get({ members, bucket, key: gridKey(part, span) }) ?? emptyOf(part)
  }
  const valueAt = ({ part, days }: (typeof placed)[number], members: string, bucket: number): PartValue => {
    const place = { members, bucket, days: days[bucket] ?? { key: '', from: 0, to: -1 }, span: null }
    return part.kind === 'dated' ? datedValue(part, place, plainAt) : plainAt(part, place)
  }
  const partsAt = (members: string, bucket: number): Parts => {
    const result: Parts = {}
    for (const part of placed) result[part.key] = valueAt(part, members, bucket)
    return result
  }
  return {
    plan,
    members: [...new Set([...grid.counted(), ...flows.counted()])].sort(),
    partsAt,
  }
}

/** The balance at each end: entered minus left, added up from the first interval. */
function runningBalance(part: BalancePart, flows: Grid, ends: number): Map<string, number[]> {
  const total = (list: FlowPart[], members: string, bucket: number) =>
    list.reduce((sum, flow) => sum + Number(flows.get({ members, bucket, key: partKey(flow) }) ?? 0), 0)
  return new Map(
    flows.members().map(members => {
      let balance = 0
      return [
        members,
        Array.from(
          { length: ends },
          (_, bucket) =>
            (balance += total(part.entered, members, bucket) - total(part.left, members, bucket)),
        ),
      ]
    }),
  )
}

const shown = (bucket: Bucket): AnswerBucket => ({
  key: bucket.key,
  from: textOfDay(bucket.from),
  to: textOfDay(bucket.to),
})

/** A side without its coverage and versions. */
export type BareSide = Omit<Side, 'coverage' | 'versions'>

/** The inputs for assembling the sides of an answer. */
interface Layout {
  measures: readonly Measure[]
  groupBy: readonly string[]
  filled: ReadonlyMap<Level, Filled>
  cells: Filled
}

/**
 * True for sums without a total over the members, because they only add up within one member of the
 * dimension.
 */
const addsWithinMembers = ({ groupBy }: Layout, measure: Measure): boolean =>
  measure.within !== undefined && groupBy.includes(measure.within)

const bucketsOfSide = (side: SidePlace): number[] =>
  Array.from({ length: side.count }, (_, index) => side.first + index)

/** The parts of a side over its whole period, for one combination of members. */
function totalOf(layout: Layout, side: SidePlace, members: string): Parts {
  const parts = bucketsOfSide(side).map(bucket => layout.cells.partsAt(members, bucket))
  const readAgain = layout.filled.get('totals')?.partsAt(members, side.index) ?? {}
  return combine(layout, parts, { across: 'time', readAgain })
}

/** The parts of a side over its whole period and all members. */
function overallOf(layout: Layout, side: SidePlace, totals: readonly Cell[]): Parts {
  if (layout.groupBy.length === 0) return totals[0]?.parts ?? {}
  const readAgain = layout.filled.get('overall')?.partsAt(joinMembers([]), side.index) ?? {}
  return combine(
    layout,
    totals.map(cell => cell.parts),
    { across: 'members', readAgain },
  )
}

function sideOf(layout: Layout, side: SidePlace): BareSide {
  const { cells, groupBy } = layout
  const buckets = bucketsOfSide(side)
  const members = groupBy.length === 0 ? [''] : cells.members
  const split = (joined: string): string[] => splitMembers(joined, groupBy.length)
  const totals: Cell[] = members.map(joined => ({
    bucket: 0,
    members: split(joined),
    parts: totalOf(layout, side, joined),
  }))
  return {
    from: textOfDay(side.whole.from),
    to: textOfDay(side.whole.to),
    buckets: buckets.map(bucket => shown(cells.plan.buckets[bucket] ?? side.whole)),
    cells: members.flatMap(joined =>
      buckets.map((bucket, index) => ({
        bucket: index,
        members: split(joined),
        parts: cells.partsAt(joined, bucket),
      })),
    ),
    totals,
    overall: overallOf(layout, side, totals),
  }
}

/**
 * Assembles rows of reads into the sides of an answer, current first. Totals are merged from cells where the
 * measure allows it, and otherwise taken from reads of their own.
 */
export function assemble(
  rows: readonly LevelRows[],
  input: {
    measures: Measure[]
    groupBy: readonly string[]
    sides: readonly SidePlace[]
    calendarDays: CalendarDays
  },
): BareSide[] {
  const filled = new Map<Level, Filled>(
    rows.map(level => [level.plan.level, fillLevel(level, input.calendarDays)]),
  )
  const cells = filled.get('cells')
  if (!cells) return []
  const layout: Layout = { measures: input.measures, groupBy: input.groupBy, filled, cells }
  return input.sides.map(side => sideOf(layout, side))
}

/** The sums of a measure as null, because they have no meaning over several members; its counts are kept. */
const sumsAsNull = (measure: Measure): Parts =>
  Object.fromEntries(
    partsOf(measure)
      .filter(part => plainPartsOf(part).some(plain => plain.kind === 'flow' && plain.aggregate === 'sum'))
      .map(part => [partKey(part), null]),
  )

/**
 * The parts of each measure, merged over time or members. For measures that do not merge, the parts of
 * separate reads.
 */
function combine(
  layout: Layout,
  segments: readonly Parts[],
  how: { across: 'time' | 'members'; readAgain: Parts },
): Parts {
  const { across, readAgain } = how
  const [only] = segments
  if (across === 'time' && segments.length === 1 && only) return only
  const result: Parts = {}
  for (const measure of layout.measures)
    Object.assign(
      result,
      merges(measure, across) ? mergeOrEmpty(measure, segments, across) : pick(readAgain, measure),
    )
  // Assigned last, because another measure may have the same sum as a part.
  if (across === 'members')
    for (const measure of layout.measures)
      if (addsWithinMembers(layout, measure)) Object.assign(result, sumsAsNull(measure))
  return result
}

/** Merges parts. Without any, the result is empty: nothing was counted, and calendar days are null. */
function mergeOrEmpty(measure: Measure, segments: readonly Parts[], across: 'time' | 'members'): Parts {
  return segments.length > 0
    ? mergeParts(measure, segments, across)
    : Object.fromEntries(
        partsOf(measure).map(part => [partKey(part), part.kind === 'calendar' ? null : emptyOf(part)]),
      )
}

function pick(parts: Parts, measure: Measure): Parts {
  return Object.fromEntries(partsOf(measure).map(part => [partKey(part), parts[partKey(part)] ?? null]))
}
