import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce, sumInForce } from '../part.ts'

/** Mean statutory limit of the items in force (政务服务办件统计口径 A1). */
export const averageStatutoryLimit = defineMeasure({
  kind: 'mean',
  names: { zh: '平均法定时限', en: 'Average statutory limit' },
  question: {
    zh: '期末事项的法定时限平均是多少个工作日？',
    en: 'How many working days does the law allow an item on average?',
  },
  formula: {
    zh: 'Σ 法定时限 ÷ 事项数，期末有法定时限的事项，工作日',
    en: 'Σ statutory limits ÷ items in force with a statutory limit, in working days',
  },
  source: '政务服务办件统计口径 A1',
  unit: 'workingDays',
  better: 'neutral',
  numerator: sumInForce(items, 'statutoryLimit', { when: ['limited'] }),
  denominator: inForce(items, { when: ['limited'] }),
  population: inForce(items),
  scale: 1,
})
