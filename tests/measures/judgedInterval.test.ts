import { describe, expect, it } from 'vitest'
import { judgedInterval, nameMembers, shareEvidence, smallSample } from '#measures'
import { Chance } from '../support/simulated.ts'

describe('the interval by which a window is judged', () => {
  it('worked by hand: one window of 1,000, no spread: sin²(asin√0.95 ± 1.96 ÷ 2√1000)', () => {
    const interval = judgedInterval({ k: 950, n: 1000 }, { lookedAt: 1, named: 0, tau2: 0 })!
    // asin√0.95 = 1.345283; reach 0.030990. The exact count goes 0.0003 further below.
    expect(interval.low).toBeCloseTo(0.9346, 3)
    expect(interval.high).toBeCloseTo(0.9626, 3)
  })

  it('worked by hand: a spread of 0.01, 5 of 50 named: sin²(asin√0.75 ± 2.807 × √0.01025)', () => {
    const interval = judgedInterval({ k: 750, n: 1000 }, { lookedAt: 50, named: 5, tau2: 0.01 })!
    // 5 % × 5 ÷ 50 is 0.5 %, which lies beyond 2.807034 standard deviations: 1.047198 ± 0.284192.
    expect(interval.low).toBeCloseTo(Math.sin(1.047198 - 0.284192) ** 2, 4)
    expect(interval.high).toBeCloseTo(Math.sin(1.047198 + 0.284192) ** 2, 4)
  })

  it('is none of nothing, and reaches the end of the scale for none and for all', () => {
    expect(judgedInterval({ k: 0, n: 0 }, { lookedAt: 9, named: 0, tau2: 0 })).toBeNull()
    expect(judgedInterval({ k: 0, n: 50 }, { lookedAt: 9, named: 0, tau2: 0 })!.low).toBe(0)
    expect(judgedInterval({ k: 50, n: 50 }, { lookedAt: 9, named: 0, tau2: 0 })!.high).toBe(1)
  })

  /** Very different halls: all alike, spread wide, some far out, shares near the end, small windows. */
  const kinds: ((seed: number, window: number) => number)[] = [
    () => 0.97,
    (seed, window) => 0.6 + 0.35 * (((window * 37 + seed) % 41) / 41),
    (seed, window) => (window % 11 === seed % 11 ? 0.8 : 0.96),
    (_, window) => (window === 4 ? 0.9 : 0.999),
    (_, window) => (window < 3 ? 0.25 : 0.05),
    () => 1,
  ]

  it.each(kinds.map((shareOf, kind) => ({ kind, shareOf })))(
    'leaves the hall out for those who are named and for nobody else (hall of kind $kind)',
    ({ shareOf }) => {
      for (let seed = 1; seed <= 40; seed++) {
        const chance = new Chance(seed)
        const members = Array.from({ length: 5 + (seed % 50) }, (_, window) => {
          const n = 20 + ((window * 97 + seed * 13) % 1500)
          return { code: `w${window}`, n, k: chance.binomial(n, shareOf(seed, window)) }
        })
        const sum = (of: 'k' | 'n'): number => members.reduce((all, member) => all + member[of], 0)
        const theta = sum('k') / sum('n')
        const { named, ...by } = nameMembers(shareEvidence(members, theta))
        const codes = new Set(named.map(({ code }) => code))
        for (const member of members.filter(({ n }) => n >= smallSample)) {
          const { low, high } = judgedInterval(member, { ...by, named: named.length })!
          expect(low).toBeLessThanOrEqual(member.k / member.n)
          expect(high).toBeGreaterThanOrEqual(member.k / member.n)
          expect(theta < low || theta > high, `${seed} ${member.code}`).toBe(codes.has(member.code))
        }
      }
    },
  )
})
