import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, workingDays } from '../part.ts'

/** Trades per working day (公共资源交易统计口径 C11). */
export const tradesPerWorkingDay = defineMeasure({
  kind: 'ratio',
  names: { zh: '宗数／工作日', en: 'Trades per working day' },
  question: {
    zh: '平均每个工作日成交多少宗？',
    en: 'How many trades were concluded per working day?',
  },
  formula: {
    zh: '成交宗数 ÷ 期内全部工作日',
    en: 'Trades concluded ÷ all working days of the period',
  },
  source: '公共资源交易统计口径 C11',
  unit: 'perWorkingDay',
  better: 'neutral',
  numerator: count(trades, { during: 'concluded', when: ['concluded'] }),
  denominator: workingDays,
})
