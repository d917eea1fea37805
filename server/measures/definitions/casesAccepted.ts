import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Cases accepted (行政许可法 art. 32). */
export const casesAccepted = defineMeasure({
  kind: 'total',
  names: { zh: '受理量', en: 'Cases accepted' },
  question: {
    zh: '这一时期受理了多少件？',
    en: 'How many cases were accepted in the period?',
  },
  formula: {
    zh: '受理日在期内的办件数',
    en: 'Cases whose day of acceptance falls in the period',
  },
  source: '行政许可法 art. 32',
  unit: 'cases',
  better: 'neutral',
  part: count(cases, { during: 'accepted' }),
})
