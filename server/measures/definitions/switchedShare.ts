import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of repeated rounds that ended in negotiation or a single source (公共资源交易统计口径 C7). */
export const switchedShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '重新招标转谈判比例', en: 'Repeated rounds that became negotiations' },
  question: {
    zh: '重新招标后成交的，有多大比例改为谈判、磋商、询价或单一来源？',
    en: 'Of the trades concluded in a later round, what share became a negotiation, a quotation or a single source?',
  },
  formula: {
    zh: '第二次及以上、方式为谈判磋商询价或单一来源的成交宗数 ÷ 第二次及以上的成交宗数',
    en: 'Later rounds concluded by negotiation, consultation, quotation or single source ÷ trades concluded in a later round',
  },
  source: '公共资源交易统计口径 3.5',
  unit: 'percent',
  better: 'lower',
  numerator: count(trades, { during: 'concluded', when: ['switched'] }),
  denominator: count(trades, { during: 'concluded', when: ['repeatConcluded'] }),
})
