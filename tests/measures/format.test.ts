import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf, moneyOf, percentText, printChange, printLine, printValue } from '#measures'

describe('values in words', () => {
  it('prints nothing to count as a dash, never as 0', () => {
    expect(printLine(null, 'percent', 'zh')).toBe('—')
    expect(printValue(null, 'cases', 'en')).toEqual({ text: '—', unit: '' })
  })

  it('never rounds a rate with a failure up to 100 %, nor one with a success down to 0', () => {
    expect(percentText(0.9997)).toBe('99.9')
    expect(percentText(1)).toBe('100')
    expect(percentText(0.0002)).toBe('<0.1')
    expect(percentText(0)).toBe('0.0')
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 5_000_000 }), (a, b) => {
      const [k, n] = a < b ? [a, b] : [b, a + 1]
      expect(percentText(k / n)).not.toBe('100')
    }))
  })

  it('speaks of money in 亿 and 万, and in millions', () => {
    expect(moneyOf(35_412_000_000, 'zh')).toEqual({ text: '3.54', unit: '亿元' })
    expect(moneyOf(3_642_500_000, 'zh')).toEqual({ text: '3,643', unit: '万元' })
    expect(moneyOf(123_456_00, 'zh')).toEqual({ text: '12.3', unit: '万元' })
    expect(moneyOf(120_000_000_000, 'en')).toEqual({ text: '1,200.0', unit: 'million yuan' })
    expect(moneyOf(-1, 'zh').text).toBe('0')
  })
})

describe('changes in words', () => {
  const count = { unit: 'cases', better: 'higher' } as const
  const rate = { unit: 'percent', better: 'higher' } as const

  it('gives amount and per cent for counts, points for rates, and names equality', () => {
    expect(printChange(changeOf(count, 10_462, 10_050)!, 'cases', 'zh')).toBe('多 412 件，升 4.1%')
    expect(printChange(changeOf(rate, 0.5, 0.4)!, 'percent', 'zh')).toBe('升 10.0 个百分点')
    expect(printChange(changeOf(rate, 0.4, 0.5)!, 'percent', 'en')).toBe('down 10.0 percentage points')
    expect(printChange(changeOf(count, 7, 7)!, 'cases', 'zh')).toBe('持平')
  })

  it('names no per cent of a handful, of nothing, or of a rate', () => {
    expect(changeOf(count, 3, 2)?.relative).toBeNull()
    expect(changeOf(count, 3, 0)?.relative).toBeNull()
    expect(changeOf(rate, 0.3, 0.2)?.relative).toBeNull()
    expect(changeOf(count, null, 2)).toBeNull()
  })

  it('judges by the measure\'s own direction', () => {
    expect(changeOf({ unit: 'cases', better: 'lower' }, 30, 20)?.judgement).toBe('worse')
    expect(changeOf({ unit: 'cases', better: 'neutral' }, 30, 20)?.judgement).toBe('neutral')
    expect(changeOf(rate, 0.5, 0.5)?.judgement).toBe('neutral')
  })

  it('never says NaN, minus or "rise by a negative number"', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), fc.constantFrom('cases' as const, 'fen' as const, 'percent' as const), (now, before, unit) => {
      const scale = unit === 'percent' ? 1e9 : 1
      const change = changeOf({ unit, better: 'higher' }, now / scale, before / scale)
      const text = change ? printChange(change, unit, 'zh') : ''
      expect(text).not.toMatch(/NaN|-|undefined|Infinity/)
      expect(text.includes('升') || text.includes('多')).toBe(change?.direction === 'up')
    }))
  })
})
