import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of cases whose documents had to be completed (政务服务办件统计口径 A15). */
export const supplementRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '补正率', en: 'Supplement rate' },
  question: {
    zh: '收到的办件中，有多大比例须补正材料？',
    en: 'Of the cases received, what share had to complete their documents?',
  },
  formula: {
    zh: '补正至少一次的收件数 ÷ 收件数',
    en: 'Received cases with at least one supplement ÷ cases received',
  },
  source: '政务服务办件统计口径 A15',
  unit: 'percent',
  better: 'lower',
  numerator: count(cases, { during: 'received', when: ['supplemented'] }),
  denominator: count(cases, { during: 'received' }),
  caution: {
    zh: '未记录补正的来源系统，其办件按未补正计',
    en: 'Cases of systems that keep no supplements count as none',
  },
})
