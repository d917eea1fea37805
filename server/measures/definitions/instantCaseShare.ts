import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of instant-type cases (政务服务办件统计口径 A6). */
export const instantCaseShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '即办件占比', en: 'Share of instant-type cases' },
  question: {
    zh: '收到的即办件和承诺件中，即办件占多大比例？',
    en: 'Of the instant and committed cases received, what share is of the instant type?',
  },
  formula: {
    zh: '收到的即办件 ÷（收到的即办件＋承诺件）',
    en: 'Instant cases received ÷ instant and committed cases received',
  },
  source: '政务服务办件统计口径 A6',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'received', when: ['instantType'] }),
  denominator: count(cases, { during: 'received', when: ['instantOrCommitted'] }),
  population: count(cases, { during: 'received' }),
})
