import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { peak } from '../part.ts'

/** Most trades on one day (平和县简报第46期（2012）). */
export const peakTradesPerDay = defineMeasure({
  kind: 'peak',
  names: { zh: '单日最多宗数', en: 'Most trades on one day' },
  question: {
    zh: '最多的一天成交多少宗？',
    en: 'How many trades were concluded on the busiest day?',
  },
  formula: {
    zh: '期内单日成交宗数的最大值',
    en: 'The largest number of trades concluded on one day',
  },
  source: '平和县简报第46期（2012）',
  unit: 'trades',
  better: 'neutral',
  part: peak(trades, { during: 'concluded', when: ['concluded'] }),
})
