import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { activeDays } from '../part.ts'

/** Days with a trade (公共资源交易统计口径 C11). */
export const activeTradingDays = defineMeasure({
  kind: 'activeDays',
  names: { zh: '有交易的天数', en: 'Days with a trade' },
  question: {
    zh: '有多少天至少成交一宗？',
    en: 'On how many days was at least one trade concluded?',
  },
  formula: {
    zh: '期内至少成交一宗的天数',
    en: 'Days of the period with at least one trade concluded',
  },
  source: '公共资源交易统计口径 C11',
  unit: 'days',
  better: 'neutral',
  part: activeDays(trades, { during: 'concluded', when: ['concluded'] }),
})
