import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** Median of bidders (公共资源交易统计口径 C8). */
export const medianBidders = defineMeasure({
  kind: 'quantile',
  names: { zh: '投标家数中位数', en: 'Median of bidders' },
  question: {
    zh: '一半的成交有多少家以上投标？',
    en: 'How many bidders did the trade in the middle have?',
  },
  formula: {
    zh: '家数已知的成交，按家数排列居中者（25 家以内为准确值）',
    en: 'The middle of the trades concluded whose bidders are known; exact up to 25 bidders',
  },
  source: '公共资源交易统计口径 C8',
  unit: 'perTrade',
  better: 'higher',
  part: histogram(trades, 'bidders', { during: 'concluded', when: ['biddersKnown'] }),
  quantile: 0.5,
  scale: 1,
  whole: true,
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
})
