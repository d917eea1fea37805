import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseMix,
  decomposeRate,
  decomposeSum,
  funnelLimits,
  overDispersion,
  printInterval,
  roundedToSum,
  wilson,
} from '#measures'

describe("wilson's interval", () => {
  // Published values (docs/domain.md section 8; Newcombe 1998 gives the same to the digit shown).
  it.each([
    [10, 10, 0.722, 1],
    [20, 20, 0.839, 1],
    [19, 20, 0.764, 0.991],
    [95, 100, 0.888, 0.978],
    [950, 1000, 0.935, 0.962],
    [0, 104, 0, 0.036],
  ])('%i of %i: %f to %f', (k, n, low, high) => {
    expect(wilson(k, n)!.low).toBeCloseTo(low, 3)
    expect(wilson(k, n)!.high).toBeCloseTo(high, 3)
  })

  it('ends at exactly 1 for all of n, and begins at exactly 0 for none', () => {
    for (let n = 1; n <= 3000; n++) {
      expect(wilson(n, n)?.high).toBe(1)
      expect(wilson(0, n)?.low).toBe(0)
    }
  })

  // 27 of 27: 27 / (27 + 1.96²) = 87.54 %. 1 of 1,000 by the formula: 0.0177 % to 0.5642 %.
  it.each([
    [27, 27, '87.5%', '100%'],
    [0, 27, '0.0%', '12.5%'],
    [19, 20, '76.3%', '99.2%'],
    [1, 1000, '0.0%', '0.6%'],
    [999, 1000, '99.4%', '100%'],
  ])('%i of %i is printed with its limits rounded outwards: %s to %s', (k, n, low, high) => {
    const interval = wilson(k, n)
    expect(
      interval && printInterval(interval, { unit: 'percent' }, { language: 'zh', currency: 'CNY' }),
    ).toEqual({
      low,
      high,
    })
  })

  it('holds the share itself, and narrows as more is counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const k = Math.round(share * n)
          const interval = wilson(k, n)!
          const ten = wilson(k * 10, n * 10)!
          expect(interval.low).toBeLessThanOrEqual(k / n + 1e-12)
          expect(interval.high).toBeGreaterThanOrEqual(k / n - 1e-12)
          expect(ten.high - ten.low).toBeLessThan(interval.high - interval.low)
        },
      ),
    )
  })
})

describe('a funnel', () => {
  it('has its limits at sin²(asin√θ ± z/√4n): at θ = ½ and n = 100 that is ½ ± sin(z/10)/2', () => {
    const limits = funnelLimits(0.5, 100)
    expect(limits.high95).toBeCloseTo(0.5 + Math.sin(0.1959963984540054) / 2, 12)
    expect(limits.low95).toBeCloseTo(0.5 - Math.sin(0.1959963984540054) / 2, 12)
    expect(limits.high998).toBeCloseTo(0.5 + Math.sin(0.3090232306167813) / 2, 12)
  })

  it('widens as less is counted and stays a share', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (theta, n, tau2) => {
          const limits = funnelLimits(theta, n, tau2)
          const ordered = [0, limits.low998, limits.low95, theta, limits.high95, limits.high998, 1]
          ordered
            .slice(1)
            .forEach((value, place) => expect(value).toBeGreaterThanOrEqual(ordered[place]! - 1e-9))
          expect(funnelLimits(theta, n + 1, tau2).low998).toBeGreaterThanOrEqual(limits.low998 - 1e-12)
        },
      ),
    )
  })

  it('has no spread beyond chance where all members are alike, and some where they are not', () => {
    expect(
      overDispersion(
        0.9,
        Array.from({ length: 12 }, () => ({ k: 90, n: 100 })),
      ),
    ).toBe(0)
    const apart = Array.from({ length: 12 }, (_, place) => ({ k: place % 2 === 0 ? 800 : 1000, n: 1000 }))
    const tau2 = overDispersion(0.9, apart)
    expect(tau2).toBeGreaterThan(0.01)
    expect(funnelLimits(0.9, 1000).low998).toBeGreaterThan(0.8)
    expect(funnelLimits(0.9, 1000, tau2).low95).toBeLessThan(0.8)
  })
})

describe('a ratio adjusted for the mix of cases', () => {
  // docs/domain.md section 8: the hall reaches 99 % of instant and 80 % of complex cases; B is the
  // better one, though its rate is lower.
  const cells = [
    { member: 'A', group: 'instant', k: 896, n: 900 },
    { member: 'A', group: 'complex', k: 79, n: 100 },
    { member: 'B', group: 'instant', k: 49, n: 50 },
    { member: 'B', group: 'complex', k: 371, n: 450 },
    { member: 'C', group: 'instant', k: 8955, n: 9050 },
    { member: 'C', group: 'complex', k: 350, n: 450 },
  ]

  it('sets 975 and 420 against the expected 971 and 409.5: 1.004 and 1.026', () => {
    const rows = new Map(caseMix(cells).rows.map(row => [row.member, row]))
    const [a, b] = [rows.get('A'), rows.get('B')]
    expect([a!.observed, a!.expected, b!.observed, b!.expected]).toEqual([975, 971, 420, 409.5])
    expect([a!.ratio.toFixed(3), b!.ratio.toFixed(3)]).toEqual(['1.004', '1.026'])
    expect([a!.place, b!.place]).toEqual(['usual', 'usual'])
  })

  it('expects as much of all members together as was observed', () => {
    const count = fc.record({
      member: fc.constantFrom('A', 'B', 'C'),
      group: fc.constantFrom('x', 'y', 'z'),
      n: fc.integer({ min: 1, max: 500 }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 12 }), rows => {
        const { rows: found } = caseMix(
          rows.map(({ share, n, ...row }) => ({ ...row, n, k: Math.max(1, Math.round(share * n)) })),
        )
        const sum = (pick: 'observed' | 'expected'): number =>
          found.reduce((total, ratio) => total + ratio[pick], 0)
        expect(sum('expected')).toBeCloseTo(sum('observed'), 6)
      }),
    )
  })

  it('compares a class that one member alone has with nothing but itself, and says so', () => {
    const [only] = caseMix([
      { member: 'A', group: 'own', k: 3, n: 10 },
      { member: 'B', group: 'other', k: 5, n: 10 },
    ]).rows
    expect([only!.ratio, only!.shared]).toEqual([1, 0])
  })
})

describe('why a figure changed', () => {
  it('worked by hand: from 97.5 % to 84 %, 9.6 points of it by mix', () => {
    // Before 900 easy at 99 % and 100 hard at 84 %; now 50 easy at 98 % and 450 hard at 82.44 %: R̄ = 0.9075.
    const decomposition = decomposeRate([
      { code: 'easy', before: { reached: 891, of: 900 }, now: { reached: 49, of: 50 } },
      { code: 'hard', before: { reached: 84, of: 100 }, now: { reached: 371, of: 450 } },
    ])!
    expect([decomposition.before, decomposition.now]).toEqual([0.975, 0.84])
    expect(decomposition.mix).toBeCloseTo(
      -0.8 * (0.985 - 0.9075) + 0.8 * ((0.84 + 371 / 450) / 2 - 0.9075),
      12,
    )
    expect(decomposition.before + decomposition.mix + decomposition.rate).toBeCloseTo(decomposition.now, 12)
  })

  it('leaves nothing over, whatever appears or disappears', () => {
    const side = fc
      .integer({ min: 0, max: 5000 })
      .chain(of => fc.record({ of: fc.constant(of), reached: fc.integer({ min: 0, max: of }) }))
    const groups = fc.array(fc.record({ code: fc.string(), before: side, now: side }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(groups, fc.constantFrom(1, 0.001), (some, scale) => {
        const decomposition = decomposeRate(some, scale)
        const counted = (side: 'before' | 'now'): number =>
          some.reduce((sum, member) => sum + member[side].of, 0)
        expect(decomposition === null).toBe(counted('before') === 0 || counted('now') === 0)
        if (decomposition)
          expect(
            Math.abs(decomposition.before + decomposition.mix + decomposition.rate - decomposition.now),
          ).toBeLessThan(1e-12)
        const sums = decomposeSum(some)
        expect(sums.before + sums.rate).toBe(sums.now)
      }),
    )
  })

  it('prints parts that add up to the printed change to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0.1, 0.01, 0.0001),
        (values, step) => {
          const whole = roundedToSum(values, step)
          expect(whole.reduce((sum, value) => sum + value, 0)).toBe(
            Math.round(values.reduce((sum, value) => sum + value, 0) / step) || 0,
          )
          whole.forEach((value, place) => expect(Math.abs(value - values[place]! / step)).toBeLessThan(2))
        },
      ),
    )
    expect(roundedToSum([0.333, 0.333, 0.334], 0.1)).toEqual([3, 3, 4])
  })
})
