import { exams } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Exams passed (考核口径: papers at or above their pass mark ÷ papers). */
export const examPassRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '业务考试合格率', en: 'Exam pass rate' },
  question: {
    zh: '业务考试中，有多大比例达到合格线？',
    en: 'What share of exam papers reached the pass mark?',
  },
  formula: {
    zh: '成绩不低于合格线的试卷数 ÷ 试卷数',
    en: 'Papers at or above the pass mark ÷ papers',
  },
  source: '窗口考核统计口径 业务考试',
  unit: 'percent',
  better: 'higher',
  numerator: count(exams, { during: 'happened', when: ['passed'] }),
  denominator: count(exams, { during: 'happened' }),
})
