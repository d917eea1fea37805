import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { balance, count } from '../part.ts'

/** Near-overdue cases (政务服务办件统计口径 A12). */
export const nearDueCases = defineMeasure({
  kind: 'level',
  names: { zh: '临期件', en: 'Near-overdue cases' },
  question: {
    zh: '到期末有多少件只剩一个工作日就到承诺时限？',
    en: 'How many open cases had one working day or less left at the end of the period?',
  },
  formula: {
    zh: '期末：距承诺到期不超过一个工作日、尚未办结也未超期的办件数',
    en: 'At the end of the period: open cases with at most one eligible working day left',
  },
  source: '政务服务办件统计口径 A12',
  unit: 'cases',
  better: 'lower',
  part: balance(
    [count(cases, { during: 'warned', when: ['warned'] })],
    [
      count(cases, { during: 'completed', when: ['warned', 'neverBroke'] }),
      count(cases, { during: 'breached', when: ['warned'] }),
    ],
  ),
})
