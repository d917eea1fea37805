import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Failure rate of trades (招标投标法实施条例 art. 44; 公共资源交易统计口径 C7). */
export const tradeFailureRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '流标废标率', en: 'Failure rate of trades' },
  question: {
    zh: '有结果的交易中，有多大比例流标或废标？',
    en: 'Of the trades that ended, what share failed or was annulled?',
  },
  formula: {
    zh: '流标、废标数 ÷（流标、废标＋成交）',
    en: 'Failed or annulled ÷ (failed or annulled + concluded)',
  },
  source: '招标投标法实施条例 art. 44; 公共资源交易统计口径 C7',
  unit: 'percent',
  better: 'lower',
  numerator: count(trades, { during: 'concluded', when: ['failed'] }),
  denominator: count(trades, { during: 'concluded', when: ['concludedOrFailed'] }),
})
