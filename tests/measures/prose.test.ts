import type { Unit } from '#measures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf, chineseNumeral, proseChange, proseMonths, proseValue, wholePercent } from '#measures'

const about = (value: number, unit: Unit): string => proseValue(value, unit, { form: 'about', language: 'zh' })
const yuan = 100

describe('numbers as the briefing of 2012 wrote them', () => {
  it.each([
    [about(354_120_000 * yuan, 'fen'), '3.5亿余元'],
    [about(358_640_000 * yuan, 'fen'), '3.5亿余元'],
    [about(36_540_000 * yuan, 'fen'), '3600余万元'],
    [about(31_206, 'cases'), '3万多件'],
    [about(43, 'units'), '40多个'],
    [about(382, 'items'), '380多项'],
    [proseValue(382, 'items', { form: 'plain', language: 'zh' }), '382项'],
    [proseValue(317 / 382, 'percent', { form: 'whole', language: 'zh' }), '83%'],
    [proseValue(104, 'trades', { form: 'plain', language: 'zh' }), '104宗'],
    [proseMonths(4, 23), '四个多月'],
  ])('%s', (printed, expected) => expect(printed).toBe(expected))

  it('are exact where nothing was cut off, and 近 just below the next step', () => {
    expect([about(350_000_000 * yuan, 'fen'), about(36_000_000 * yuan, 'fen'), about(40, 'units'), about(9, 'units'), about(0, 'cases')]).toEqual(['3.5亿元', '3600万元', '40个', '9个', '0件'])
    expect([about(359_600_000 * yuan, 'fen'), about(29_600, 'cases')]).toEqual(['近3.6亿元', '近3万件'])
  })

  it('months: two has its own word, less than one is days', () => {
    expect([proseMonths(2, 0), proseMonths(2, 9), proseMonths(0, 12), proseMonths(12, 0), chineseNumeral(24), chineseNumeral(20)]).toEqual(['两个月', '两个多月', '12天', '十二个月', '二十四', '二十'])
  })
})

/** Reads a printed amount back as domain.md 5.3 tells a reader to: the interval in which the true value lies. */
function boundsOf(text: string): { low: number, high: number, open: boolean } {
  const found = /^(近?)(\d+(?:\.\d+)?)(余?)([万亿]?)([余多]?)[^\d余多]*$/.exec(text)
  if (!found)
    throw new Error(`unreadable ${text}`)
  const [, near, number = '', before, word, behind] = found
  const per = word === '亿' ? 1e8 : word === '万' ? 1e4 : 1
  const value = Number(number) * per
  if (near)
    return { low: value * 0.9, high: value, open: true }
  if (!before && !behind)
    return { low: value, high: value, open: false }
  // The step of the last digit that is not a zero put there to fill up.
  const step = number.includes('.') ? per / 10 ** (number.split('.')[1] ?? '').length : per * 10 ** (/0*$/.exec(number)?.[0].length ?? 0)
  return { low: value, high: value + step, open: true }
}

describe('about is always true', () => {
  it.each([['fen', 1], ['cases', 1], ['trades', 1]] as [Unit, number][])('of %s: what a reader must conclude holds', (unit) => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9e13 }), fc.integer({ min: 0, max: 13 }), (large, shift) => {
      const value = Math.floor(large / 10 ** shift)
      const text = about(value, unit)
      expect(text).not.toMatch(/NaN|-|e\d/)
      const size = unit === 'fen' ? value / 100 : value
      if (unit === 'fen' && size < 1e4)
        return
      const { low, high, open } = boundsOf(text)
      if (open) {
        expect(size, text).toBeGreaterThan(low)
        expect(size, text).toBeLessThan(high)
      }
      else {
        expect(size, text).toBe(low)
      }
    }), { numRuns: 3000 })
  })

  it('a whole per cent is never 100 with a failure, nor 0 with a success, and else within half a point', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e7 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const k = Math.round(n * part)
      const text = wholePercent(k / n)
      expect(text === '100').toBe(k === n)
      expect(text === '0').toBe(k === 0)
      if (/^\d+$/.test(text))
        expect(Math.abs(Number(text) - k / n * 100)).toBeLessThanOrEqual(0.5 + 1e-9)
    }))
  })
})

describe('changes', () => {
  const cases = { unit: 'cases', better: 'higher' } as const
  const rate = { unit: 'percent', better: 'higher' } as const
  const days = { unit: 'workingDays', better: 'lower' } as const

  it('say amount, then share; points for shares; shorter and longer for times', () => {
    expect(proseChange(changeOf(cases, 574, 325), 'cases', { than: 'lastYear', language: 'zh' })).toBe('同比增加249件，增幅76.6%')
    expect(proseChange(changeOf(cases, 325, 574), 'cases', { than: 'previous', language: 'zh' })).toBe('环比减少249件，降幅43.4%')
    expect(proseChange(changeOf(rate, 0.991, 0.98), 'percent', { than: 'previous', language: 'zh' })).toBe('环比提高1.1个百分点')
    expect(proseChange(changeOf(days, 2, 2.5), 'workingDays', { than: 'lastYear', language: 'zh' })).toBe('同比缩短0.50工作日')
    expect(proseChange(changeOf(cases, 5, 5), 'cases', { than: 'lastYear', language: 'zh' })).toBe('同比持平')
    expect(proseChange(null, 'cases', { than: 'lastYear', language: 'zh' })).toBe('同比无可比数据')
    expect(proseChange(changeOf(cases, 574, 325), 'cases', { than: 'lastYear', language: 'en' })).toBe('up 249 cases (+76.6%) year on year')
  })

  it('never rise by a negative, never call points per cent, never print a sign twice or a number that is none', () => {
    const value = fc.integer({ min: 0, max: 1e9 })
    fc.assert(fc.property(value, value, fc.constantFrom('lastYear', 'previous', 'sameWorkingDaysLastYear', 'other'), (now, before, than) => {
      const counted = proseChange(changeOf(cases, now, before), 'cases', { than, language: 'zh' })
      expect(counted).not.toMatch(/NaN|Infinity|-|undefined/)
      expect([counted.includes('增加'), counted.includes('减少'), counted.includes('持平')]).toEqual([now > before, now < before, now === before])
      expect(counted.includes('增幅') && counted.includes('减少')).toBe(false)
      const shared = proseChange(changeOf(rate, now / 1e9, before / 1e9), 'percent', { than, language: 'zh' })
      expect(shared).not.toMatch(/NaN|-|%/)
      expect(/提高|下降/.test(shared)).toBe(shared.includes('个百分点'))
      if (shared.includes('提高'))
        expect(now).toBeGreaterThan(before)
    }))
  })
})
