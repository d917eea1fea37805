import { feedback, trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Integrity complaints per trade (平和县简报第46期（2012）). */
export const tradeIntegrityComplaintRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '交易廉洁投诉率', en: 'Integrity complaints per trade' },
  question: {
    zh: '每宗成交有多少件涉及廉洁或程序的投诉举报？',
    en: 'How many complaints about integrity or procedure were there per trade concluded?',
  },
  formula: {
    zh: '涉及廉洁自律或交易程序的投诉数 ÷ 成交宗数',
    en: 'Complaints about integrity or trading procedure ÷ trades concluded',
  },
  source: '平和县简报第46期（2012）',
  unit: 'percent',
  better: 'lower',
  numerator: count(feedback, { during: 'given', when: ['tradeIntegrity'] }),
  denominator: count(trades, { during: 'concluded', when: ['concluded'] }),
  caution: {
    zh: '零投诉不等于没有问题；为零时另列 95% 单侧上限',
    en: 'None reported is not none; where it is zero, the one-sided 95 % upper bound stands beside it',
  },
})
