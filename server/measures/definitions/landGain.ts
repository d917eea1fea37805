import { trades } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Gains over the starting price (公共资源交易统计口径 C5). */
export const landGain = defineMeasure({
  kind: 'total',
  names: { zh: '增值额', en: 'Gains over the starting price' },
  question: {
    zh: '土地、矿业权和产权交易比起始价增值多少？',
    en: 'How much more than the starting price did land, mining rights and property fetch?',
  },
  formula: {
    zh: 'Σ（成交价－起始价）',
    en: 'Σ(award − starting price)',
  },
  source: '公共资源交易统计口径 C5',
  unit: 'fen',
  better: 'higher',
  part: sum(trades, 'gain', { during: 'concluded', when: ['gain'] }),
  population: count(trades, { during: 'concluded', when: ['gainCategory'] }),
  covered: count(trades, { during: 'concluded', when: ['gain'] }),
  caution: {
    zh: '土地、矿业权和产权的增值不称为节约',
    en: 'Gains on land, mining rights and property are never called savings',
  },
})
