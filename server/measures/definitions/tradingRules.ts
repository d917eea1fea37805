import { regulations } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Trading rules (平和县简报第46期（2012）). */
export const tradingRules = defineMeasure({
  kind: 'catalogue',
  names: { zh: '交易制度', en: 'Trading rules' },
  question: {
    zh: '期末有多少交易制度？',
    en: 'How many trading rules were there at the end of the period?',
  },
  formula: {
    zh: '期末有效的交易制度数',
    en: 'Trading rules in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'rules',
  better: 'neutral',
  part: inForce(regulations, { when: ['trading'] }),
})
