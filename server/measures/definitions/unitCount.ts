import { units } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Units in the hall (平和县简报第46期（2012）). */
export const unitCount = defineMeasure({
  kind: 'catalogue',
  names: { zh: '进驻单位', en: 'Units in the hall' },
  question: {
    zh: '期末有多少进驻单位？',
    en: 'How many units in the hall were there at the end of the period?',
  },
  formula: {
    zh: '期末有效的进驻单位数',
    en: 'Units in the hall in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'units',
  better: 'neutral',
  part: inForce(units),
})
