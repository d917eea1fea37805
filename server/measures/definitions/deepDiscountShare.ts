import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of trades awarded more than 30 % below their base (公共资源交易统计口径 C4). */
export const deepDiscountShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '下浮超三成比例', en: 'Share awarded over 30 % below the base' },
  question: {
    zh: '计入节约的成交中，有多大比例下浮超过 30%？',
    en: 'Of the trades that count as savings, what share went for over 30 % below the base?',
  },
  formula: {
    zh: '下浮率＞30% 的宗数 ÷ 计入节约的宗数',
    en: 'Trades with a discount above 30 % ÷ trades that count as savings',
  },
  source: '公共资源交易统计口径 C4',
  unit: 'percent',
  better: 'neutral',
  numerator: count(trades, { during: 'concluded', when: ['deepDiscount'] }),
  denominator: count(trades, { during: 'concluded', when: ['saving'] }),
  caution: {
    zh: '节约是与估算价的距离：控制价偏高时下浮也大，应核对控制价来源',
    en: 'A saving is the distance from an estimate: a generous estimate saves more, so look at where it came from',
  },
})
