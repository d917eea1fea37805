import type { Answer, Language, Measure, MixCell } from '#measures'
import type { FunnelMember } from '../../charts/funnel.ts'
import { caseMix, figureOf, funnelLimits, funnelPlace, overDispersion, partlyKnownMark } from '#measures'

/** The names of an answer's members of one dimension, by code. */
export function namesOf(answer: Answer, language: Language, place = 0): Map<string, string> {
  return new Map(answer.members[place]?.map(member => [member.code, member[language]]))
}

/** How members of an answer's first dimension are called: a name, and which days its records lack. */
export function markedNames(answer: Answer, measure: Measure, language: Language): (code: string) => string {
  const names = namesOf(answer, language)
  return code =>
    `${names.get(code) ?? code}${partlyKnownMark(measure, answer, { members: [code], language })}`
}

/** A share's members among the limits of a funnel. */
interface Funnel {
  members: FunnelMember[]
  theta: number
  tau2: number
}

/**
 * Members of an answer's first dimension as a funnel of a share, the nameless left out; null where
 * nothing was counted.
 */
export function funnelOf(answer: Answer, measure: Measure, language: Language): Funnel | null {
  const nameOf = markedNames(answer, measure, language)
  const counted = answer.current.totals.flatMap(cell => {
    const { numerator, n } = figureOf(measure, cell.parts)
    const code = cell.members[0] ?? ''
    return code === '' || numerator === null || n === null || n <= 0 ? [] : [{ code, k: numerator, n }]
  })
  const theta = figureOf(measure, answer.current.overall).value
  if (theta === null || counted.length === 0) return null
  const tau2 = overDispersion(theta, counted)
  const members = counted.map(({ code, k, n }): FunnelMember => ({
    code,
    name: nameOf(code),
    n,
    value: k / n,
    place: funnelPlace({ k, n }, funnelLimits(theta, n, tau2)),
  }))
  return { members, theta, tau2 }
}

/** A member with its ratio, the name to show and whether too little was counted to judge it. */
type CaseMixRow = ReturnType<typeof caseMix>[number] & { name: string }

/**
 * Members of an answer's first dimension against what the whole hall would have reached with their
 * classes of cases (its second dimension).
 */
export function caseMixOf(answer: Answer, measure: Measure, language: Language): CaseMixRow[] {
  const nameOf = markedNames(answer, measure, language)
  const cells = answer.current.totals.flatMap((cell): MixCell[] => {
    const { numerator, n } = figureOf(measure, cell.parts)
    const [member = '', group = ''] = cell.members
    return member === '' || numerator === null || n === null || n <= 0
      ? []
      : [{ member, group, k: numerator, n }]
  })
  return caseMix(cells)
    .map(row => ({ ...row, name: nameOf(row.member) }))
    .sort((a, b) => b.ratio - a.ratio)
}
