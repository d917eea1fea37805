import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Completion rate of accepted cases (政务服务办件统计口径 A14 (cohort)). */
export const cohortCompletionRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '受理件办结率', en: 'Completion rate of accepted cases' },
  question: {
    zh: '这一时期受理的办件，到目前已有多大比例办结？',
    en: 'Of the cases accepted in the period, what share has been completed by now?',
  },
  formula: {
    zh: '期内受理且已办结的办件数 ÷ 期内受理数',
    en: 'Accepted in the period and completed by now ÷ accepted in the period',
  },
  source: '政务服务办件统计口径 A14 (cohort)',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'accepted', when: ['completed'] }),
  denominator: count(cases, { during: 'accepted' }),
})
