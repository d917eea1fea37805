import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** What the savings are measured against (公共资源交易统计口径 C2). */
export const tradeBase = defineMeasure({
  kind: 'total',
  names: { zh: '控制价或预算合计', en: 'Bases, added up' },
  question: {
    zh: '计入节约的成交，其控制价或预算合计是多少？',
    en: 'What do the control prices and budgets of the trades that count as savings add up to?',
  },
  formula: {
    zh: '计入节约的成交的控制价、最高限价或预算之和',
    en: 'Sum of control prices, ceilings and budgets of the trades that count as savings',
  },
  source: '公共资源交易统计口径 C2',
  unit: 'fen',
  better: 'neutral',
  part: sum(trades, 'base', { during: 'concluded', when: ['saving'] }),
  population: count(trades, { during: 'concluded', when: ['savingCategory'] }),
  covered: count(trades, { during: 'concluded', when: ['saving'] }),
})
