import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Instant-capable items (平和县简报第46期（2012）). */
export const instantCapableItems = defineMeasure({
  kind: 'catalogue',
  names: { zh: '可即办事项', en: 'Instant-capable items' },
  question: {
    zh: '期末有多少个事项可以即办？',
    en: 'How many items could be completed instantly at the end of the period?',
  },
  formula: {
    zh: '期末有效且可即办的事项数',
    en: 'Items in force and instant-capable at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'items',
  better: 'higher',
  part: inForce(items, { when: ['instantCapable'] }),
  population: inForce(items),
})
