import { windows } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Windows (平和县简报第46期（2012）). */
export const windowCount = defineMeasure({
  kind: 'catalogue',
  names: { zh: '窗口', en: 'Windows' },
  question: {
    zh: '期末有多少窗口？',
    en: 'How many windows were there at the end of the period?',
  },
  formula: {
    zh: '期末有效的窗口数',
    en: 'Windows in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'windows',
  better: 'neutral',
  part: inForce(windows),
})
