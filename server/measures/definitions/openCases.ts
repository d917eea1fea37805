import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { balance, count } from '../part.ts'

/** Open cases (政务服务办件统计口径). */
export const openCases = defineMeasure({
  kind: 'level',
  names: { zh: '在办量', en: 'Open cases' },
  question: {
    zh: '到期末还有多少件没有办结？',
    en: 'How many cases were open at the end of the period?',
  },
  formula: {
    zh: '期末累计收件减累计办结',
    en: 'Received so far minus completed so far, at the end of the period',
  },
  source: '政务服务办件统计口径',
  unit: 'cases',
  better: 'lower',
  part: balance([count(cases, { during: 'received' })], [count(cases, { during: 'completed' })]),
})
