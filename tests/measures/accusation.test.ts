import { describe, expect, it } from 'vitest'
import {
  binomialTails,
  countEvidence,
  discoveries,
  nameMembers,
  poissonTails,
  shareEvidence,
  upperTail,
} from '#measures'
import { Chance } from '../support/simulated.ts'

describe('the upper tail of the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.158655254],
    [1.959963985, 0.025],
    [3.090232306, 0.001],
    [5, 2.866515719e-7],
    [-1, 0.841344746],
  ])('beyond %f lies %f', (z, p) => {
    expect(upperTail(z) / p).toBeCloseTo(1, 6)
  })
})

describe('exact tests', () => {
  it('worked by hand: no success or four in 4 trials at one half come 1 in 8 times, two always', () => {
    expect(binomialTails(0, 4, 0.5)).toBeCloseTo(0.125, 9)
    expect(binomialTails(4, 4, 0.5)).toBeCloseTo(0.125, 9)
    expect(binomialTails(2, 4, 0.5)).toBe(1)
    expect(binomialTails(900, 1000, 0.97)).toBeLessThan(1e-20)
  })

  it('worked by hand: none where 1 is expected comes 0.3679 of times, so 0.7358 on two sides', () => {
    expect(poissonTails(0, 1)).toBeCloseTo(2 * Math.exp(-1), 9)
    // Three or more where 1 is expected: 1 − 2.5/e.
    expect(poissonTails(3, 1)).toBeCloseTo(2 * (1 - 2.5 * Math.exp(-1)), 9)
  })
})

describe('the false discovery rate over a list', () => {
  it('names four of fifteen, as in the example of Benjamini and Hochberg (1995)', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]
    expect(discoveries(p)).toBe(4)
    expect(discoveries([0.2, 0.9])).toBe(0)
  })

  it('worked by hand: of 4, p = 0.01, 0.02, 0.03 and 0.5 name three: 0.03 ≤ 0.05 × 3 ÷ 4', () => {
    expect(discoveries([0.01, 0.02, 0.03, 0.5])).toBe(3)
    expect(discoveries([0.01, 0.03, 0.04, 0.5])).toBe(1)
  })
})

const hall = (chance: Chance, shareOf: (window: number) => number) =>
  Array.from({ length: 45 }, (_, window) => {
    const n = 40 + ((window * 97) % 1500)
    return { code: `w${window}`, n, k: chance.binomial(n, shareOf(window)) }
  })
const thetaOf = (members: readonly { n: number; k: number }[]): number =>
  members.reduce((sum, { k }) => sum + k, 0) / members.reduce((sum, { n }) => sum + n, 0)

describe('whom a list names', () => {
  it('nobody where chance alone sets 45 windows apart: in at most one list of twenty', () => {
    const lists = Array.from({ length: 200 }, (_, seed) => {
      const members = hall(new Chance(seed + 1), () => 0.97)
      return nameMembers(shareEvidence(members, thetaOf(members))).named.length
    })
    expect(lists.filter(count => count > 0).length / lists.length).toBeLessThanOrEqual(0.05)
  })

  it('the window that is worse, first the one with the most cases', () => {
    const members = hall(new Chance(3), window => (window === 12 ? 0.85 : window === 7 ? 0.9 : 0.97))
    const { named, lookedAt } = nameMembers(shareEvidence(members, thetaOf(members)))
    expect(lookedAt).toBe(45)
    expect(named.map(({ code, side }) => `${code} ${side}`).toSorted()).toEqual(['w12 low', 'w7 low'])
    expect(named[0]!.code).toBe(members[12]!.n * 0.12 > members[7]!.n * 0.07 ? 'w12' : 'w7')
  })

  it('leaves windows alone that differ as much as all windows usually do', () => {
    const members = hall(new Chance(5), window => 0.9 + (0.09 * ((window * 31) % 45)) / 45)
    const { named, tau2 } = nameMembers(shareEvidence(members, thetaOf(members)))
    expect(tau2).toBeGreaterThan(0.001)
    expect(named.length).toBeLessThanOrEqual(2)
  })

  it('does not judge a window of which fewer than 30 cases are known', () => {
    const members = [...hall(new Chance(2), () => 0.97), { code: 'few', n: 29, k: 0 }]
    expect(nameMembers(shareEvidence(members, 0.97)).named.map(({ code }) => code)).not.toContain('few')
  })

  it('worked by hand: 16 counted where 4 are expected lie at √4 − 1 = 1 with a variance of 1 ÷ 16', () => {
    const [found] = countEvidence([{ code: 'a', observed: 16, expected: 4, variance: 4, judged: true }])
    expect(found).toMatchObject({ distance: 1, variance: 1 / 16, size: 12 })
    // Four standard deviations; counted exactly, 16 or more where 4 are expected come 3 times in 100,000.
    expect(nameMembers([found!]).named[0]).toMatchObject({ code: 'a', side: 'high', z: 4 })
  })
})
