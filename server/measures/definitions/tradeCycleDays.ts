import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Calendar days from announcement to contract (公共资源交易统计口径 C10, in calendar days). */
export const tradeCycleDays = defineMeasure({
  kind: 'mean',
  names: { zh: '平均交易周期（自然日）', en: 'Days from announcement to contract' },
  question: {
    zh: '从公告到签订合同平均要多少个自然日？',
    en: 'How many calendar days passed on average from announcement to contract?',
  },
  formula: {
    zh: '（合同日－公告日）之和 ÷ 两个日期都有的成交宗数',
    en: 'Σ(contract day − announcement day) ÷ trades concluded with both days',
  },
  source: '公共资源交易统计口径 C10',
  unit: 'days',
  better: 'lower',
  numerator: sum(trades, 'calendarDays', { during: 'concluded', when: ['contracted'] }),
  denominator: count(trades, { during: 'concluded', when: ['contracted'] }),
  scale: 1,
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
})
