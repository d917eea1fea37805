import type { Answer, Measure, Parts } from '#measures'
import { describe, expect, it } from 'vitest'
import { dayFromText, measures, mostChanged, moved, partKey, partsOf, textOfDay } from '#measures'
import { variationSpan } from '../../client/windows/questions.ts'

/** k of n, or a sum of k where the measure is none of a share. */
function parts(measure: Measure, k: number, n: number): Parts {
  const all: Parts = Object.fromEntries(partsOf(measure).map(part => [partKey(part), n]))
  return 'numerator' in measure
    ? { ...all, [partKey(measure.numerator)]: k }
    : { ...all, [partKey(partsOf(measure)[0]!)]: k }
}
const answer = (now: Parts, before: Parts | null): Answer =>
  ({
    current: { overall: now, coverage: {}, versions: {} },
    earlier: before && { overall: before, coverage: {}, versions: {} },
    knownDays: {},
    settingChanges: [],
  }) as unknown as Answer
const both = (...sides: [Measure, [number, number], [number, number]][]): Answer =>
  answer(
    Object.assign({}, ...sides.map(([measure, now]) => parts(measure, ...now))) as Parts,
    Object.assign({}, ...sides.map(([measure, , before]) => parts(measure, ...before))) as Parts,
  )
const { onTimeRate, averageHandlingTime, casesCompleted } = measures

describe('how far a figure moved', () => {
  it('98 → 99 % is as much as 2 → 1 %: both halve the odds of the rarer', () => {
    const up = moved(onTimeRate, both([onTimeRate, [9900, 10_000], [9800, 10_000]]))!
    const down = moved(onTimeRate, both([onTimeRate, [100, 10_000], [200, 10_000]]))!
    expect(up).toBeCloseTo(Math.log(99) - Math.log(49), 12)
    expect(up).toBeCloseTo(-down, 12)
  })

  it('is nothing where chance would do it, too little was counted, or nothing is compared', () => {
    expect(moved(onTimeRate, both([onTimeRate, [97, 100], [95, 100]]))).toBeNull()
    expect(moved(onTimeRate, both([onTimeRate, [5, 29], [29, 29]]))).toBeNull()
    expect(moved(onTimeRate, answer(parts(onTimeRate, 5, 50), null))).toBeNull()
  })
})

describe('what changed most', () => {
  it('is the larger move, whatever the unit', () => {
    const quick = both(
      [onTimeRate, [9850, 10_000], [9800, 10_000]],
      [averageHandlingTime, [200_000, 100], [300_000, 100]],
    )
    expect(mostChanged([onTimeRate, averageHandlingTime], quick)).toBe(averageHandlingTime)
    const late = both(
      [onTimeRate, [9500, 10_000], [9800, 10_000]],
      [averageHandlingTime, [290_000, 100], [300_000, 100]],
    )
    expect(mostChanged([onTimeRate, averageHandlingTime], late)).toBe(onTimeRate)
  })

  it('is never a count that is neither good nor bad', () => {
    expect(mostChanged([casesCompleted], both([casesCompleted, [900, 0], [100, 0]]))).toBeNull()
  })
})

describe('what an XmR chart looks at', () => {
  const day = (text: string): number => dayFromText(text)!
  it('two years by month, or weeks where the hall has run for less', () => {
    const to = day('2026-11-25')
    expect(variationSpan({ to }, day('2012-08-08'))).toEqual({
      period: `${textOfDay(day('2024-11-26'))}..2026-11-25`,
      granularity: 'month',
    })
    // Before the hall was opened nothing is known, which is no fault of the dates.
    expect(variationSpan({ to: day('2011-01-05') }, day('2012-08-08')).period).toBe('2011-01-05..2011-01-05')
    expect(variationSpan({ to: day('2012-12-31') }, day('2012-08-08'))).toEqual({
      period: '2012-08-08..2012-12-31',
      granularity: 'week',
    })
    expect(variationSpan({ to }, null).granularity).toBe('month')
  })
})
