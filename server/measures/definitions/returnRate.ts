import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of cases returned to the applicant (政务服务办件统计口径 A15). */
export const returnRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '退件率', en: 'Return rate' },
  question: {
    zh: '收到的办件中，有多大比例被退回？',
    en: 'Of the cases received, what share was returned?',
  },
  formula: {
    zh: '结果为退件的收件数 ÷ 收件数',
    en: 'Received cases that were returned ÷ cases received',
  },
  source: '政务服务办件统计口径 A15',
  unit: 'percent',
  better: 'lower',
  numerator: count(cases, { during: 'received', when: ['returned'] }),
  denominator: count(cases, { during: 'received' }),
})
