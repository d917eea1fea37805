import type { BinCounts } from '../../server/query/read.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binOf } from '#measures'
import { countOf, parseBinCounts, placedCounts } from '../../server/query/binCounts.ts'

describe('the arrays of a histogram', () => {
  it('are bins and their counts, in pieces', () => {
    expect(parseBinCounts('{12,15},{3,1}', 'part')).toEqual([
      [12, 3],
      [15, 1],
    ])
    // Bin 12 is in both pieces; a negative bin and zero come in order.
    expect(parseBinCounts('{12,15},{3,1},{-4,0,12},{1,2,5}', 'part')).toEqual([
      [-4, 1],
      [0, 2],
      [12, 8],
      [15, 1],
    ])
    expect(parseBinCounts('{},{}', 'part')).toEqual([])
    expect(parseBinCounts('', 'part')).toEqual([])
  })

  it('hold the bin of the largest exact number, and refuse what is larger', () => {
    const last = binOf(Number.MAX_SAFE_INTEGER)
    expect(parseBinCounts(`{${-last},${last}},{1,2}`, 'part')).toEqual([
      [-last, 1],
      [last, 2],
    ])
    expect(() => parseBinCounts(`{${last + 1}},{1}`, 'part')).toThrow('number-too-large')
    expect(() => parseBinCounts('{3},{9007199254740993}', 'part')).toThrow('number-too-large')
  })

  it('are the sum of their pieces, in any order', () => {
    const piece = fc.uniqueArray(
      fc.tuple(fc.integer({ min: -60, max: 400 }), fc.integer({ min: 1, max: 99 })),
      {
        selector: ([bin]) => bin,
      },
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.map(
          pairs => `{${pairs.map(([bin]) => bin).join(',')}},{${pairs.map(([, count]) => count).join(',')}}`,
        )
        const parsed = parseBinCounts(text.join(','), 'part')
        expect(parsed.map(([bin]) => bin)).toEqual(
          [...new Set(pieces.flat().map(([bin]) => bin))].sort((a, b) => a - b),
        )
        for (const [bin, count] of parsed)
          expect(count).toBe(pieces.flat().reduce((sum, [own, n]) => (own === bin ? sum + n : sum), 0))
      }),
    )
  })
})

it('the histograms of rows are merged by bucket and members, and rows without one are left out', () => {
  const row = (bucket: number, member: string | null, counts?: BinCounts) => ({
    bucket,
    members: [member],
    values: [],
    bin: null,
    ...(counts ? { counts } : {}),
  })
  const placed = placedCounts([
    row(0, 'a', [[7, 1]]),
    row(0, null, [[7, 2]]),
    row(0, 'a', [
      [3, 1],
      [7, 4],
    ]),
    row(1, 'a', [[7, 8]]),
    row(1, 'a'),
  ])
  expect(placed).toEqual([
    {
      bucket: 0,
      members: ['a'],
      counts: [
        [3, 1],
        [7, 5],
      ],
    },
    { bucket: 0, members: [null], counts: [[7, 2]] },
    { bucket: 1, members: ['a'], counts: [[7, 8]] },
  ])
  expect(placed.map(({ counts }) => countOf(counts))).toEqual([6, 2, 8])
})
