import { regulations } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Daily management rules (平和县简报第46期（2012）). */
export const hallRules = defineMeasure({
  kind: 'catalogue',
  names: { zh: '日常管理制度', en: 'Daily management rules' },
  question: {
    zh: '期末有多少日常管理制度？',
    en: 'How many daily management rules were there at the end of the period?',
  },
  formula: {
    zh: '期末有效的日常管理制度数',
    en: 'Daily management rules in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'rules',
  better: 'neutral',
  part: inForce(regulations, { when: ['hall'] }),
})
