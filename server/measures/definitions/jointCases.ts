import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Completed cases that several units handled together (行政许可法 art. 26；政务服务办件统计口径 A19). */
export const jointCases = defineMeasure({
  kind: 'total',
  names: { zh: '联办办结量', en: 'Joint cases' },
  question: {
    zh: '这一时期办结了多少件联合办理的办件？',
    en: 'How many cases handled jointly were completed in the period?',
  },
  formula: {
    zh: '办结日在期内且有联办编号的办件数',
    en: 'Cases with a joint group whose day of completion falls in the period',
  },
  source: '行政许可法 art. 26；政务服务办件统计口径 A19',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'completed', when: ['joint'] }),
})
