import type { Measure, Unit } from './measure.ts'

/**
 * The difference between a value and an earlier one: in percentage points for rates, in amount and per cent
 * for all others.
 */
export interface Change {
  direction: 'up' | 'down' | 'same'
  difference: number
  /**
   * Null for rates, for an earlier value of zero or less, and where the sign has changed, because a saving
   * and a loss have no ratio.
   */
  relative: number | null
  /** The possible error of the difference of estimated values; absent where it is exact. */
  error?: number
  judgement: 'better' | 'worse' | 'neutral'
}

/** True for units whose values are shares. */
export function isShare(unit: Unit): boolean {
  return unit === 'percent'
}

/** Below this earlier count no percentage is given: 2 instead of 3 is not "33.3 % fewer". */
const fewestForShare = 20
/** The units of numbers that are counted one by one. */
export const countUnits: readonly Unit[] = [
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
    (countUnits.includes(unit) && before < fewestForShare)
    ? null
    : difference / before
}

/** The change from `before` to `now`; null where either is unknown. */
export function changeOf(
  measure: Pick<Measure, 'unit' | 'better'>,
  now: number | null,
  before: number | null,
): Change | null {
  if (now === null || before === null) return null
  const difference = now - before
  // Differences smaller than any printed digit count as no change.
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
