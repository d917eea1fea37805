import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of competitive trades with one bidder (Open Contracting, use case UC005). */
export const singleBidderShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '单一投标率', en: 'Single-bidder share' },
  question: {
    zh: '应有竞争的成交中，有多大比例只有一家投标？',
    en: 'Of the competitive trades concluded, what share had one bidder only?',
  },
  formula: {
    zh: '投标家数＝1 的宗数 ÷ 家数已知的成交宗数（不含单一来源）',
    en: 'Trades with one bidder ÷ trades concluded whose bidders are known, single source left out',
  },
  source: 'Open Contracting Partnership, UC005',
  unit: 'percent',
  better: 'lower',
  numerator: count(trades, { during: 'concluded', when: ['oneBidder'] }),
  denominator: count(trades, { during: 'concluded', when: ['competitive'] }),
})
