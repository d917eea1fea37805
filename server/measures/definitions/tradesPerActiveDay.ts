import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { activeDays, count } from '../part.ts'

/** Trades per active day (公共资源交易统计口径 C11). */
export const tradesPerActiveDay = defineMeasure({
  kind: 'ratio',
  names: { zh: '宗数／有交易日', en: 'Trades per active day' },
  question: {
    zh: '在有交易的日子里，平均每天成交多少宗？',
    en: 'How many trades were concluded per day on which there was one?',
  },
  formula: {
    zh: '成交宗数 ÷ 有交易的天数',
    en: 'Trades concluded ÷ days with at least one',
  },
  source: '公共资源交易统计口径 C11',
  unit: 'perActiveDay',
  better: 'neutral',
  numerator: count(trades, { during: 'concluded', when: ['concluded'] }),
  denominator: activeDays(trades, { during: 'concluded', when: ['concluded'] }),
})
