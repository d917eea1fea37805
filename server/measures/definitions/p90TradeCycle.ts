import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** The working days within which nine of ten trades had their contract (公共资源交易统计口径 C10). */
export const p90TradeCycle = defineMeasure({
  kind: 'quantile',
  names: { zh: '交易周期 P90', en: 'Working days to contract, P90' },
  question: {
    zh: '九成的成交在多少个工作日内签订合同？',
    en: 'Within how many working days did nine of ten trades have their contract?',
  },
  formula: {
    zh: '公告次日至合同日的工作日数，第 90 百分位',
    en: 'Working days from the day after the announcement to the contract, the ninetieth percentile',
  },
  source: '公共资源交易统计口径 C10',
  unit: 'workingDays',
  better: 'lower',
  part: histogram(trades, 'cycle', { during: 'concluded', when: ['cycleKnown'] }),
  quantile: 0.9,
  scale: 1,
  whole: true,
  population: count(trades, { during: 'concluded', when: ['concluded'] }),
})
