import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Items in the hall (平和县简报第46期（2012）). */
export const itemCount = defineMeasure({
  kind: 'catalogue',
  names: { zh: '进驻事项', en: 'Items in the hall' },
  question: {
    zh: '期末有多少个事项进驻大厅？',
    en: 'How many items did the hall handle at the end of the period?',
  },
  formula: {
    zh: '期末有效的事项数',
    en: 'Items in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'items',
  better: 'higher',
  part: inForce(items),
})
