import type { Answer, Language, Parts } from '#measures'
import { figureOf, measures } from '#measures'
import { namesOf } from './compare/rates.ts'

/** By what late cases are split to find where they come from. */
export const lateSplits = ['item', 'channel', 'weekday', 'hour'] as const
export type LateSplit = (typeof lateSplits)[number]

/** Where some of a window's late cases come from, beside what else comes from there. */
export interface LateCause {
  code: string
  name: string
  late: number
  parts: Parts
  /** Its share of the late cases, and of all that were completed. */
  ofLate: number
  ofDone: number
}

const { overdueCompletions, casesCompleted } = measures
const lateIn = (parts: Parts): number => figureOf(overdueCompletions, parts).value ?? 0
const doneIn = (parts: Parts): number => figureOf(casesCompleted, parts).value ?? 0

/** Fewer late cases than this from one place are no pattern. */
const fewest = 3

/** From how much more than its share of the work on a place is named as the cause. */
const worthSaying = 0.15

/** Whether late cases gather in a place: enough of them, and clearly more than its share of the work. */
export const gathers = ({ late, ofLate, ofDone }: Pick<LateCause, 'late' | 'ofLate' | 'ofDone'>): boolean =>
  late >= fewest && ofLate - ofDone >= worthSaying

/**
 * Members of an answer's first dimension with late cases: first those in which they gather, so that what is
 * merely large does not stand for a cause, then the others by their late cases.
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

/** The first days of the buckets in which members of an answer first had a late case, by code. */
export function lateSince({ current }: Answer): Map<string, string> {
  const firsts = new Map<string, number>()
  for (const { bucket, members, parts } of current.cells) {
    const [code = ''] = members
    if (lateIn(parts) > 0) firsts.set(code, Math.min(bucket, firsts.get(code) ?? bucket))
  }
  return new Map(Array.from(firsts, ([code, bucket]) => [code, current.buckets[bucket]?.from ?? '']))
}

/** The share of an answer's late cases that comes from a member; null where nothing was late. */
export function shareOfLate({ current }: Answer, code: string): number | null {
  const all = lateIn(current.overall)
  const cell = current.totals.find(({ members }) => members[0] === code)
  return all > 0 ? lateIn(cell?.parts ?? {}) / all : null
}

/** The member by which late cases stand out most among some splits; null where none does. */
export function strongest<Split extends string>(
  found: readonly { split: Split; causes: readonly LateCause[] }[],
): { split: Split; cause: LateCause } | null {
  const [first] = found
    .flatMap(({ split, causes: [cause] }) => (cause ? [{ split, cause }] : []))
    .filter(({ cause }) => gathers(cause))
    .toSorted((a, b) => b.cause.ofLate - b.cause.ofDone - (a.cause.ofLate - a.cause.ofDone))
  return first ?? null
}
