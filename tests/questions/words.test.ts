import type { Asked } from '../../server/questions/asked.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dimensionOf, measureIds, measureNamed, parsePeriod } from '../../server/measures/index.ts'
import { contradicts, misfit } from '../../server/questions/fits.ts'
import { sentenceOf } from '../../server/questions/sentence.ts'
import { understand } from '../../server/questions/understand.ts'
import { demoMembers, demoReading } from './demoReading.ts'

/** Periods with several ways to say each, Chinese and English. */
const periods: readonly { period: string; zh: readonly string[]; en: readonly string[] }[] = [
  {
    period: 'lastMonth',
    zh: ['上个月', '上月', '10月', '十月份', '2026年10月', '今年10月', '2026-10'],
    en: ['last month', 'October 2026', 'in October', '2026-10'],
  },
  {
    period: '2026-Q3',
    zh: ['三季度', '第三季度', '今年三季度', '2026年3季度'],
    en: ['Q3', 'Q3 2026', 'the third quarter of 2026'],
  },
  {
    period: '2012-08-08..2012-12-31',
    zh: ['2012年8月8日至年底', '2012年8月8日到12月31日', '2012-08-08至2012-12-31'],
    en: ['from 8 August 2012 to 31 December 2012', '2012-08-08 to 2012-12-31'],
  },
  {
    period: 'yearToDate',
    zh: ['今年以来', '年初至今', '今年', '2026年'],
    en: ['this year so far', 'this year', '2026', 'year to date'],
  },
  { period: '2025', zh: ['去年', '2025年', '2025年全年', '上一年'], en: ['last year', '2025', 'in 2025'] },
  {
    period: '2026-11-26',
    zh: ['昨天', '昨日', '11月26日', '2026年11月26日'],
    en: ['yesterday', '26 November 2026', 'November 26'],
  },
  { period: '2026-W47', zh: ['上周', '上个星期', '2026年第47周'], en: ['last week'] },
  {
    period: '2026-08-01..2026-11-27',
    zh: ['8月以来', '自8月以来', '2026年8月至今'],
    en: ['since August', 'since August 2026'],
  },
]

const comparisons = [
  { comparison: 'none', zh: [''], en: [''] },
  { comparison: 'lastYear', zh: ['同比', '与去年同期相比'], en: ['year on year', 'compared with last year'] },
  {
    comparison: 'previous',
    zh: ['环比', '与上期相比'],
    en: ['month on month', 'compared with the previous period'],
  },
]
const orders = [
  { order: null, zh: [''], en: [''] },
  { order: 'highest', zh: ['从多到少', '从高到低', '排名', '降序'], en: ['highest first', 'ranked'] },
  { order: 'lowest', zh: ['从少到多', '从低到高', '升序'], en: ['lowest first'] },
] as const

/** Questions that the catalogue can answer, with the words that each part may be said in. */
const questions = fc
  .record({
    // 窗口 is a measure and a dimension: whoever says it twice is asked.
    id: fc.constantFrom(...measureIds.filter(id => id !== 'windowCount')),
    period: fc.constantFrom(...periods),
    comparison: fc.constantFrom(...comparisons),
    order: fc.constantFrom(...orders),
    top: fc.option(fc.integer({ min: 2, max: 20 }), { nil: null }),
    limit: fc.option(
      fc.record({
        is: fc.constantFrom('below', 'atMost', 'above', 'atLeast'),
        number: fc.integer({ min: 1, max: 99 }),
      }),
      { nil: null },
    ),
    splitAt: fc.nat(),
    isSplit: fc.boolean(),
    memberAt: fc.nat(),
    isLimited: fc.boolean(),
    wordAt: fc.nat(),
    language: fc.constantFrom('zh', 'en'),
  })
  .map(drawn => ({ ...drawn, asked: askedOf(drawn) }))

type Drawn = Parameters<typeof askedOf>[0]

const splits = [
  'window',
  'unit',
  'item',
  'channel',
  'itemType',
  'category',
  'method',
  'buyer',
  'township',
  'serviceKind',
]
const fits = (id: Drawn['id'], name: string): boolean => misfit(measureNamed(id), name) === null

function askedOf(drawn: {
  id: (typeof measureIds)[number]
  period: (typeof periods)[number]
  comparison: (typeof comparisons)[number]
  order: (typeof orders)[number]
  top: number | null
  limit: { is: string; number: number } | null
  splitAt: number
  isSplit: boolean
  memberAt: number
  isLimited: boolean
}): Asked {
  const { id, period, comparison, order } = drawn
  const measure = measureNamed(id)
  const possible = splits.filter(name => fits(id, name))
  const split = drawn.isSplit ? possible[drawn.splitAt % Math.max(1, possible.length)] : undefined
  const members = demoMembers.filter(
    ({ dimension, code }) =>
      dimension !== split &&
      dimensionOf(measure, dimension) !== null &&
      !contradicts(measure, dimension, [code]),
  )
  const member = drawn.isLimited ? members[drawn.memberAt % Math.max(1, members.length)] : undefined
  const both = new Set([split, member?.dimension])
  const filters = member && !(both.has('unit') && both.has('window')) ? [member] : []
  const isRanked = split !== undefined && order.order !== null
  const scale =
    measure.unit === 'percent' ? 0.01 : measure.unit === 'fen' || measure.unit === 'hundredths' ? 100 : 1
  return {
    measures: [id],
    period: period.period,
    comparison: comparison.comparison,
    granularity: 'none',
    groupBy: split === undefined ? [] : [split],
    filters: filters.map(({ dimension, code }) => ({ dimension, in: [code] })),
    order: isRanked ? order.order : null,
    top: isRanked ? drawn.top : null,
    threshold:
      split !== undefined && drawn.limit
        ? { is: drawn.limit.is as 'below', value: Number((drawn.limit.number * scale).toFixed(4)) }
        : null,
  }
}

/** The parts of the sentence in which the product itself says a question, by their order. */
function saidBy(asked: Asked, language: 'zh' | 'en'): string[] {
  return sentenceOf(asked, demoReading)[language].split(language === 'zh' ? '，' : ', ')
}

/** The same question in other words and in another order. */
function inWords({
  asked,
  period,
  comparison,
  order,
  wordAt,
  language,
}: {
  asked: Asked
  period: (typeof periods)[number]
  comparison: (typeof comparisons)[number]
  order: (typeof orders)[number]
  wordAt: number
  language: 'zh' | 'en'
}): string {
  const pick = (words: readonly string[]): string => words[wordAt % words.length] ?? ''
  const bare: Asked = { ...asked, comparison: 'none', order: null }
  const [, ...rest] = saidBy(bare, language)
  const last = asked.top === null ? [] : [rest.pop() ?? '']
  const parts = [
    ...rest,
    ...(asked.order === null ? [] : [pick(order[language]), ...last]),
    pick(comparison[language]),
  ]
  const when = pick(period[language])
  return (wordAt % 2 === 0 ? [when, ...parts] : [...parts, when])
    .filter(part => part !== '')
    .join(language === 'zh' ? '，' : ', ')
}

const days = ({ period }: Asked): string => {
  const { from, to } = parsePeriod(period, demoReading.today)
  return `${from} ${Math.min(to, demoReading.today)}`
}

describe('a question', () => {
  it('in the sentence in which it was understood, is understood as itself', () => {
    fc.assert(
      fc.property(questions, ({ asked, language }) => {
        const understanding = understand(sentenceOf(asked, demoReading)[language].slice(0, 200), demoReading)
        expect(understanding).toMatchObject({ kind: 'understood' })
        if (understanding.kind === 'understood') {
          expect({ ...understanding.asked, period: '' }).toEqual({ ...asked, period: '' })
          expect(days(understanding.asked)).toBe(days(asked))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('put into words is understood as itself, or asked about, and never as another', () => {
    let understood = 0
    fc.assert(
      fc.property(questions, drawn => {
        const understanding = understand(inWords(drawn), demoReading)
        if (understanding.kind !== 'understood') return
        understood++
        expect({ ...understanding.asked, period: '' }).toEqual({ ...drawn.asked, period: '' })
        expect(days(understanding.asked)).toBe(days(drawn.asked))
      }),
      { numRuns: 150 },
    )
    expect(understood).toBeGreaterThan(130)
  })
})
