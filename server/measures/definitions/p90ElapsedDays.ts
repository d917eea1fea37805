import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** 90th percentile of elapsed time (政务服务办件统计口径 A13). */
export const p90ElapsedDays = defineMeasure({
  kind: 'quantile',
  names: { zh: '历时 P90', en: '90th percentile of elapsed time' },
  question: {
    zh: '九成的办件在收到后多少天内办结？',
    en: 'Within how many calendar days of receipt was nine tenths of cases completed?',
  },
  formula: {
    zh: '办结办件历时的第 90 百分位，按固定分组计，相对误差不超过 2%；时间存疑的不计',
    en: '90th percentile of elapsed time over fixed bins; relative error at most 2 %; doubtful times left out',
  },
  source: '政务服务办件统计口径 A13',
  unit: 'days',
  better: 'lower',
  part: histogram(cases, 'elapsed', { during: 'completed', when: ['elapsed'] }),
  quantile: 0.9,
  scale: 1 / 86400,
  population: count(cases, { during: 'completed' }),
})
