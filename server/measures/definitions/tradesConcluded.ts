import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Trades concluded (公共资源交易平台系统数据规范（标段为单位）). */
export const tradesConcluded = defineMeasure({
  kind: 'total',
  names: { zh: '成交宗数', en: 'Trades concluded' },
  question: {
    zh: '这一时期成交了多少宗交易？',
    en: 'How many trades were concluded in the period?',
  },
  formula: {
    zh: '成交日在期内的标段数；流标、废标、终止不计',
    en: 'Sections concluded in the period; failed, annulled and terminated ones left out',
  },
  source: '公共资源交易平台系统数据规范（标段为单位）',
  unit: 'trades',
  better: 'neutral',
  part: count(trades, { during: 'concluded', when: ['concluded'] }),
})
