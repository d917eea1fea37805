import type { Printing } from '#measures'
import { moneyOf } from '#measures'

/**
 * Of how many hundredths the unit is in which all amounts of the ledger stand: 万元; in English whole yuan,
 * since figures are said in millions of two decimals, and in three the same amount would seem another.
 */
const sizes = { zh: { hundredths: 1e6, digits: 1 }, en: { hundredths: 100, digits: 0 } } as const

/** The unit of the ledger's amounts, by the size in which figures of money are said elsewhere: 万元. */
export const ledgerUnit = (how: Printing): string => moneyOf(sizes[how.language].hundredths, how).unit

/**
 * An amount of the ledger in its one unit, so that lines can be compared at sight; what would read as
 * nothing keeps its digits. Empty where it is not known.
 */
export function ledgerMoney(hundredths: string | null, { language }: Printing): string {
  if (hundredths === null || hundredths === '') return ''
  const { hundredths: size, digits } = sizes[language]
  const value = Number(hundredths) / size
  const isTiny = value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: isTiny ? 8 : digits,
  })
}
