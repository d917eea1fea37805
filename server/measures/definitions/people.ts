import { attendance, exams, postChecks, serviceEvents } from '../../model/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Attendance, posts, exams and services. */
export const peopleMeasures = {
  attendanceRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '出勤率', en: 'Attendance rate' },
    unit: 'percent',
    better: 'higher',
    numerator: sum(attendance, 'attended', { during: 'happened', when: ['expected'] }),
    denominator: sum(attendance, 'due', { during: 'happened', when: ['expected'] }),
  }),
  postCoverage: defineMeasure({
    kind: 'ratio',
    names: { zh: '窗口在岗率', en: 'Post coverage' },
    unit: 'percent',
    better: 'higher',
    numerator: count(postChecks, { during: 'happened', when: ['covered'] }),
    denominator: count(postChecks, { during: 'happened' }),
  }),
  examPassRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '业务考试合格率', en: 'Exam pass rate' },
    unit: 'percent',
    better: 'higher',
    numerator: count(exams, { during: 'happened', when: ['passed'] }),
    denominator: count(exams, { during: 'happened' }),
  }),
  servicesGiven: defineMeasure({
    kind: 'total',
    names: { zh: '特色服务次数', en: 'Featured services given' },
    unit: 'times',
    better: 'neutral',
    part: count(serviceEvents, { during: 'happened' }),
  }),
  townshipVisits: defineMeasure({
    kind: 'total',
    names: { zh: '服务下乡与跟班培训', en: 'Township visits and training' },
    unit: 'times',
    better: 'neutral',
    part: count(serviceEvents, { during: 'happened', when: ['township'] }),
  }),
}
