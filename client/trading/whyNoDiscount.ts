import type { RowsAnswer, RowValue } from '../../server/query/rows.ts'
import { dimensionOf, measures } from '#measures'

/** Why a trade has no discount; the key of the text. */
type WhyNoDiscount = 'notConcluded' | 'otherCurrency' | 'otherCategory' | 'noBase'

const isCode = (value: RowValue | undefined, dimension: string, codes: readonly string[]): boolean => {
  const values = dimensionOf(measures.tradesConcluded, dimension)?.values ?? {}
  return typeof value === 'object' && codes.some(code => values[code]?.zh === value?.zh)
}

/** The reason why a line of the ledger shows no discount, derived from the line itself. */
export function whyNoDiscount(
  row: readonly RowValue[],
  { columns }: Pick<RowsAnswer, 'columns'>,
  currency: string,
): WhyNoDiscount {
  const cell = (key: string): RowValue | undefined => row[columns.findIndex(column => column.key === key)]
  if (!isCode(cell('outcome'), 'tradeOutcome', ['concluded'])) return 'notConcluded'
  if (cell('currency') !== currency) return 'otherCurrency'
  return isCode(cell('category'), 'category', ['works', 'procurement']) ? 'noBase' : 'otherCategory'
}
