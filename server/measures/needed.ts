import type { Printable, Printing } from './format.ts'
import { grouped, printLine, printValue } from './format.ts'

/**
 * What each day that is left must bring, rounded up so that days of as much reach the goal: counts with a
 * decimal, for 1.17 a day is not 2 a day.
 */
export function printNeeded(perDay: number, of: Printable, how: Printing): string {
  if (of.unit === 'fen' || perDay >= 100) return printLine(Math.ceil(perDay), of, how)
  const tenths = Math.ceil(perDay * 10 - 1e-9) / 10
  const { unit } = printValue(tenths === 1 ? 1 : 2, of, how)
  return `${grouped(tenths, Number.isInteger(tenths) ? 0 : 1)} ${unit}`.trim()
}
