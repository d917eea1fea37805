import type { Answer, Language, Measure, MixCell } from '#measures'
import { caseMix, figureOf } from '#measures'
import { markedNames } from './rates.ts'

/** A member with its ratio, its name, and whether its sample is too small for a test. */
type CaseMixRow = ReturnType<typeof caseMix>['rows'][number] & { name: string }

/**
 * Compares the members of an answer's first dimension with the result that the whole hall would have had with
 * their mix of cases (the second dimension).
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
