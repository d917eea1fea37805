import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce, sumInForce } from '../part.ts'

/** Mean committed limit of the items in force (政务服务办件统计口径 A1). */
export const averageCommittedLimit = defineMeasure({
  kind: 'mean',
  names: { zh: '平均承诺时限', en: 'Average committed limit' },
  question: {
    zh: '期末事项的承诺时限平均是多少个工作日？',
    en: 'How many working days does the hall allow itself for an item on average?',
  },
  formula: {
    zh: 'Σ 承诺时限 ÷ 事项数，期末有法定时限的事项，工作日',
    en: 'Σ committed limits ÷ items in force with a statutory limit, in working days',
  },
  source: '政务服务办件统计口径 A1',
  unit: 'workingDays',
  better: 'lower',
  numerator: sumInForce(items, 'committedLimit', { when: ['limited'] }),
  denominator: inForce(items, { when: ['limited'] }),
  population: inForce(items),
  scale: 1,
})
