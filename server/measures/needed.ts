import type { Printable, Printing } from './format.ts'
import { grouped, printLine, printValue } from './format.ts'

/**
 * The amount needed per remaining day, rounded up so that it suffices for the goal. Counts have one decimal:
 * 1.17 a day is not 2 a day.
 */
export function printNeeded(perDay: number, of: Printable, how: Printing): string {
  if (of.unit === 'fen' || perDay >= 100) return printLine(Math.ceil(perDay), of, how)
  const tenths = Math.ceil(perDay * 10 - 1e-9) / 10
  const { unit } = printValue(tenths === 1 ? 1 : 2, of, how)
  return `${grouped(tenths, Number.isInteger(tenths) ? 0 : 1)} ${unit}`.trim()
}
