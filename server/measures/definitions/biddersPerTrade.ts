import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Bidders per trade (公共资源交易统计口径 C8). */
export const biddersPerTrade = defineMeasure({
  kind: 'mean',
  names: { zh: '平均投标家数', en: 'Bidders per trade' },
  question: {
    zh: '每宗成交平均有几家投标？',
    en: 'How many bidders did a concluded trade have on average?',
  },
  formula: {
    zh: '投标家数之和 ÷ 家数已知的成交宗数',
    en: 'Bidders ÷ trades concluded whose bidders are known',
  },
  source: '公共资源交易统计口径 C8',
  unit: 'perTrade',
  better: 'higher',
  numerator: sum(trades, 'bidders', { during: 'concluded', when: ['biddersKnown'] }),
  denominator: count(trades, { during: 'concluded', when: ['biddersKnown'] }),
  scale: 1,
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
})
