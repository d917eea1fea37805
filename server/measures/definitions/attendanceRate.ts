import { attendance } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { sum } from '../part.ts'

/** Attendance (考核口径: attended half-days ÷ due half-days; leave on duty is not absence). */
export const attendanceRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '出勤率', en: 'Attendance rate' },
  question: {
    zh: '应到的半天中，有多大比例到岗？',
    en: 'Of the half-days on which people were due, how many were attended?',
  },
  formula: {
    zh: '实到半天数 ÷（应到半天数 − 公假、下乡、踏勘半天数）',
    en: 'Half-days attended ÷ (half-days due − half-days on leave on duty)',
  },
  source: '窗口考核统计口径 出勤率',
  unit: 'percent',
  better: 'higher',
  numerator: sum(attendance, 'attended', { during: 'happened', when: ['expected'] }),
  denominator: sum(attendance, 'due', { during: 'happened', when: ['expected'] }),
})
