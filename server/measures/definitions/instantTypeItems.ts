import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Items handled as instant ones (政务服务办件统计口径 1.1). */
export const instantTypeItems = defineMeasure({
  kind: 'catalogue',
  names: { zh: '即办类事项数', en: 'Items of the instant type' },
  question: {
    zh: '期末有多少事项按即办件办理？',
    en: 'How many items were handled as instant ones at the end of the period?',
  },
  formula: {
    zh: '期末类型为即办件的事项数',
    en: 'Items in force of the instant type, at the end of the period',
  },
  source: '政务服务办件统计口径 1.1',
  unit: 'items',
  better: 'higher',
  part: inForce(items, { when: ['instantType'] }),
})
