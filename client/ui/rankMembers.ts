import type { Answer, Interval, Language, Measure } from '#measures'
import {
  figureOf,
  isShare,
  judgedInterval,
  partlyKnownMark,
  shownValue,
  smallSample,
  wilson,
} from '#measures'
import { isJudged, standOut } from './standOut.ts'

/** One member of a ranking. Small samples are shown, but never as best or worst. */
export interface RankedMember {
  code: string
  name: string
  value: number | null
  /** By how much an estimated value may be wrong. */
  error?: number
  n: number | null
  /** Of a share that is judged, the interval of its verdict (`judgedInterval`); else Wilson’s. */
  interval: Interval | null
  small: boolean
  /** How many cases missed what the share counts; null for what is no share with a good side. */
  failing: number | null
}

/** The cases of a share on its bad side. */
function failingOf(
  { better }: Measure,
  { numerator, n }: { numerator: number | null; n: number | null },
): number | null {
  if (numerator === null || n === null || better === 'neutral') return null
  return better === 'higher' ? n - numerator : numerator
}

/**
 * How the interval of a share is made: where members are judged, by what judges them, so that what is drawn
 * and what is said cannot contradict each other.
 */
function intervalBy(answer: Answer, measure: Measure): (k: number, n: number) => Interval | null {
  const found = isJudged(measure) ? standOut(answer, measure) : null
  if (!found) return wilson
  const by = { ...found, named: found.verdicts.size }
  return (k, n) => judgedInterval({ k, n }, by)
}

/** Members of an answer's first dimension, best evidence first: small samples stand after all others. */
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
        failing: share ? failingOf(measure, { numerator, n }) : null,
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
