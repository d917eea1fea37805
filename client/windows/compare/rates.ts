import type { Answer, Language, Measure } from '#measures'
import type { FunnelMember } from '../../charts/funnel.ts'
import { partlyKnownMark, standOut } from '#measures'

/** The names of an answer's members of one dimension, by code. */
export function namesOf(answer: Answer, language: Language, place = 0): Map<string, string> {
  return new Map(answer.members[place]?.map(member => [member.code, member[language]]))
}

/** Returns the name of a member of the first dimension, with a mark where some of its days are missing. */
export function markedNames(answer: Answer, measure: Measure, language: Language): (code: string) => string {
  const names = namesOf(answer, language)
  return code =>
    `${names.get(code) ?? code}${partlyKnownMark(measure, answer, { members: [code], language })}`
}

/** The members and limits of a funnel plot. */
interface Funnel {
  members: FunnelMember[]
  theta: number
  tau2: number
  lookedAt: number
}

/**
 * The members of an answer's first dimension for a funnel plot of a share, significant ones first; null where
 * nothing was counted.
 */
export function funnelOf(answer: Answer, measure: Measure, language: Language): Funnel | null {
  const nameOf = markedNames(answer, measure, language)
  const outliers = standOut(answer, measure)
  if (!outliers) return null
  const { theta, tau2, lookedAt, verdicts } = outliers
  const places = new Map(Array.from(verdicts.keys(), (code, place) => [code, place]))
  const members = outliers.members
    .map(({ code, k, n }): FunnelMember => ({
      code,
      name: nameOf(code),
      n,
      value: k / n,
      verdict: verdicts.get(code) ?? 'usual',
    }))
    .toSorted((a, b) => (places.get(a.code) ?? Infinity) - (places.get(b.code) ?? Infinity) || b.n - a.n)
  return { members, theta, tau2, lookedAt }
}
