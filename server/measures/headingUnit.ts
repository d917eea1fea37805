import type { Printing } from './format.ts'
import type { Unit } from './measure.ts'
import { currencyWord, printValue } from './format.ts'

/**
 * The word of a unit where no number stands before it, as in a heading: 工作日, not 个工作日. Money is in
 * whole units of its currency.
 */
export function headingUnit(unit: Unit, how: Printing): string {
  return unit === 'fen' ? currencyWord(how) : printValue(2, { unit }, how).unit.replace(/^个(?=.)/, '')
}
