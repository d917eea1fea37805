import type { Answer, Figure, MeasureId, Printing } from '#measures'
import { currencyWord, figureOf, measureNamed, measures, rowText } from '#measures'

/** The parts of savings and of a savings rate, as exact amounts. */
interface SavingsSum {
  below: string
  over: string
  saved: string
  /** The denominator of a rate; empty for the savings themselves. */
  base: string
}

const rates: ReadonlySet<MeasureId> = new Set<MeasureId>(['savingsRate', 'savingsRateOnAward'])

/** True for measures with such parts. */
export const hasSavingsSum = (id: MeasureId): boolean => id === 'savings' || rates.has(id)

/**
 * The parts of savings in an answer. Null where one is unknown, where they do not add up, and where `figure`
 * differs from the answer's.
 */
export function savingsSum(
  id: MeasureId,
  { current: { overall } }: Answer,
  { figure, printing }: { figure: Figure | null; printing: Printing },
): SavingsSum | null {
  const value = (one: MeasureId): number | null => figureOf(measureNamed(one), overall).value
  const [below, over, saved] = [value('savingsBelowBase'), value('overrunAboveBase'), value('savings')]
  if (below === null || over === null || saved === null || below - over !== saved) return null
  const shown = figure && (rates.has(id) ? figure.numerator : figure.value)
  if (shown !== null && shown !== saved) return null
  const plain = { language: printing.language, yes: '' }
  const exact = (hundredths: number): string =>
    `${rowText(String(hundredths), 'fen', plain)} ${currencyWord(printing)}`
  const { n } = figureOf(id === 'savings' ? measures.savings : measureNamed(id), overall)
  return {
    below: exact(below),
    over: exact(over),
    saved: exact(saved),
    base: rates.has(id) && n !== null ? exact(n) : '',
  }
}
