import type { Printing } from './format.ts'
import type { Unit } from './measure.ts'
import { currencyWord, printValue } from './format.ts'

/**
 * The name of a unit without a number before it, as in a heading: 工作日, not 个工作日. For money it is the whole
 * unit of the currency.
 */
export function headingUnit(unit: Unit, how: Printing): string {
  return unit === 'fen' ? currencyWord(how) : printValue(2, { unit }, how).unit.replace(/^个(?=.)/, '')
}
