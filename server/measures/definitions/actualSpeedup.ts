import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Actual speed-up against the law (政务服务办件统计口径 A4). */
export const actualSpeedup = defineMeasure({
  kind: 'ratio',
  names: { zh: '实际办理提速率', en: 'Actual speed-up against the law' },
  question: {
    zh: '承诺件的实际用时比法定时限少了多大比例？',
    en: 'By what share did committed cases undercut their statutory limits?',
  },
  formula: {
    zh: 'Σ（法定时限－实际用时）÷ Σ 法定时限，办结承诺件，工作日',
    en: 'Σ(statutory limit − actual) ÷ Σ statutory limit over committed cases completed, in working days',
  },
  source: '政务服务办件统计口径 A4',
  unit: 'percent',
  better: 'higher',
  numerator: sum(cases, 'savedMilliDays', { during: 'completed', when: ['committedType', 'worked', 'statutoryDays'] }),
  denominator: sum(cases, 'statutoryMilliDays', { during: 'completed', when: ['committedType', 'worked', 'statutoryDays'] }),
  population: count(cases, { during: 'completed', when: ['committedType'] }),
  covered: count(cases, { during: 'completed', when: ['committedType', 'worked', 'statutoryDays'] }),
})
