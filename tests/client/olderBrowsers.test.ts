import { describe, expect, it } from 'vitest'
import { completeArrays } from '../../client/olderBrowsers.ts'

describe('arrays of an older browser', () => {
  const bare: Record<string, (...values: unknown[]) => unknown[]> = {}
  completeArrays(bare)
  const call = (name: string, ...values: unknown[]): unknown[] | undefined =>
    bare[name]?.apply([3, 1, 2], values)

  it('get the four methods, each of which leaves the array as it is', () => {
    const numbers = [3, 1, 2]
    expect(bare.toSorted?.call(numbers)).toEqual([1, 2, 3])
    expect(numbers).toEqual([3, 1, 2])
    expect(call('toSorted', (a: number, b: number) => b - a)).toEqual([3, 2, 1])
    expect(call('toReversed')).toEqual([2, 1, 3])
    expect(call('toSpliced', 1, 1, 7, 8)).toEqual([3, 7, 8, 2])
    expect(call('toSpliced', 0, 2)).toEqual([2])
    expect(call('with', -1, 9)).toEqual([3, 1, 9])
    expect(() => call('with', 3, 9)).toThrow(RangeError)
  })

  it('agree with those of a newer one', () => {
    expect(call('toSorted')).toEqual([3, 1, 2].toSorted())
    expect(call('toSpliced', -1, 1)).toEqual([3, 1, 2].toSpliced(-1, 1))
    expect(call('with', 0, 4)).toEqual([3, 1, 2].with(0, 4))
  })

  it('keep the methods that they have', () => {
    const own = { toSorted: () => 'own' }
    completeArrays(own)
    expect(own.toSorted()).toBe('own')
  })
})
