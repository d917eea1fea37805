import type { Answer, Language, Measure, MixCell } from '#measures'
import { caseMix, figureOf } from '#measures'
import { markedNames } from './rates.ts'

/** A member with its ratio, the name to show and whether too little was counted to judge it. */
type CaseMixRow = ReturnType<typeof caseMix>['rows'][number] & { name: string }

/**
 * Members of an answer's first dimension against what the whole hall would have reached with their
 * classes of cases (its second dimension).
 */
export function caseMixOf(
  answer: Answer,
  measure: Measure,
  language: Language,
): { rows: CaseMixRow[]; lookedAt: number } {
  const nameOf = markedNames(answer, measure, language)
  const cells = answer.current.totals.flatMap((cell): MixCell[] => {
    const { numerator, n } = figureOf(measure, cell.parts)
    const [member = '', group = ''] = cell.members
    return member === '' || numerator === null || n === null || n <= 0
      ? []
      : [{ member, group, k: numerator, n }]
  })
  const { rows, lookedAt } = caseMix(cells)
  return { rows: rows.map(row => ({ ...row, name: nameOf(row.member) })), lookedAt }
}
