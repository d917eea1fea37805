import { describe, expect, it } from 'vitest'
import { measureIds, measureNamed } from '#measures'
import { firstShown, isDivided, recordHalves } from '../../client/ui/recordHalves.ts'

describe('the halves of a share', () => {
  it('are named by what they are, for every share of records', () => {
    const divided = measureIds.filter(id => isDivided(measureNamed(id)))
    expect(divided.length).toBeGreaterThan(30)
    expect(divided.filter(id => !recordHalves[id])).toEqual([])
    expect(Object.keys(recordHalves).toSorted()).toEqual(divided.toSorted())
    const words = Object.values(recordHalves).flatMap(({ numerator, rest }) => [
      [numerator.zh, rest.zh],
      [numerator.en, rest.en],
    ])
    expect(words.filter(([one, other]) => one === other || !one || !other)).toEqual([])
  })

  it('of late cases open on the late ones, of those in time on all', () => {
    expect(recordHalves.overdueRate?.numerator.zh).toBe('超期的')
    expect(recordHalves.onTimeRate?.rest.zh).toBe('超期的')
    expect(firstShown(measureNamed('overdueRate'))).toBe('numerator')
    expect(firstShown(measureNamed('tradeFailureRate'))).toBe('numerator')
    expect(firstShown(measureNamed('onTimeRate'))).toBe('counted')
    expect(firstShown(measureNamed('averageReplyDays'))).toBe('counted')
  })
})
