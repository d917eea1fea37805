import type { Printing } from '#measures'
import { moneyOf } from '#measures'

/**
 * The unit of all amounts in the ledger, in hundredths: 万元; in English whole yuan, because figures are
 * printed in millions with two decimals, and a third decimal would make the same amount look different.
 */
const sizes = { zh: { hundredths: 1e6, digits: 1 }, en: { hundredths: 100, digits: 0 } } as const

/** The name of the ledger's unit: 万元. */
export const ledgerUnit = (how: Printing): string => moneyOf(sizes[how.language].hundredths, how).unit

/**
 * An amount in the ledger's unit, so that lines can be compared; amounts that would round to zero keep their
 * digits. Empty where unknown.
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
