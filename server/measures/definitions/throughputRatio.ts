import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Completed to accepted ratio (政务服务办件统计口径 A14). */
export const throughputRatio = defineMeasure({
  kind: 'ratio',
  names: { zh: '办结与受理之比', en: 'Completed to accepted ratio' },
  question: {
    zh: '这一时期办结数与受理数之比是多少？',
    en: 'How does the number completed compare with the number accepted?',
  },
  formula: {
    zh: '期内办结数 ÷ 期内受理数；可以超过 100%',
    en: 'Completed in the period ÷ accepted in the period; may exceed 100 %',
  },
  source: '政务服务办件统计口径 A14',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'completed' }),
  denominator: count(cases, { during: 'accepted' }),
  caution: {
    zh: '两者不是同一批办件，可能超过 100%',
    en: 'The two are not the same cases, so it may exceed 100 %',
  },
})
