import type { AnswerBucket, Bucket, Cell, Measure, Parts, PartValue, Side } from '#measures'
import type { Grain, GrainPlan } from './plan.ts'
import type { ReadRow } from './read.ts'
import type { BalancePart, FlowPart, Part } from './words.ts'
import { mergeParts, merges, partKey, partsOf, textOfDay } from '#measures'
import { fill, Grid, joinMembers, splitMembers } from './grid.ts'

/** What the reads of one grain brought back, in the order of its reads and its balance reads. */
export interface GrainRows {
  plan: GrainPlan
  rows: ReadRow[][]
  balanceRows: ReadRow[][]
}

/** Days of the calendar in a bucket, or null where they are not published. */
export type CalendarDays = (of: 'workingDays' | 'calendarDays', bucket: Bucket) => number | null

/** The filled parts of one grain. */
interface Filled {
  plan: GrainPlan
  members: string[]
  partsAt: (members: string, bucket: number) => Parts
}

const emptyOf = (part: Part): PartValue => part.kind === 'flow' && part.aggregate === 'histogram' ? [] : 0

function fillGrain({ plan, rows, balanceRows }: GrainRows, calendarDays: CalendarDays): Filled {
  const grid = new Grid(plan.buckets.length)
  plan.reads.forEach((read, index) => fill(grid, read, rows[index] ?? []))
  const flows = new Grid(plan.ends.length)
  plan.balanceReads.forEach((read, index) => fill(flows, read, balanceRows[index] ?? []))
  const parts = [...new Map(plan.measures.flatMap(partsOf).map(part => [partKey(part), part])).values()]
  const levels = new Map(parts.filter(part => part.kind === 'balance').map(part => [partKey(part), runningBalance(part, flows, plan.ends.length)]))
  const valueAt = (part: Part, members: string, bucket: number): PartValue => {
    if (part.kind === 'calendar')
      return calendarDays(part.of, plan.buckets[bucket] ?? { key: '', from: 0, to: -1 })
    if (part.kind === 'balance')
      return levels.get(partKey(part))?.get(members)?.[plan.ends.indexOf(plan.buckets[bucket]?.to ?? 0)] ?? 0
    return grid.get({ members, bucket, key: partKey(part) }) ?? emptyOf(part)
  }
  const partsAt = (members: string, bucket: number): Parts => {
    const result: Parts = {}
    for (const part of parts)
      result[partKey(part)] = valueAt(part, members, bucket)
    return result
  }
  return {
    plan,
    members: [...new Set([...grid.counted(), ...flows.counted()])],
    partsAt,
  }
}

/** Entered minus left, added up from the first stretch on. */
function runningBalance(part: BalancePart, flows: Grid, ends: number): Map<string, number[]> {
  const total = (list: FlowPart[], members: string, bucket: number) =>
    list.reduce((sum, flow) => sum + Number(flows.get({ members, bucket, key: partKey(flow) }) ?? 0), 0)
  return new Map(flows.members().map((members) => {
    let level = 0
    return [members, Array.from({ length: ends }, (_, bucket) => level += total(part.entered, members, bucket) - total(part.left, members, bucket))]
  }))
}

const shown = (bucket: Bucket): AnswerBucket => ({ key: bucket.key, from: textOfDay(bucket.from), to: textOfDay(bucket.to) })

/** Which buckets of the plans belong to a side. */
export interface SidePlace {
  whole: Bucket
  /** Index of the side among the whole periods. */
  index: number
  /** First bucket of the side within the cells' buckets, and how many there are. */
  first: number
  count: number
}

/** Lays read rows out as the two sides of an answer; totals are merged where the measure allows it and taken from reads of their own elsewhere. */
export function assemble(all: readonly GrainRows[], input: { measures: Measure[], groupBy: readonly string[], sides: readonly SidePlace[], calendarDays: CalendarDays }): Side[] {
  const filled = new Map<Grain, Filled>(all.map(one => [one.plan.grain, fillGrain(one, input.calendarDays)]))
  const cells = filled.get('cells')
  if (!cells)
    return []
  const members = input.groupBy.length === 0 ? [''] : cells.members
  const split = (joined: string): string[] => splitMembers(joined, input.groupBy.length)
  const apart = (measure: Measure): boolean => measure.within !== undefined && input.groupBy.includes(measure.within)
  return input.sides.map((side) => {
    const bucketsOfSide = Array.from({ length: side.count }, (_, index) => side.first + index)
    const partsOfSide = (joined: string): Parts[] => bucketsOfSide.map(bucket => cells.partsAt(joined, bucket))
    const again = (grain: Grain, joined: string): Parts => filled.get(grain)?.partsAt(joined, side.index) ?? {}
    const total = (joined: string): Parts => merged(input.measures, partsOfSide(joined), { across: 'time', again: again('totals', joined), apart })
    const totals: Cell[] = members.map(joined => ({ bucket: 0, members: split(joined), parts: total(joined) }))
    return {
      from: textOfDay(side.whole.from),
      to: textOfDay(side.whole.to),
      buckets: bucketsOfSide.map(bucket => shown(cells.plan.buckets[bucket] ?? side.whole)),
      cells: members.flatMap(joined => bucketsOfSide.map((bucket, index) => ({ bucket: index, members: split(joined), parts: cells.partsAt(joined, bucket) }))),
      totals,
      overall: input.groupBy.length === 0 ? totals[0]?.parts ?? {} : merged(input.measures, totals.map(cell => cell.parts), { across: 'members', again: again('overall', joinMembers([])), apart }),
    }
  })
}

/** What adds up within one member alone has no total over several: its sums are not said. Its counts are, and belong to others too. */
const unsaid = (measure: Measure): Parts => Object.fromEntries(partsOf(measure).filter(part => part.kind === 'flow' && part.aggregate === 'sum').map(part => [partKey(part), null]))

/** Each measure's parts combined, or taken from the read that asked again. With one piece there is nothing to combine. */
function merged(measures: readonly Measure[], pieces: readonly Parts[], how: { across: 'time' | 'members', again: Parts, apart: (measure: Measure) => boolean }): Parts {
  const [only] = pieces
  if (how.across === 'time' && pieces.length === 1 && only)
    return only
  const result: Parts = {}
  for (const measure of measures)
    Object.assign(result, merges(measure, how.across) ? withEmpty(measure, pieces, how.across) : pick(how.again, measure))
  // Last, so that no measure beside it says the sum after all.
  for (const measure of measures.filter(one => how.across === 'members' && how.apart(one)))
    Object.assign(result, unsaid(measure))
  return result
}

/** No members at all still answers: nothing was counted. Calendar days are then not known from cells, so they stay null. */
function withEmpty(measure: Measure, pieces: readonly Parts[], across: 'time' | 'members'): Parts {
  return pieces.length > 0 ? mergeParts(measure, pieces, across) : Object.fromEntries(partsOf(measure).map(part => [partKey(part), part.kind === 'calendar' ? null : emptyOf(part)]))
}

function pick(parts: Parts, measure: Measure): Parts {
  return Object.fromEntries(partsOf(measure).map(part => [partKey(part), parts[partKey(part)] ?? null]))
}
