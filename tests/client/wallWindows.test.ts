import type { Answer } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures, partKey } from '#measures'
import { inventedAnswer } from '../../client/gallery/fixtures.ts'
import { windowsShown } from '../../client/wall/wallWindows.ts'

const { numerator, denominator } = measures.onTimeRate
const say = { t: (key: string) => key, language: 'zh', currency: 'CNY' } as never

/** An answer with the cases in time and all cases of each window. */
function answer(windows: Record<string, [inTime: number, all: number]>): Answer {
  const codes = Object.keys(windows).map(code => [code])
  const invented = inventedAnswer({ measures: ['onTimeRate'], codes, months: 1, seed: 1 })
  const partsOf = ([inTime, all]: [number, number]) => ({
    [partKey(numerator)]: inTime,
    [partKey(denominator)]: all,
  })
  const sums = Object.values(windows).reduce(([k, n], [inTime, all]) => [k + inTime, n + all], [0, 0])
  const totals = Object.entries(windows).map(([code, counts]) => ({
    bucket: 0,
    members: [code],
    parts: partsOf(counts),
  }))
  return { ...invented, earlier: null, current: { ...invented.current, totals, overall: partsOf(sums) } }
}
const codesOf = (windows: Record<string, [number, number]>, most: number) => {
  const { rows, which, leftSmall } = windowsShown(answer(windows), say, most)
  return { codes: rows.map(({ code }) => code), which, leftSmall }
}

describe('the windows on a wall', () => {
  const alike: Record<string, [number, number]> = {
    A: [199, 200],
    B: [98, 100],
    C: [1980, 2000],
    D: [197, 200],
    TINY: [3, 5],
  }

  it('are the lowest, and not those with the most cases', () => {
    expect(codesOf(alike, 3)).toEqual({ codes: ['B', 'D', 'C'], which: 'lowest', leftSmall: true })
  })

  it('are all where all fit', () => {
    const { TINY: _, ...known } = alike
    expect(codesOf(known, 6)).toEqual({ codes: ['B', 'D', 'C', 'A'], which: 'all', leftSmall: false })
  })

  it('never leave out one that is significantly below the hall', () => {
    const hall = Object.fromEntries(
      Array.from({ length: 30 }, (_, place): [string, [number, number]] => [`N${place}`, [19_950, 20_000]]),
    )
    const { codes, which } = codesOf({ ...hall, LOW1: [38, 40], LOW2: [37, 39], WORSE: [19_400, 20_000] }, 2)
    expect(codes).toContain('WORSE')
    expect(which).toBe('worse')
  })
})
