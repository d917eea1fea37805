import { expertDraws } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { sum } from '../part.ts'

/** Attendance of drawn experts (公共资源交易统计口径 3.2). */
export const expertAttendanceRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '评审专家到场率', en: 'Attendance of experts' },
  question: {
    zh: '应到的评审专家中，有多大比例到场？',
    en: 'Of the experts who were expected, what share attended?',
  },
  formula: {
    zh: '（抽取－不参加－回避－缺席）÷（抽取－不参加－回避）',
    en: '(drawn − declined − stood back − absent) ÷ (drawn − declined − stood back)',
  },
  source: '公共资源交易统计口径 3.2',
  unit: 'percent',
  better: 'higher',
  numerator: sum(expertDraws, 'attended', { during: 'happened' }),
  denominator: sum(expertDraws, 'expected', { during: 'happened' }),
})
