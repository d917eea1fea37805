import type { Unit } from '#measures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeOf,
  chineseNumeral,
  proseChange,
  proseMonths,
  proseValue,
  settled,
  settledInlines,
  wholePercent,
} from '#measures'
import { chinese, english } from '../support/printing.ts'

const about = (value: number, unit: Unit): string =>
  proseValue(value, { unit }, { ...chinese, form: 'about' })
const yuan = 100

describe('numbers as the briefing of 2012 wrote them', () => {
  it.each([
    [about(354_120_000 * yuan, 'fen'), '3.5亿余元'],
    [about(358_640_000 * yuan, 'fen'), '3.5亿余元'],
    [about(36_540_000 * yuan, 'fen'), '3600余万元'],
    [about(31_206, 'cases'), '3万多件'],
    [about(43, 'units'), '40多个'],
    [about(382, 'items'), '380多项'],
    [proseValue(382, { unit: 'items' }, { ...chinese, form: 'plain' }), '382项'],
    [proseValue(317 / 382, { unit: 'percent' }, { ...chinese, form: 'whole' }), '83%'],
    [proseValue(104, { unit: 'trades' }, { ...chinese, form: 'plain' }), '104宗'],
    [proseMonths(4, 23), '四个多月'],
  ])('%s', (printed, expected) => expect(printed).toBe(expected))

  it('are exact where nothing was cut off, and 近 just below the next step', () => {
    expect([
      about(350_000_000 * yuan, 'fen'),
      about(36_000_000 * yuan, 'fen'),
      about(40, 'units'),
      about(9, 'units'),
      about(0, 'cases'),
    ]).toEqual(['3.5亿元', '3600万元', '40个', '9个', '0件'])
    expect([about(359_600_000 * yuan, 'fen'), about(29_600, 'cases')]).toEqual(['近3.6亿元', '近3万件'])
  })

  it('working times below half a day are not said in decimals of a day', () => {
    const say = (value: number) => proseValue(value, { unit: 'workingDays' }, { ...chinese, form: 'plain' })
    expect([say(0.02), say(0.49), say(0.5), say(1.64), say(3)]).toEqual([
      '不足半个工作日',
      '不足半个工作日',
      '0.50个工作日',
      '1.64个工作日',
      '3个工作日',
    ])
  })

  it('months: two has its own word, less than one is days', () => {
    expect([
      proseMonths(2, 0),
      proseMonths(2, 9),
      proseMonths(0, 12),
      proseMonths(12, 0),
      proseMonths(171, 20),
      proseMonths(24, 3),
      chineseNumeral(24),
      chineseNumeral(20),
    ]).toEqual(['两个月', '两个多月', '12天', '一年', '十四年多', '两年多', '二十四', '二十'])
  })
})

/**
 * Reads a printed amount back as docs/domain.md section 7.1 tells a reader to: the interval in which
 * the true value lies.
 */
function boundsOf(text: string): { low: number; high: number; open: boolean } {
  const match = /^(近?)(\d+(?:\.\d+)?)(余?)([万亿]?)([余多]?)[^\d余多]*$/.exec(text)
  if (!match) throw new Error(`unreadable ${text}`)
  const [, near, number = '', before, word, behind] = match
  const per = word === '亿' ? 1e8 : word === '万' ? 1e4 : 1
  const value = Number(number) * per
  if (near) return { low: value * 0.9, high: value, open: true }
  if (!before && !behind) return { low: value, high: value, open: false }
  // The step of the last digit that is not a zero put there to fill up.
  const step = number.includes('.')
    ? per / 10 ** (number.split('.')[1] ?? '').length
    : per * 10 ** (/0*$/.exec(number)?.[0].length ?? 0)
  return { low: value, high: value + step, open: true }
}

describe('about is always true', () => {
  it.each([
    ['fen', 1],
    ['cases', 1],
    ['trades', 1],
  ] as [Unit, number][])('of %s: what a reader must conclude holds', unit => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e13 }), fc.integer({ min: 0, max: 13 }), (large, shift) => {
        const value = Math.floor(large / 10 ** shift)
        const text = about(value, unit)
        expect(text).not.toMatch(/NaN|-|e\d/)
        const size = unit === 'fen' ? value / 100 : value
        if (unit === 'fen' && size < 1e4) return
        const { low, high, open } = boundsOf(text)
        if (open) {
          expect(size, text).toBeGreaterThan(low)
          expect(size, text).toBeLessThan(high)
        } else {
          expect(size, text).toBe(low)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('a whole per cent is never 100 with a failure nor 0 with a success, else within half a point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const k = Math.round(n * part)
        const text = wholePercent(k / n)
        expect(text === '100').toBe(k === n)
        expect(text === '0').toBe(k === 0)
        if (/^\d+$/.test(text)) expect(Math.abs(Number(text) - (k / n) * 100)).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
    )
  })
})

/** The months that a printed duration allows: from the first number on, below the second. */
function monthsIn(text: string): [number, number] {
  const digits = '零一二三四五六七八九'
  const numeral = (words: string): number => {
    if (words === '两') return 2
    const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words]
    const ten = words.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens!)) : 0
    return ten * 10 + (ones ? digits.indexOf(ones) : 0)
  }
  const [, words = '', unit, more] = /^(.+?)个?(年|月|多月)(多?)$/.exec(text) ?? []
  const per = unit === '年' ? 12 : 1
  const count = numeral(words) * per
  return [count, count + (more || unit === '多月' ? per : 1)]
}

describe('durations', () => {
  it('hold for every span of one day to sixty years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 0, max: 30 }), (months, days) => {
        const text = proseMonths(months, days)
        if (months === 0) {
          expect(text).toBe(`${Math.max(1, days)}天`)
          return
        }
        const [least, below] = monthsIn(text)
        expect(months, text).toBeGreaterThanOrEqual(least)
        expect(months, text).toBeLessThan(below)
        expect(text.includes('多'), text).toBe(days > 0 || (months > 12 && months % 12 > 0))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('paragraphs', () => {
  it('lose the punctuation of what is missing', () => {
    const say = (...texts: string[]): string => settled(texts).join('')
    expect(say('受理5件', '', '；', '办结4件', '。')).toBe('受理5件；办结4件。')
    expect(say('', '，同比下降2%', '；', '办结4件', '。')).toBe('同比下降2%；办结4件。')
    expect(say('受理5件', '；', '', '。')).toBe('受理5件。')
    expect(say('', '；', '', '。')).toBe('')
    expect(say('受理5件', '。', '', '。', '收到锦旗1面', '。')).toBe('受理5件。收到锦旗1面。')
    expect(say('', '，与上期持平', '', '。')).toBe('与上期持平。')
  })

  it('lose the space before the first words and behind the last', () => {
    expect(settled(['', ' and accepted 30 cases', '. ', '']).join('')).toBe('and accepted 30 cases.')
    expect(settled(['Two. ', '', '. ']).join('')).toBe('Two.')
  })

  it('leave out a change with the value that it belongs to', () => {
    const ref = { measure: 'tradeAmount', period: '2012-10', comparison: 'previous', form: 'plain' } as const
    const inlines = ['成交', { ...ref, shows: 'value' }, { ...ref, shows: 'change' }, '。'] as const
    const say = (value: string): string =>
      settledInlines(inlines, ({ shows }) => (shows === 'value' ? value : '，环比减少3924万元')).join('')
    expect(say('5万元')).toBe('成交5万元，环比减少3924万元。')
    expect(say('')).toBe('成交。')
  })
})

describe('changes', () => {
  const cases = { unit: 'cases', better: 'higher' } as const
  const rate = { unit: 'percent', better: 'higher' } as const
  const days = { unit: 'workingDays', better: 'lower' } as const

  it('say amount, then share; points for shares; shorter and longer for times', () => {
    expect(proseChange(changeOf(cases, 574, 325), { unit: 'cases' }, { ...chinese, than: 'lastYear' })).toBe(
      '同比增长76.6%',
    )
    expect(proseChange(changeOf(cases, 325, 574), { unit: 'cases' }, { ...chinese, than: 'previous' })).toBe(
      '环比下降43.4%',
    )
    expect(
      proseChange(changeOf(rate, 0.991, 0.98), { unit: 'percent' }, { ...chinese, than: 'previous' }),
    ).toBe('环比提高1.1个百分点')
    expect(
      proseChange(changeOf(cases, 325, 574), { unit: 'cases' }, { ...chinese, than: 'sameLengthBefore' }),
    ).toBe('较前一等长时期下降43.4%')
    expect(
      proseChange(changeOf(days, 2, 2.5), { unit: 'workingDays' }, { ...chinese, than: 'lastYear' }),
    ).toBe('同比缩短0.50个工作日')
    expect(proseChange(changeOf(cases, 5, 5), { unit: 'cases' }, { ...chinese, than: 'lastYear' })).toBe(
      '与上年同期持平',
    )
    expect(proseChange(null, { unit: 'cases' }, { ...chinese, than: 'lastYear' })).toBeNull()
    expect(
      proseChange(changeOf(cases, 100_001, 100_000), { unit: 'cases' }, { ...chinese, than: 'lastYear' }),
    ).toBe('与上年同期基本持平')
    expect(
      proseChange(changeOf(days, 2.001, 2), { unit: 'workingDays' }, { ...chinese, than: 'lastYear' }),
    ).toBeNull()
    expect(proseChange(changeOf(cases, 574, 325), { unit: 'cases' }, { ...english, than: 'lastYear' })).toBe(
      'up 76.6% year on year',
    )
  })

  it('never rise by a negative, call points per cent, print a sign twice or print no number', () => {
    const value = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(
        value,
        value,
        fc.constantFrom('lastYear', 'previous', 'sameWorkingDaysLastYear', 'other'),
        (now, before, than) => {
          const say = { ...chinese, than }
          const counted = proseChange(changeOf(cases, now, before), { unit: 'cases' }, say) ?? ''
          expect(counted).not.toMatch(/NaN|Infinity|-|undefined/)
          const words = [/增长|增加/, /下降|减少/, /持平/].map(word => word.test(counted))
          expect(words.filter(Boolean)).toHaveLength(1)
          if (words[0]) expect(now).toBeGreaterThan(before)
          if (words[1]) expect(now).toBeLessThan(before)
          const shared = proseChange(changeOf(rate, now / 1e9, before / 1e9), { unit: 'percent' }, say) ?? ''
          expect(shared).not.toMatch(/NaN|-|%/)
          expect(/提高|下降/.test(shared)).toBe(shared.includes('个百分点'))
          if (shared.includes('提高')) expect(now).toBeGreaterThan(before)
        },
      ),
    )
  })
})
