import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Days by which green-channel cases undercut the law (政务服务办件统计口径 A4，限于绿色通道). */
export const greenChannelSaving = defineMeasure({
  kind: 'mean',
  names: { zh: '绿色通道平均节省', en: 'Average saving of the green channel' },
  question: {
    zh: '经绿色通道的办件平均比法定时限省了多少个工作日？',
    en: 'How many working days did the green channel save a case against the law?',
  },
  formula: {
    zh: 'Σ（法定时限－实际用时）÷ 件数，经绿色通道办结且有法定时限的办件，工作日',
    en: 'Σ(statutory limit − actual) ÷ cases, over green-channel cases completed with a statutory limit, in working days',
  },
  source: '政务服务办件统计口径 A4，限于绿色通道',
  unit: 'workingDays',
  better: 'higher',
  numerator: sum(cases, 'savedMilliDays', { during: 'completed', when: ['greenChannel', 'worked', 'statutoryDays'] }),
  denominator: count(cases, { during: 'completed', when: ['greenChannel', 'worked', 'statutoryDays'] }),
  population: count(cases, { during: 'completed', when: ['greenChannel'] }),
  scale: 0.001,
})
