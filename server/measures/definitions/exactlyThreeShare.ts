import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of trades with exactly three bidders, the fewest that a tender may open with (招标投标法 art. 28; 公共资源交易统计口径 C8). */
export const exactlyThreeShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '恰三家率', en: 'Share with exactly three bidders' },
  question: {
    zh: '成交的交易中，有多大比例恰好只有三家投标？',
    en: 'Of the trades concluded, what share had exactly three bidders?',
  },
  formula: {
    zh: '投标家数＝3 的成交宗数 ÷ 家数已知的成交宗数',
    en: 'Trades with exactly three bidders ÷ trades concluded whose bidders are known',
  },
  source: '招标投标法 art. 28; 公共资源交易统计口径 C8',
  unit: 'percent',
  better: 'lower',
  numerator: count(trades, { during: 'concluded', when: ['exactlyThree'] }),
  denominator: count(trades, { during: 'concluded', when: ['biddersKnown'] }),
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
  caution: {
    zh: '三家是开标的法定下限；比例高只说明竞争不足，值得核查',
    en: 'Three is the legal minimum to open; a high share only says that competition is thin',
  },
})
