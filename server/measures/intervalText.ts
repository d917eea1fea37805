import type { Printable, Printing } from './format.ts'
import type { Interval } from './interval.ts'
import { isShare } from './change.ts'
import { printLine } from './format.ts'

/** Shares are printed in steps of a thousandth: 87.5%. */
const steps = 1000

/** Rounding errors up to this size must not move a limit by a printed digit. */
const noise = 1e-9

/**
 * The printed limits of an interval. Those of a share are rounded outwards, so that the printed range
 * contains the whole interval.
 */
export function printInterval(
  { low, high }: Interval,
  of: Printable,
  how: Printing,
): Record<keyof Interval, string> {
  const isRounded = isShare(of.unit)
  const below = isRounded ? Math.floor(low * steps + noise) / steps : low
  const above = isRounded ? Math.ceil(high * steps - noise) / steps : high
  return { low: printLine(below, of, how), high: printLine(above, of, how) }
}
