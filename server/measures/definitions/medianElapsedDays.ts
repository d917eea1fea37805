import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, histogram } from '../part.ts'

/** Median elapsed time (政务服务办件统计口径 A13). */
export const medianElapsedDays = defineMeasure({
  kind: 'quantile',
  names: { zh: '历时中位数', en: 'Median elapsed time' },
  question: {
    zh: '一半的办件在收到后多少天内办结？',
    en: 'Within how many calendar days of receipt was half of cases completed?',
  },
  formula: {
    zh: '办结办件历时的中位数，按固定分组计，相对误差不超过 2%；时间存疑的不计',
    en: 'Median of elapsed time over fixed bins; relative error at most 2 %; doubtful times left out',
  },
  source: '政务服务办件统计口径 A13',
  unit: 'days',
  better: 'lower',
  part: histogram(cases, 'elapsed', { during: 'completed', when: ['elapsed'] }),
  quantile: 0.5,
  scale: 1 / 86400,
  population: count(cases, { during: 'completed' }),
})
