import type { Answer, Language, Parts } from '#measures'
import { figureOf, measures } from '#measures'
import { namesOf } from './compare/rates.ts'

/** The dimensions by which late cases are split to find their causes. */
export const lateSplits = ['item', 'channel', 'weekday', 'hour'] as const
export type LateSplit = (typeof lateSplits)[number]

/** A member with late cases, and its share of all cases. */
export interface LateCause {
  code: string
  name: string
  late: number
  parts: Parts
  /** Its share of the late cases, and of all completed cases. */
  ofLate: number
  ofDone: number
}

const { overdueCompletions, casesCompleted } = measures
const lateIn = (parts: Parts): number => figureOf(overdueCompletions, parts).value ?? 0
const doneIn = (parts: Parts): number => figureOf(casesCompleted, parts).value ?? 0

/** With fewer late cases, a member is not named as a cause. */
const fewest = 3

/**
 * The least difference between the share of late cases and the share of all cases for naming a member as a
 * cause.
 */
const worthSaying = 0.15

/** True where a member has enough late cases, and clearly more than its share of the work. */
export const gathers = ({ late, ofLate, ofDone }: Pick<LateCause, 'late' | 'ofLate' | 'ofDone'>): boolean =>
  late >= fewest && ofLate - ofDone >= worthSaying

/**
 * The members of an answer's first dimension with late cases: first those with clearly more than their share
 * of the work, then the others by number of late cases.
 */
export function lateCauses(answer: Answer, language: Language): LateCause[] {
  const names = namesOf(answer, language)
  const { overall, totals } = answer.current
  const [allLate, allDone] = [lateIn(overall), doneIn(overall)]
  const excess = ({ ofLate, ofDone }: LateCause): number => ofLate - ofDone
  return totals
    .flatMap(({ members: [code = ''], parts }): LateCause[] => {
      const late = lateIn(parts)
      return code === '' || late === 0
        ? []
        : [
            {
              code,
              name: names.get(code) ?? code,
              late,
              parts,
              ofLate: late / allLate,
              ofDone: allDone > 0 ? doneIn(parts) / allDone : 0,
            },
          ]
    })
    .toSorted(
      (a, b) =>
        Number(gathers(b)) - Number(gathers(a)) ||
        (gathers(a) ? excess(b) - excess(a) : 0) ||
        b.late - a.late ||
        (a.code < b.code ? -1 : 1),
    )
}

/** The first day of the first bucket in which each member had a late case, by code. */
export function lateSince({ current }: Answer): Map<string, string> {
  const firsts = new Map<string, number>()
  for (const { bucket, members, parts } of current.cells) {
    const [code = ''] = members
    if (lateIn(parts) > 0) firsts.set(code, Math.min(bucket, firsts.get(code) ?? bucket))
  }
  return new Map(Array.from(firsts, ([code, bucket]) => [code, current.buckets[bucket]?.from ?? '']))
}

/** A member's share of an answer's late cases; null where none was late. */
export function shareOfLate({ current }: Answer, code: string): number | null {
  const all = lateIn(current.overall)
  const cell = current.totals.find(({ members }) => members[0] === code)
  return all > 0 ? lateIn(cell?.parts ?? {}) / all : null
}

/** The member with the largest excess of late cases over all splits; null where there is none. */
export function strongest<Split extends string>(
  splits: readonly { split: Split; causes: readonly LateCause[] }[],
): { split: Split; cause: LateCause } | null {
  const [first] = splits
    .flatMap(({ split, causes: [cause] }) => (cause ? [{ split, cause }] : []))
    .filter(({ cause }) => gathers(cause))
    .toSorted((a, b) => b.cause.ofLate - b.cause.ofDone - (a.cause.ofLate - a.cause.ofDone))
  return first ?? null
}
