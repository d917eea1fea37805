import type { Measure, Unit } from './measure.ts'

/**
 * How a value differs from an earlier one. Rates differ in percentage points, everything else in amount
 * and per cent.
 */
export interface Change {
  direction: 'up' | 'down' | 'same'
  difference: number
  /**
   * Null for rates, and where the earlier value was not above zero or the sign has changed: a saving
   * and a loss have no ratio.
   */
  relative: number | null
  /** By how much the difference of estimated values may be wrong. Absent where it is exact. */
  error?: number
  judgement: 'better' | 'worse' | 'neutral'
}

/** True for units whose values are shares. */
export function isShare(unit: Unit): boolean {
  return unit === 'percent'
}

/**
 * Below this many, a share of the earlier count says more than is known: 2 instead of 3 is not "33.3 %
 * fewer".
 */
const fewestForShare = 20
const counts: readonly Unit[] = [
  'cases',
  'items',
  'trades',
  'units',
  'windows',
  'persons',
  'visits',
  'halfDays',
  'rules',
  'banners',
  'letters',
  'complaints',
  'reviews',
  'calls',
  'times',
]

function relativeOf(unit: Unit, difference: number, before: number): number | null {
  return isShare(unit) ||
    before <= 0 ||
    before + difference < 0 ||
    (counts.includes(unit) && before < fewestForShare)
    ? null
    : difference / before
}

/** The change from `before` to `now`; null where either is not known. */
export function changeOf(
  measure: Pick<Measure, 'unit' | 'better'>,
  now: number | null,
  before: number | null,
): Change | null {
  if (now === null || before === null) return null
  const difference = now - before
  // Smaller than any printed digit: calling it a rise or a fall would be noise.
  const same = Math.abs(difference) < (isShare(measure.unit) ? 0.00005 : 1e-9)
  const direction = same ? 'same' : difference > 0 ? 'up' : 'down'
  return {
    direction,
    difference: same ? 0 : difference,
    relative: relativeOf(measure.unit, difference, before),
    judgement: judge(measure.better, direction),
  }
}

function judge(better: Measure['better'], direction: Change['direction']): Change['judgement'] {
  if (better === 'neutral' || direction === 'same') return 'neutral'
  return (better === 'higher') === (direction === 'up') ? 'better' : 'worse'
}
