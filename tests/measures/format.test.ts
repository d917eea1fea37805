import type { Measure } from '#measures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeOf,
  headingUnit,
  measures,
  moneyOf,
  percentText,
  printChange,
  printFigure,
  printLine,
  printNeeded,
  printValue,
  proseChange,
  proseValue,
} from '#measures'
import { chinese, english } from '../support/printing.ts'

describe('values in words', () => {
  it('prints nothing to count as a dash, never as 0', () => {
    expect(printLine(null, { unit: 'percent' }, chinese)).toBe('—')
    expect(printValue(null, { unit: 'cases' }, english)).toEqual({ text: '—', unit: '' })
  })

  it('never rounds a rate with a failure up to 100 %, nor one with a success down to 0', () => {
    expect(percentText(0.9997)).toBe('99.9')
    expect(percentText(1)).toBe('100')
    expect(percentText(0.0002)).toBe('<0.1')
    expect(percentText(0)).toBe('0.0')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 5_000_000 }), (a, b) => {
        const [k, n] = a < b ? [a, b] : [b, a + 1]
        expect(percentText(k / n)).not.toBe('100')
      }),
    )
  })

  it('speaks of money in 亿 and 万, and in millions', () => {
    expect(moneyOf(35_412_000_000, chinese)).toEqual({ text: '3.54', unit: '亿元' })
    expect(moneyOf(3_642_500_000, chinese)).toEqual({ text: '3,643', unit: '万元' })
    expect(moneyOf(123_456_00, chinese)).toEqual({ text: '12.3', unit: '万元' })
    expect(moneyOf(120_000_000_000, english)).toEqual({ text: '1,200.0', unit: 'million yuan' })
    expect(moneyOf(-1, chinese).text).toBe('0')
    // Amounts that stand beside each other share a unit.
    expect(moneyOf(45_650_000, english)).toEqual({ text: '0.46', unit: 'million yuan' })
    expect(moneyOf(122_400_000, english)).toEqual({ text: '1.22', unit: 'million yuan' })
    expect(moneyOf(1_200_000, english)).toEqual({ text: '12,000', unit: 'yuan' })
  })

  it('names every other currency by its code, and never yuan', () => {
    const dollars = { currency: 'USD' }
    expect(printLine(225_085_050, { unit: 'fen' }, { language: 'zh', ...dollars })).toBe('225.1 万 USD')
    expect(printLine(225_085_050, { unit: 'fen' }, { language: 'en', ...dollars })).toBe('2.25 million USD')
    expect(printLine(90_000, { unit: 'fen' }, { language: 'zh', ...dollars })).toBe('900 USD')
    expect(proseValue(225_085_050, { unit: 'fen' }, { language: 'zh', form: 'about', ...dollars })).toBe(
      '225.1万USD',
    )
  })

  it('says what a saving below zero is, instead of a minus sign', () => {
    expect(printLine(-45_700_000, measures.savings, chinese)).toBe('超出控制价45.7 万元')
    expect(printLine(-45_700_000, measures.savings, english)).toBe('0.46 million yuan above the ceiling')
    const of = (covered: number) => ({
      value: -45_700_000,
      numerator: null,
      n: null,
      coverage: { covered, of: 3 },
    })
    expect(printFigure(of(1), measures.savings, chinese)).toBe('超出控制价45.7 万元')
    expect(printFigure(of(3), measures.savings, chinese)).toBe('合计超出控制价45.7 万元')
    expect(printFigure(of(3), measures.savings, english)).toBe(
      '0.46 million yuan above the ceilings in total',
    )
    expect(printLine(-0.1294, measures.meanDiscountRate, chinese)).toBe('上浮12.9%')
    expect(printLine(-2 / 330, measures.savingsRate, chinese)).toBe('超出控制价0.6%')
    expect(printLine(-2 / 330, measures.savingsRate, english)).toBe('0.6% above the ceiling')
    expect(printLine(0, measures.savings, chinese)).toBe('0 元')
    expect(proseValue(-45_700_000, measures.savings, { ...chinese, form: 'about' })).toBe(
      '超出控制价45.7万元',
    )
  })
})

describe('what each day that is left must bring', () => {
  it('is rounded up to a tenth, so that 1.17 a day is not 2 a day', () => {
    expect(printNeeded(27 / 23, { unit: 'trades' }, chinese)).toBe('1.2 宗')
    expect(printNeeded(27 / 23, { unit: 'trades' }, english)).toBe('1.2 trades')
    expect(printNeeded(0.96, { unit: 'trades' }, english)).toBe('1 trade')
    expect(printNeeded(1904.2, { unit: 'cases' }, chinese)).toBe('1,905 件')
    expect(printNeeded(13_400_000.4, { unit: 'fen' }, chinese)).toBe('13.4 万元')
  })
})

describe('rates and means', () => {
  it('have a unit that keeps their decimals', () => {
    const averages = Object.values<Measure>(measures).filter(({ kind }) =>
      ['ratio', 'mean', 'quantile'].includes(kind),
    )
    for (const measure of averages) expect(printLine(1.6, measure, chinese)).toMatch(/1\.60?|160\.0%/)
  })
})

describe('units', () => {
  it('have their measure word beside a number, and none in a heading', () => {
    expect(printLine(2, { unit: 'workingDays' }, chinese)).toBe('2 个工作日')
    expect(headingUnit('workingDays', chinese)).toBe('工作日')
    expect(headingUnit('halfDays', chinese)).toBe('半天')
    expect(headingUnit('windows', chinese)).toBe('个')
    expect(headingUnit('fen', chinese)).toBe('元')
    expect(headingUnit('workingDays', english)).toBe('working days')
  })

  it('of people are people, and one of them a person', () => {
    expect([1, 2, 110].map(value => printLine(value, { unit: 'persons' }, english))).toEqual([
      '1 person',
      '2 people',
      '110 people',
    ])
  })
})

describe('estimates', () => {
  const days = measures.medianHandlingTime
  const printed = (value: number, error: number, measure: Measure = days): string =>
    printFigure({ value, error, numerator: 50, n: 50, coverage: null }, measure, chinese)

  it('print no digit that their error leaves open', () => {
    expect(printed(1.4732, 0.029)).toBe('1.5 个工作日')
    expect(printed(0.4712, 0.0094)).toBe('0.47 个工作日')
    expect(printed(5.213, 0.104)).toBe('5.2 个工作日')
    expect(printed(12.37, 0.25)).toBe('12 个工作日')
    expect(printed(123.4, 2.5)).toBe('120 个工作日')
    expect(printed(0.0824, 0.0016, measures.medianDiscountRate)).toBe('8.2%')
    expect(printed(-0.1234, 0.0025, measures.medianDiscountRate)).toBe('上浮12%')
  })

  it('print all their digits where they are exact', () => {
    const exact = { value: 1.4732, numerator: 2, n: 2, coverage: null }
    expect(printFigure(exact, days, chinese)).toBe('1.47 个工作日')
    expect(printFigure({ ...exact, value: 0.12 }, measures.medianDiscountRate, chinese)).toBe('12.0%')
  })

  it('are never off by more than two of the last printed digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 900, noNaN: true }), value => {
        const error = value * 0.0198
        const text = printed(value, error).replace(/[ ,]|个工作日/g, '')
        const decimals = text.split('.')[1]?.length ?? 0
        const zeros = decimals > 0 ? 0 : (/0*$/.exec(text)?.[0].length ?? 0)
        expect(error / 10 ** (zeros - decimals)).toBeLessThanOrEqual(2 + 1e-6)
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(10 * error)
      }),
    )
  })

  it('differ in words only by digits that the errors of both allow', () => {
    const change = { ...changeOf(days, 2, 1.5)!, error: 0.07 }
    expect(printChange(change, days, chinese)).toBe('多 0.5 个工作日，升 30%')
    const points = { ...changeOf(measures.medianDiscountRate, 0.12, 0.1)!, error: 0.0044 }
    expect(printChange(points, measures.medianDiscountRate, chinese)).toBe('升 2 个百分点')
    expect(proseChange(change, days, { ...chinese, than: 'lastYear' })).toBe('同比延长0.5个工作日')
  })
})

describe('changes in words', () => {
  const count = { unit: 'cases', better: 'higher' } as const
  const rate = { unit: 'percent', better: 'higher' } as const

  it('gives amount and per cent for counts, points for rates, and names equality', () => {
    expect(printChange(changeOf(count, 10_462, 10_050)!, count, chinese)).toBe('多 412 件，升 4.1%')
    expect(printChange(changeOf(rate, 0.5, 0.4)!, rate, chinese)).toBe('升 10.0 个百分点')
    expect(printChange(changeOf(rate, 0.4, 0.5)!, rate, english)).toBe('down 10.0 percentage points')
    expect(printChange(changeOf(count, 7, 7)!, count, chinese)).toBe('持平')
  })

  it('names no per cent of a handful, of nothing, or of a rate', () => {
    expect(changeOf(count, 3, 2)?.relative).toBeNull()
    expect(changeOf(count, 3, 0)?.relative).toBeNull()
    expect(changeOf(rate, 0.3, 0.2)?.relative).toBeNull()
    expect(changeOf(count, null, 2)).toBeNull()
  })

  it('names no per cent between a saving and a loss', () => {
    expect(changeOf(measures.savings, -100, 400)?.relative).toBeNull()
    expect(changeOf(measures.savings, 400, -100)?.relative).toBeNull()
    expect(changeOf(measures.savings, 200, 400)?.relative).toBe(-0.5)
  })

  it("judges by the measure's own direction", () => {
    expect(changeOf({ unit: 'cases', better: 'lower' }, 30, 20)?.judgement).toBe('worse')
    expect(changeOf({ unit: 'cases', better: 'neutral' }, 30, 20)?.judgement).toBe('neutral')
    expect(changeOf(rate, 0.5, 0.5)?.judgement).toBe('neutral')
  })

  it('never says NaN, minus or "rise by a negative number"', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom('cases' as const, 'fen' as const, 'percent' as const),
        (now, before, unit) => {
          const scale = unit === 'percent' ? 1e9 : 1
          const change = changeOf({ unit, better: 'higher' }, now / scale, before / scale)
          const text = change ? printChange(change, { unit }, chinese) : ''
          expect(text).not.toMatch(/NaN|-|undefined|Infinity/)
          expect(text.includes('升') || text.includes('多')).toBe(change?.direction === 'up')
        },
      ),
    )
  })
})
