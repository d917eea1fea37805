import type { Bucket, DaySpan, Measure, Part, PlainPart } from '#measures'
import type { FactName } from '../model/index.ts'
import type { Choice } from '../rollups/choice.ts'
import type { RollupCatalogue } from '../rollups/rollupCatalogue.ts'
import type { Frame } from './frame.ts'
import type { Read, ReadBucket, ReadFilter } from './read.ts'
import type { BalancePart, FlowPart, StockPart } from './words.ts'
import { clipTo, merges, partKey, partsOf } from '#measures'
import { gridKey } from './grid.ts'

/**
 * The cells that a set of reads fills: every bucket and member, whole periods per member, or whole periods
 * over all members.
 */
export type Level = 'cells' | 'totals' | 'overall'

/** The reads that fill one level. Balances are computed from reads of their flows. */
export interface LevelPlan {
  level: Level
  measures: Measure[]
  /** The buckets shown in the answer. */
  buckets: Bucket[]
  /** The same buckets, limited to the days that are read of a fact. */
  bucketsOf: (fact: FactName) => Bucket[]
  reads: Read[]
  /** The last days of the intervals over which the flows of balances are read; empty without balances. */
  ends: number[]
  balanceReads: Read[]
}

/** The input of `plan`. The buckets of both sides are in one list. */
interface PlanInput {
  measures: Measure[]
  /** The buckets of the granularity: those of the current period, then those of the earlier one. */
  buckets: Bucket[]
  /** The whole periods, current first. */
  wholes: Bucket[]
  /** The buckets of facts that are read for fewer days than the answer shows. */
  byFact: Frame['byFact']
  groupBy: readonly string[]
  filters: readonly ReadFilter[]
  centreIds: readonly number[]
  /** The rollups that are complete now. */
  rollupCatalogue: RollupCatalogue
}

/**
 * The fewest reads that answer a question: one per level, fact, clock and shape. A measure that merges is
 * read only at the finest level.
 */
export function plan(input: PlanInput): LevelPlan[] {
  const cut = input.buckets.length > input.wholes.length
  const plans = [planLevel(input, 'cells', input.measures)]
  const againOverTime = cut ? input.measures.filter(measure => !merges(measure, 'time')) : []
  const againOverMembers =
    input.groupBy.length > 0 ? input.measures.filter(measure => !merges(measure, 'members')) : []
  if (againOverTime.length > 0) plans.push(planLevel(input, 'totals', againOverTime))
  if (againOverMembers.length > 0) plans.push(planLevel(input, 'overall', againOverMembers))
  return plans
}

/** A part, limited to the days of a span; null for all days. */
interface SpanPart<P extends PlainPart = PlainPart> {
  part: P
  span: DaySpan | null
}

const spanKey = ({ part, span }: SpanPart): string => gridKey(part, span)

/**
 * The parts to read for a part. A flow whose definition changes is read once per span. A level, counted at
 * the end of a bucket, is read for all ends under every definition; the one valid on that day is used.
 */
function spanPartsOf(part: Part): SpanPart[] {
  if (part.kind !== 'dated') return [{ part, span: null }]
  return part.spans.flatMap((span): SpanPart[] =>
    span.part.kind === 'calendar' ? [] : [{ part: span.part, span: span.part.kind === 'flow' ? span : null }],
  )
}

function planLevel(input: PlanInput, level: Level, measures: Measure[]): LevelPlan {
  const days = level === 'cells' ? 'buckets' : 'wholes'
  const bucketsOf = (fact: FactName): Bucket[] => (input.byFact.get(fact) ?? input)[days]
  const scoped = { ...input, groupBy: level === 'overall' ? [] : input.groupBy }
  const parts = [...new Map(measures.flatMap(partsOf).map(part => [partKey(part), part])).values()]
  const spanParts = [...new Map(parts.flatMap(spanPartsOf).map(each => [spanKey(each), each])).values()]
  const balances = spanParts.map(({ part }) => part).filter(part => part.kind === 'balance')
  const flows = flowsOf(balances)
  const endDays = flows.flatMap(flow => bucketsOf(flow.fact)).map(bucket => bucket.to)
  const ends = [...new Set(endDays)].sort((a, b) => a - b)
  return {
    level,
    measures,
    buckets: input[days],
    bucketsOf,
    reads: readsFor(
      scoped,
      spanParts.flatMap(({ part, span }) =>
        part.kind === 'flow' || part.kind === 'stock' ? [{ part, span }] : [],
      ),
      bucketsOf,
    ),
    ends,
    balanceReads: readsFor(
      scoped,
      flows.map(part => ({ part, span: null })),
      () => intervalsBetween(ends),
    ),
  }
}

/**
 * The intervals between the ends of buckets. The first has no beginning: a balance is everything that entered
 * minus everything that left.
 */
function intervalsBetween(ends: number[]): ReadBucket[] {
  return ends.map((to, index) => ({ from: index === 0 ? null : (ends[index - 1] ?? 0) + 1, to }))
}

function flowsOf(balances: BalancePart[]): FlowPart[] {
  return [
    ...new Map(
      balances.flatMap(balance => [...balance.entered, ...balance.left]).map(flow => [partKey(flow), flow]),
    ).values(),
  ]
}

function shapeOf(part: FlowPart | StockPart): Read['shape'] {
  if (part.kind === 'stock') return 'stock'
  switch (part.aggregate) {
    case 'histogram':
      return 'histogram'
    case 'peak':
    case 'activeDays':
      return 'byDay'
    case 'count':
    case 'sum':
    case 'distinct':
      return 'plain'
  }
}

const catalogue: Choice = { grain: null, why: 'stocks are read from the fact' }

function choiceFor(input: PlanInput, part: FlowPart | StockPart, buckets: readonly ReadBucket[]): Choice {
  const dimensions = [...input.groupBy, ...input.filters.map(filter => filter.dimension)]
  return part.kind === 'stock' ? catalogue : input.rollupCatalogue.choose(part, dimensions, buckets)
}

/**
 * Parts with the same fact, shape, days and table share a SELECT. A rollup has all clocks in one row; facts
 * are read by one clock and one histogram at a time.
 */
function readsFor(
  input: PlanInput,
  parts: SpanPart<FlowPart | StockPart>[],
  bucketsOf: (fact: FactName) => ReadBucket[],
): Read[] {
  const reads = new Map<string, Read>()
  for (const { part, span } of parts) {
    const shape = shapeOf(part)
    const own = bucketsOf(part.fact)
    const buckets = span ? own.map(bucket => clipTo(bucket, span)) : own
    const from = choiceFor(input, part, buckets)
    const clock = part.kind === 'flow' && !from.grain ? part.during : ''
    const key =
      shape === 'histogram'
        ? gridKey(part, span)
        : `${part.fact} ${from.grain?.name ?? ''} ${clock} ${shape} ${span?.from ?? ''}..${span?.to ?? ''}`
    const read = reads.get(key) ?? {
      shape,
      fact: part.fact,
      clock,
      from,
      parts: [],
      span,
      buckets,
      groupBy: input.groupBy,
      filters: input.filters,
      centreIds: input.centreIds,
    }
    read.parts.push(part)
    reads.set(key, read)
  }
  return [...reads.values()]
}
