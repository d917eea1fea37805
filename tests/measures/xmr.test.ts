import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestForXmr, xmrOf } from '#measures'

/** Alternating 10 and 12: mean 11, moving range 2, limits 11 ± 5.32. */
const steady = Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? 10 : 12))
const rules = (points: number[]): string[] =>
  xmrOf(points)!.signals.map(({ at, rule, side }) => `${at} ${rule} ${side}`)

describe('an XmR chart', () => {
  it('has its limits at the mean ± 2.66 × the mean moving range', () => {
    const chart = xmrOf(steady)!
    expect([chart.mean, chart.low, chart.high, chart.signals]).toEqual([
      11,
      expect.closeTo(5.68, 10),
      expect.closeTo(16.32, 10),
      [],
    ])
  })

  it('says nothing of fewer than twelve points', () => {
    expect(xmrOf(steady.slice(1))).toBeNull()
    expect(fewestForXmr).toBe(12)
  })

  it('rule 1: a point outside the limits', () => {
    expect(rules([...steady, 40, ...steady])).toContain('12 outside high')
    expect(rules([...steady, -20, ...steady])).toContain('12 outside low')
  })

  it('rule 2: seven points on one side of the mean, told at the seventh', () => {
    const series = [10, 10, 10, 10, 10, 10, 10.1, 11, 11.2, 11, 11.2, 11, 11.2, 11]
    const broken = rules(series)
    expect(broken.filter(rule => rule.includes('oneSide'))).toEqual(['6 oneSide low', '13 oneSide high'])
  })

  it('rule 3: seven points that rise, or fall', () => {
    const rising = [10, 12, 10, 12, 10, 12, 9, 9.5, 10, 10.5, 11, 11.5, 12]
    expect(rules(rising).filter(rule => rule.includes('trend'))).toEqual(['12 trend high'])
    expect(rules(rising.toReversed()).filter(rule => rule.includes('trend'))).toEqual(['6 trend low'])
  })

  it('rule 4: two of three near a limit, all three on that side', () => {
    const series = [...steady, ...steady, 15.5, 11.6, 15.5]
    expect(rules(series).filter(rule => rule.includes('nearLimit'))).toEqual(['26 nearLimit high'])
    // The one between on the other side of the mean: no rule.
    expect(rules([...steady, ...steady, 15.5, 10, 15.5]).filter(rule => rule.includes('nearLimit'))).toEqual(
      [],
    )
  })

  it('does not care for the unit, nor for where zero is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 40 }),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: -1000, max: 1000 }),
        (points, scale, shift) => {
          // Powers of two and integers keep the arithmetic exact, so that a point on the mean stays on it.
          const moved = xmrOf(points.map(value => value * 2 ** (scale % 5) + shift * points.length))!
          expect(moved.signals.length).toBe(
            xmrOf(points.map(value => value * 2 ** (scale % 5)))!.signals.length,
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('cries wolf on pure noise no more often than its rules do by chance', () => {
    // A fixed generator (mulberry32): the same noise on every machine.
    let state = 20121231
    const uniform = (): number => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
    }
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
    const [series, length] = [2000, 24]
    const counts: Record<string, number> = { outside: 0, oneSide: 0, trend: 0, nearLimit: 0 }
    for (let place = 0; place < series; place++)
      xmrOf(Array.from({ length }, normal))!.signals.forEach(({ rule }) => counts[rule]!++)
    const perPoint = Object.fromEntries(
      Object.entries(counts).map(([rule, count]) => [rule, count / (series * length)]),
    )
    // 0.27 % beyond three standard deviations, a little more with limits estimated from 24 points; 2 ×
    // 2⁻⁷; 2 ÷ 7!; and about 0.3 %.
    expect(perPoint.outside).toBeLessThan(0.01)
    expect(perPoint.oneSide).toBeLessThan(0.0157)
    expect(perPoint.trend).toBeLessThan(0.001)
    expect(perPoint.nearLimit).toBeLessThan(0.01)
  })
})
