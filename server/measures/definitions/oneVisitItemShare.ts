import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Share of items that need at most one visit (政务服务办件统计口径 A18). */
export const oneVisitItemShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '最多跑一次事项占比', en: 'Share of one-visit items' },
  question: {
    zh: '进驻事项中，有多大比例最多到现场一次？',
    en: 'Of the items in the hall, what share needs at most one visit?',
  },
  formula: {
    zh: '期末到现场次数不超过一次的事项数 ÷ 次数已知的事项数',
    en: 'Items in force with at most one visit ÷ items whose visits are known, at the end of the period',
  },
  source: '政务服务办件统计口径 A18',
  unit: 'percent',
  better: 'higher',
  numerator: inForce(items, { when: ['oneVisit'] }),
  denominator: inForce(items, { when: ['visitsKnown'] }),
  population: inForce(items),
})
