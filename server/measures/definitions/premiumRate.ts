import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Premium rate (公共资源交易统计口径 C5). */
export const premiumRate = defineMeasure({
  kind: 'ratio',
  names: { zh: '溢价率', en: 'Premium rate' },
  question: {
    zh: '增值额占起始价的多大比例？',
    en: 'What share of the starting price do the gains amount to?',
  },
  formula: {
    zh: 'Σ（成交价－起始价）÷ Σ 起始价',
    en: 'Σ(award − starting price) ÷ Σ starting price',
  },
  source: '公共资源交易统计口径 C5',
  unit: 'percent',
  better: 'higher',
  numerator: sum(trades, 'gain', { during: 'concluded', when: ['gain'] }),
  denominator: sum(trades, 'base', { during: 'concluded', when: ['gain'] }),
  population: count(trades, { during: 'concluded', when: ['gainCategory'] }),
  covered: count(trades, { during: 'concluded', when: ['gain'] }),
  caution: {
    zh: '土地、矿业权和产权的增值不称为节约',
    en: 'Gains on land, mining rights and property are never called savings',
  },
})
