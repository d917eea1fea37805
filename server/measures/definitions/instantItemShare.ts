import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Share of instant-capable items (政务服务办件统计口径 A5). */
export const instantItemShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '即办事项占比', en: 'Share of instant-capable items' },
  question: {
    zh: '进驻事项中，有多大比例可以当场或当日办结？',
    en: 'Of the items in the hall, what share can be completed on the spot or the same day?',
  },
  formula: {
    zh: '期末可即办事项数 ÷ 期末进驻事项数',
    en: 'Instant-capable items in force ÷ items in force, at the end of the period',
  },
  source: '政务服务办件统计口径 A5',
  unit: 'percent',
  better: 'higher',
  numerator: inForce(items, { when: ['instantCapable'] }),
  denominator: inForce(items),
  caution: {
    zh: '这是事项的能力，不是实际办件的结果',
    en: 'A capability of items, not a result of cases',
  },
})
