import type { Bucket, Measure } from '#measures'
import type { Read, ReadBucket, ReadFilter } from './read.ts'
import type { Choice, Shelf } from './tiers/shelf.ts'
import type { BalancePart, FlowPart, StockPart } from './words.ts'
import { merges, partKey, partsOf } from '#measures'

/** Which cells a set of reads fills: every bucket and member, whole periods per member, or whole periods over all members. */
export type Grain = 'cells' | 'totals' | 'overall'

/** Reads for one grain, with the parts that come straight from them and the levels that are summed up from flows. */
export interface GrainPlan {
  grain: Grain
  measures: Measure[]
  buckets: Bucket[]
  reads: Read[]
  /** Ends of the stretches over which flows of levels are read; empty without levels. */
  ends: number[]
  balanceReads: Read[]
}

/** What `plan` needs to know of a question. Buckets of both sides stand in one list. */
export interface PlanInput {
  measures: Measure[]
  /** Buckets as cut by the granularity, of the current and then of the earlier period. */
  buckets: Bucket[]
  /** The whole periods, current first. */
  wholes: Bucket[]
  groupBy: readonly string[]
  filters: readonly ReadFilter[]
  centreIds: readonly number[]
  /** The tiers that are true now. */
  shelf: Shelf
}

/** The fewest reads that answer a question: one per grain, fact, clock and shape. Measures that merge are read only once, at the finest grain. */
export function plan(input: PlanInput): GrainPlan[] {
  const cut = input.buckets.length > input.wholes.length
  const plans = [planGrain(input, 'cells', input.measures)]
  const againOverTime = cut ? input.measures.filter(measure => !merges(measure, 'time')) : []
  const againOverMembers = input.groupBy.length > 0 ? input.measures.filter(measure => !merges(measure, 'members')) : []
  if (againOverTime.length > 0)
    plans.push(planGrain(input, 'totals', againOverTime))
  if (againOverMembers.length > 0)
    plans.push(planGrain(input, 'overall', againOverMembers))
  return plans
}

function planGrain(input: PlanInput, grain: Grain, measures: Measure[]): GrainPlan {
  const buckets = grain === 'cells' ? input.buckets : input.wholes
  const scoped = { ...input, groupBy: grain === 'overall' ? [] : input.groupBy }
  const parts = [...new Map(measures.flatMap(partsOf).map(part => [partKey(part), part])).values()]
  const balances = parts.filter(part => part.kind === 'balance')
  const ends = balances.length > 0 ? [...new Set(buckets.map(bucket => bucket.to))].sort((a, b) => a - b) : []
  return {
    grain,
    measures,
    buckets,
    reads: readsFor(scoped, parts.filter(part => part.kind === 'flow' || part.kind === 'stock'), buckets),
    ends,
    balanceReads: readsFor(scoped, flowsOf(balances), stretches(ends)),
  }
}

/** Levels are entered minus left: flows over the stretches between the ends asked for, the first from the beginning of time. */
function stretches(ends: number[]): ReadBucket[] {
  return ends.map((to, index) => ({ from: index === 0 ? null : (ends[index - 1] ?? 0) + 1, to }))
}

function flowsOf(balances: BalancePart[]): FlowPart[] {
  return [...new Map(balances.flatMap(balance => [...balance.entered, ...balance.left]).map(flow => [partKey(flow), flow])).values()]
}

function shapeOf(part: FlowPart | StockPart): Read['shape'] {
  if (part.kind === 'stock')
    return 'stock'
  switch (part.aggregate) {
    case 'histogram': return 'histogram'
    case 'peak':
    case 'activeDays': return 'byDay'
    case 'count':
    case 'sum':
    case 'distinct': return 'plain'
  }
}

const catalogue: Choice = { grain: null, why: 'what is in force is read from its own small table' }

function choiceFor(input: PlanInput, part: FlowPart | StockPart): Choice {
  return part.kind === 'stock' ? catalogue : input.shelf.choose(part, [...input.groupBy, ...input.filters.map(filter => filter.dimension)])
}

/** Parts that share fact, shape and place share a SELECT. A tier holds all clocks in one row; facts are read by one clock at a time, and one histogram at a time. */
function readsFor(input: PlanInput, parts: (FlowPart | StockPart)[], buckets: ReadBucket[]): Read[] {
  const reads = new Map<string, Read>()
  for (const part of parts) {
    const shape = shapeOf(part)
    const from = choiceFor(input, part)
    const clock = part.kind === 'flow' && !from.grain ? part.during : ''
    const key = shape === 'histogram' ? partKey(part) : `${part.fact} ${from.grain?.name ?? ''} ${clock} ${shape}`
    const read = reads.get(key) ?? { shape, fact: part.fact, clock, from, parts: [], buckets, groupBy: input.groupBy, filters: input.filters, centreIds: input.centreIds }
    read.parts.push(part)
    reads.set(key, read)
  }
  return [...reads.values()]
}
