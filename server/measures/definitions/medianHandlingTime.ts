import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** Median working time of committed cases (政务服务办件统计口径 A13). */
export const medianHandlingTime = defineMeasure({
  kind: 'quantile',
  names: { zh: '承诺件用时中位数', en: 'Median working time of committed cases' },
  question: {
    zh: '一半的承诺件在多少个工作日内办结？',
    en: 'Within how many working days was half of committed cases completed?',
  },
  formula: {
    zh: '办结承诺件工作时间的中位数，按固定分组计，相对误差不超过 2%',
    en: 'Median of working time over fixed bins; relative error at most 2 %',
  },
  source: '政务服务办件统计口径 A13',
  unit: 'workingDays',
  better: 'lower',
  part: histogram(cases, 'worked', { during: 'completed', when: ['committedType', 'worked'] }),
  quantile: 0.5,
  scale: 0.001,
  population: count(cases, { during: 'completed', when: ['committedType'] }),
})
