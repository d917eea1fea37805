import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** Median of working days from announcement to contract (公共资源交易统计口径 C10). */
export const medianTradeCycle = defineMeasure({
  kind: 'quantile',
  names: { zh: '交易周期中位数', en: 'Median of working days to contract' },
  question: {
    zh: '一半的成交从公告到合同用了多少个工作日以上？',
    en: 'After how many working days did the trade in the middle have its contract?',
  },
  formula: {
    zh: '公告次日至合同日的工作日数，按大小排列居中者',
    en: 'Working days from the day after the announcement to the contract, the one in the middle',
  },
  source: '公共资源交易统计口径 C10',
  unit: 'workingDays',
  better: 'lower',
  part: histogram(trades, 'cycle', { during: 'concluded', when: ['cycleKnown'] }),
  quantile: 0.5,
  scale: 1,
  whole: true,
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
})
