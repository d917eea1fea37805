import type { Printable, Printing } from './format.ts'
import type { Interval } from './interval.ts'
import { isShare } from './change.ts'
import { printLine } from './format.ts'

/** Digits of a share in per cent that are printed: 87.5%. */
const steps = 1000

/** What arithmetic alone adds to a limit, which must not move it by a printed digit. */
const noise = 1e-9

/**
 * The limits of an interval as they are printed. Those of a share are rounded outwards, so that what is
 * printed holds all of the interval, and the share itself.
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
