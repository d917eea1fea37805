import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Trades in a currency that is not the centre's own: counted, and in no sum of money. */
export const otherCurrencyTrades = defineMeasure({
  kind: 'total',
  names: { zh: '其他币种成交宗数', en: 'Trades in other currencies' },
  question: {
    zh: '有多少宗成交不是以本中心的币种计价（因此不计入任何金额合计）？',
    en: 'How many trades were concluded in another currency than the centre’s own, and so are in no sum of money?',
  },
  formula: {
    zh: '成交、按金额计价、币种与中心不同的宗数',
    en: 'Trades concluded and priced by amount whose currency is not the centre’s own',
  },
  source: '公共资源交易统计口径 C1',
  unit: 'trades',
  better: 'neutral',
  part: count(trades, { during: 'concluded', when: ['otherCurrency'] }),
})
