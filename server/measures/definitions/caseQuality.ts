import { cases } from '../../model/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** How cases are submitted and how they end. */
export const caseQualityMeasures = {
  supplementRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '补正率', en: 'Share sent back for completion' },
    unit: 'percent',
    better: 'lower',
    numerator: count(cases, { during: 'received', when: ['supplemented'] }),
    denominator: count(cases, { during: 'received' }),
  }),
  returnRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '退件率', en: 'Return rate' },
    unit: 'percent',
    better: 'lower',
    numerator: count(cases, { during: 'received', when: ['returned'] }),
    denominator: count(cases, { during: 'received' }),
  }),
  notAcceptedRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '不予受理率', en: 'Share not accepted' },
    unit: 'percent',
    better: 'neutral',
    numerator: count(cases, { during: 'received', when: ['notTaken'] }),
    denominator: count(cases, { during: 'received' }),
  }),
  onlineApplicationRate: defineMeasure({
    kind: 'ratio',
    names: { zh: '上网办理率', en: 'Online application rate' },
    unit: 'percent',
    better: 'higher',
    numerator: count(cases, { during: 'received', when: ['overNet'] }),
    denominator: count(cases, { during: 'received', when: ['channelKnown'] }),
    population: count(cases, { during: 'received' }),
  }),
  appointmentCases: defineMeasure({
    kind: 'total',
    names: { zh: '预约办件量', en: 'Cases by appointment' },
    unit: 'cases',
    better: 'neutral',
    part: count(cases, { during: 'received', when: ['appointment'] }),
  }),
  greenChannelCases: defineMeasure({
    kind: 'total',
    names: { zh: '绿色通道办结量', en: 'Green-channel cases' },
    unit: 'cases',
    better: 'neutral',
    part: count(cases, { during: 'completed', when: ['greenChannel'] }),
  }),
  greenChannelSaving: defineMeasure({
    kind: 'mean',
    names: { zh: '绿色通道平均节省', en: 'Average saving of the green channel' },
    unit: 'workingDays',
    better: 'higher',
    numerator: sum(cases, 'savedMilliDays', {
      during: 'completed',
      when: ['greenChannel', 'worked', 'statutoryDays'],
    }),
    denominator: count(cases, { during: 'completed', when: ['greenChannel', 'worked', 'statutoryDays'] }),
    population: count(cases, { during: 'completed', when: ['greenChannel'] }),
    scale: 0.001,
  }),
  jointCases: defineMeasure({
    kind: 'total',
    names: { zh: '联办办结量', en: 'Joint cases' },
    unit: 'cases',
    better: 'neutral',
    part: count(cases, { during: 'completed', when: ['joint'] }),
  }),
}
