import type { Answer, Interval, Language, Measure } from '#measures'
import {
  figureOf,
  isJudged,
  isShare,
  judgedInterval,
  measures,
  partlyKnownMark,
  shownValue,
  smallSample,
  standOut,
  wilson,
} from '#measures'
import { isDivided } from './recordHalves.ts'

/** One member of a ranking. Small samples are shown, but never as best or worst. */
export interface RankedMember {
  code: string
  name: string
  value: number | null
  /** The possible error of an estimated value. */
  error?: number
  n: number | null
  /** The interval that decided the verdict (`judgedInterval`); Wilson's where members are not tested. */
  interval: Interval | null
  small: boolean
  /** The number of cases on the bad side of a share; null for other measures. */
  failing: number | null
}

/** True for a share of records or of half-days; the numbers of other shares are times, and say nothing. */
export const countsRecords = (measure: Measure): boolean =>
  isDivided(measure) || measure === measures.attendanceRate

/** The number of cases on the bad side of a share. */
function failingOf(
  { better }: Measure,
  { numerator, n }: { numerator: number | null; n: number | null },
): number | null {
  if (numerator === null || n === null || better === 'neutral') return null
  return better === 'higher' ? n - numerator : numerator
}

/**
 * Returns the function that computes the interval of a share. Where members are tested, it is the one used in
 * the test, so that drawing and verdict agree.
 */
function intervalBy(answer: Answer, measure: Measure): (k: number, n: number) => Interval | null {
  const outliers = isJudged(measure) ? standOut(answer, measure) : null
  if (!outliers) return wilson
  const by = { ...outliers, named: outliers.verdicts.size }
  return (k, n) => judgedInterval({ k, n }, by)
}

/** The members of an answer's first dimension, best value first; those of small samples after all others. */
export function rankMembers(answer: Answer, measure: Measure, language: Language): RankedMember[] {
  const names = new Map(answer.members[0]?.map(member => [member.code, member[language]]))
  const intervalOf = intervalBy(answer, measure)
  const ranked = answer.current.totals.flatMap((cell): RankedMember[] => {
    const code = cell.members[0] ?? ''
    const figure = figureOf(measure, cell.parts)
    const { numerator, n, error } = figure
    const value = shownValue(figure)
    if (code === '' || value === null) return []
    const share = measure.kind === 'ratio' && isShare(measure.unit)
    const judged = measure.kind === 'ratio' || measure.kind === 'mean' || measure.kind === 'quantile'
    return [
      {
        code,
        name: `${names.get(code) ?? code}${partlyKnownMark(measure, answer, { members: [code], language })}`,
        value,
        ...(error !== undefined && { error }),
        n,
        interval: share && n !== null && numerator !== null ? intervalOf(numerator, n) : null,
        small: judged && (n ?? 0) < smallSample,
        failing: share && countsRecords(measure) ? failingOf(measure, { numerator, n }) : null,
      },
    ]
  })
  const better = measure.better === 'lower' ? -1 : 1
  return ranked.sort(
    (a, b) =>
      Number(a.small) - Number(b.small) ||
      better * ((b.value ?? 0) - (a.value ?? 0)) ||
      (a.code < b.code ? -1 : 1),
  )
}
