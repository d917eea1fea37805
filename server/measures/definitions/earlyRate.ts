import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Early completion rate of committed cases (政务服务办件统计口径 A9). */
export const earlyRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '承诺件提前办结率', en: 'Early completion rate of committed cases' },
  question: {
    zh: '办结的承诺件中，有多大比例早于承诺到期日办结？',
    en: 'Of the committed cases completed, what share was completed before the last day?',
  },
  formula: {
    zh: '早于承诺到期日办结的承诺件 ÷ 有承诺到期时间的办结承诺件',
    en: 'Committed cases completed before their last day ÷ committed cases completed with a due time',
  },
  source: '政务服务办件统计口径 A9',
  unit: 'percent',
  better: 'higher',
  numerator: count(cases, { during: 'completed', when: ['committedType', 'judged', 'early'] }),
  denominator: count(cases, { during: 'completed', when: ['committedType', 'judged'] }),
  population: count(cases, { during: 'completed', when: ['committedType'] }),
})
