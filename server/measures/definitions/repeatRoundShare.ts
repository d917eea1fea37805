import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of trades that needed a second round or more (招标投标法实施条例 art. 44). */
export const repeatRoundShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '重新招标率', en: 'Share of repeated rounds' },
  question: {
    zh: '有结果的交易中，有多大比例是第二次及以上招标？',
    en: 'Of the trades that ended, what share was in its second round or later?',
  },
  formula: {
    zh: '招标次数≥2 的宗数 ÷（流标、废标＋成交）',
    en: 'Trades in round 2 or later ÷ (failed or annulled + concluded)',
  },
  source: '招标投标法实施条例 art. 44; 公共资源交易统计口径 C7',
  unit: 'percent',
  better: 'lower',
  numerator: count(trades, { during: 'concluded', when: ['repeatRound'] }),
  denominator: count(trades, { during: 'concluded', when: ['concludedOrFailed'] }),
})
