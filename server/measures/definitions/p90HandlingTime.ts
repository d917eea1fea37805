import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** 90th percentile of working time of committed cases (政务服务办件统计口径 A13). */
export const p90HandlingTime = defineMeasure({
  kind: 'quantile',
  names: { zh: '承诺件用时 P90', en: '90th percentile of working time of committed cases' },
  question: {
    zh: '九成的承诺件在多少个工作日内办结？',
    en: 'Within how many working days was nine tenths of committed cases completed?',
  },
  formula: {
    zh: '办结承诺件工作时间的第 90 百分位，按固定分组计，相对误差不超过 2%',
    en: '90th percentile of working time over fixed bins; relative error at most 2 %',
  },
  source: '政务服务办件统计口径 A13',
  unit: 'workingDays',
  better: 'lower',
  part: histogram(cases, 'worked', { during: 'completed', when: ['committedType', 'worked'] }),
  quantile: 0.9,
  scale: 0.001,
  population: count(cases, { during: 'completed', when: ['committedType'] }),
})
