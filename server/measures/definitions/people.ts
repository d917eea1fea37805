import { attendance, exams, meetings, postChecks, serviceEvents } from '../../model/index.ts'
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
  featuredServices: defineMeasure({
    kind: 'total',
    names: { zh: '六大特色服务', en: 'Six featured services' },
    unit: 'times',
    better: 'neutral',
    part: count(serviceEvents, { during: 'happened', when: ['featured'] }),
  }),
  featuredServicePeople: defineMeasure({
    kind: 'total',
    names: { zh: '特色服务惠及人次', en: 'People served by featured services' },
    unit: 'persons',
    better: 'neutral',
    part: sum(serviceEvents, 'people', { during: 'happened', when: ['featuredPeople'] }),
  }),
  townshipOutings: defineMeasure({
    kind: 'total',
    names: { zh: '送服务下乡', en: 'Visits to townships' },
    unit: 'times',
    better: 'neutral',
    part: count(serviceEvents, { during: 'happened', when: ['visit'] }),
  }),
  townshipTrainees: defineMeasure({
    kind: 'total',
    names: { zh: '乡镇跟班培训人数', en: 'Township staff trained' },
    unit: 'persons',
    better: 'neutral',
    part: sum(serviceEvents, 'people', { during: 'happened', when: ['training'] }),
  }),
  weeklyMeetings: defineMeasure({
    kind: 'total',
    names: { zh: '每周例会', en: 'Weekly meetings' },
    unit: 'meetings',
    better: 'neutral',
    part: count(meetings, { during: 'happened', when: ['weekly'] }),
  }),
  meetingAttendance: defineMeasure({
    kind: 'ratio',
    names: { zh: '例会到会率', en: 'Meeting attendance' },
    unit: 'percent',
    better: 'higher',
    numerator: sum(meetings, 'attended', { during: 'happened', when: ['counted'] }),
    denominator: sum(meetings, 'due', { during: 'happened', when: ['counted'] }),
  }),
  postChecksMade: defineMeasure({
    kind: 'total',
    names: { zh: '在岗抽查次数', en: 'Post checks made' },
    unit: 'times',
    better: 'neutral',
    part: count(postChecks, { during: 'happened' }),
  }),
  examMeanScore: defineMeasure({
    kind: 'mean',
    names: { zh: '业务考试平均分', en: 'Mean exam mark' },
    unit: 'marks',
    better: 'higher',
    numerator: sum(exams, 'score', { during: 'happened' }),
    denominator: count(exams, { during: 'happened' }),
    scale: 0.001,
  }),
}
