import type { Answer, Language, Measure } from '#measures'
import type { DumbbellItem } from '../charts/dumbbell.ts'
import { figureOf, measures, smallSample, standOut, valueOf } from '#measures'
import { namesOf } from '../windows/compare/rates.ts'

/** The figures of one item in a period. */
export interface ItemRow {
  code: string
  name: string
  received: number
  completed: number
  late: number
  judged: number
  onTime: number | null
  average: number | null
  speedup: number | null
  speedupOf: number
}

const count = (measure: Measure, parts: Answer['current']['overall']): number => valueOf(measure, parts) ?? 0

/** Items with their cases, unordered. */
export function itemRows(answer: Answer, language: Language): ItemRow[] {
  const names = namesOf(answer, language)
  return answer.current.totals.flatMap(({ members, parts }): ItemRow[] => {
    const code = members[0] ?? ''
    const onTime = figureOf(measures.onTimeRate, parts)
    const speedup = figureOf(measures.actualSpeedup, parts)
    return code === ''
      ? []
      : [
          {
            code,
            name: names.get(code) ?? code,
            received: count(measures.casesReceived, parts),
            completed: count(measures.casesCompleted, parts),
            late: (onTime.n ?? 0) - (onTime.numerator ?? 0),
            judged: onTime.n ?? 0,
            onTime: onTime.value,
            average: valueOf(measures.averageHandlingTime, parts),
            speedup: speedup.value,
            speedupOf: speedup.coverage?.covered ?? 0,
          },
        ]
  })
}

/**
 * The limits of items compared with the time taken: items with a statutory limit, busiest first; instant
 * ones, which take no working days, last.
 */
export function limitRows(limits: Answer, items: readonly ItemRow[], language: Language): DumbbellItem[] {
  const names = namesOf(limits, language)
  const byCode = new Map(items.map(item => [item.code, item]))
  return limits.current.totals
    .flatMap(({ members, parts }): DumbbellItem[] => {
      const code = members[0] ?? ''
      const statutory = valueOf(measures.averageStatutoryLimit, parts)
      const item = byCode.get(code)
      return code === '' || statutory === null || !item?.completed
        ? []
        : [
            {
              code,
              name: names.get(code) ?? code,
              statutory,
              committed: valueOf(measures.averageCommittedLimit, parts),
              actual: item.average,
              n: item.completed,
            },
          ]
    })
    .sort((a, b) => Number(b.actual !== null) - Number(a.actual !== null) || b.n - a.n)
}

/** The items that took least in relation to the legal limit; items with too few cases are left out. */
export const speedups = (items: readonly ItemRow[]): ItemRow[] =>
  items
    .filter(item => item.speedup !== null && item.speedupOf >= smallSample)
    .sort((a, b) => (b.speedup ?? 0) - (a.speedup ?? 0))

/** An item with late cases, and whether it is significantly worse than the hall. */
export interface LateItem extends ItemRow {
  worse: boolean
}

/** Items with late cases: first those significantly worse than the hall, then by number of late cases. */
export function breaks(items: readonly ItemRow[], answer: Answer): LateItem[] {
  const verdicts = standOut(answer, measures.onTimeRate)?.verdicts
  return items
    .filter(item => item.late > 0)
    .map(item => ({ ...item, worse: verdicts?.get(item.code) === 'worse' }))
    .sort((a, b) => Number(b.worse) - Number(a.worse) || b.late - a.late || a.judged - b.judged)
}

/** Items whose average time exceeds the promised limit, largest excess first. */
export const pastPromise = (rows: readonly DumbbellItem[]): DumbbellItem[] => {
  const over = ({ actual, committed }: DumbbellItem): number => (actual ?? 0) - (committed ?? Infinity)
  return rows.filter(row => over(row) > 0).sort((a, b) => over(b) - over(a))
}

/** Items in force at the end of the period without a case in it. */
export function unused(
  limits: Answer,
  items: readonly ItemRow[],
  language: Language,
): { code: string; name: string }[] {
  const used = new Set(items.filter(item => item.received > 0).map(item => item.code))
  const names = namesOf(limits, language)
  return limits.current.totals
    .filter(
      ({ members, parts }) =>
        (members[0] ?? '') !== '' && count(measures.itemCount, parts) > 0 && !used.has(members[0] ?? ''),
    )
    .map(({ members }) => ({ code: members[0] ?? '', name: names.get(members[0] ?? '') ?? '' }))
}

/** Items that were in force at the beginning of the period and became instant during it. */
export function promoted(before: Answer, now: Answer, language: Language): { code: string; name: string }[] {
  const names = namesOf(now, language)
  const instantBefore = new Map(
    before.current.totals.map(({ members, parts }) => [
      members[0] ?? '',
      { there: count(measures.itemCount, parts), instant: count(measures.instantTypeItems, parts) },
    ]),
  )
  return now.current.totals.flatMap(({ members, parts }) => {
    const code = members[0] ?? ''
    const was = instantBefore.get(code)
    return code !== '' &&
      count(measures.instantTypeItems, parts) > 0 &&
      was &&
      was.there > 0 &&
      was.instant === 0
      ? [{ code, name: names.get(code) ?? code }]
      : []
  })
}
