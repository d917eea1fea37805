import { describe, expect, it } from 'vitest'
import { noiseShare, redFlagScore } from '../../server/measures/redFlag.ts'

const none = { value: null, numerator: null, n: 0 }
const share = (numerator: number, n: number) => ({ value: numerator / n, numerator, n })
const weights = {
  onTimeRate: 30,
  postCoverage: 20,
  attendanceRate: 20,
  ownGoodReviewRate: 20,
  examPassRate: 10,
}

describe('the monthly score of a window', () => {
  it('is its shares by weight', () => {
    const all = {
      onTimeRate: share(90, 100),
      postCoverage: share(8, 10),
      attendanceRate: share(40, 40),
      ownGoodReviewRate: share(15, 20),
      examPassRate: share(1, 2),
    }
    // 30 × 0.9 + 20 × 0.8 + 20 × 1 + 20 × 0.75 + 10 × 0.5 = 83
    expect(redFlagScore(all, weights)!.score).toBeCloseTo(83, 12)
  })

  it('leaves out what was not measured, and gives its weight to the others', () => {
    const some = {
      onTimeRate: share(9, 10),
      postCoverage: share(10, 10),
      attendanceRate: none,
      ownGoodReviewRate: none,
      examPassRate: none,
    }
    // 60 × 0.9 + 40 × 1 = 94
    const found = redFlagScore(some, weights)!
    expect(found.score).toBeCloseTo(94, 12)
    expect(found.points).toMatchObject({
      onTimeRate: { of: 60 },
      postCoverage: { of: 40 },
      examPassRate: null,
    })
    expect(redFlagScore({ ...some, onTimeRate: none, postCoverage: none }, weights)).toBeNull()
  })

  it('is the less certain the less was counted', () => {
    const of = (n: number) =>
      redFlagScore(
        {
          onTimeRate: share(n / 2, n),
          postCoverage: none,
          attendanceRate: none,
          ownGoodReviewRate: none,
          examPassRate: none,
        },
        weights,
      )!
    // One part alone: 1.96 × 100 × √(0.5 × 0.5 ÷ 100) = 9.8, with the four added outcomes.
    expect(of(96).margin).toBeCloseTo(9.8, 10)
    expect(of(10).margin).toBeGreaterThan(of(96).margin)
  })

  it('says how much of the difference is chance', () => {
    const scores = (margin: number) => [80, 90, 100].map(score => ({ score, margin }))
    // The variance of 80, 90, 100 is 100; a margin of 9.8 is a standard error of 5: 25 of 100.
    expect(noiseShare(scores(9.8))).toBeCloseTo(0.25, 10)
    expect(noiseShare(scores(98))).toBe(1)
    expect(noiseShare(scores(9.8).slice(1))).toBeNull()
  })
})
