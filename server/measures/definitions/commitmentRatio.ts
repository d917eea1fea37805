import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce, sumInForce } from '../part.ts'

/** Committed to statutory limit ratio (政务服务办件统计口径 A2). */
export const commitmentRatio = defineMeasure({
  kind: 'ratio',
  names: { zh: '承诺与法定时限之比', en: 'Committed to statutory limit ratio' },
  question: {
    zh: '承诺时限压缩为（to）法定时限的百分之几？',
    en: 'To what share of statutory limits are committed limits cut?',
  },
  formula: {
    zh: 'Σ 承诺时限 ÷ Σ 法定时限，期末有法定时限的事项，工作日；等于 1－压缩率',
    en: 'Σ committed ÷ Σ statutory over items in force with a statutory limit; equals 1 − compression',
  },
  source: '政务服务办件统计口径 A2',
  unit: 'percent',
  better: 'lower',
  numerator: sumInForce(items, 'committedLimit', { when: ['limited'] }),
  denominator: sumInForce(items, 'statutoryLimit', { when: ['limited'] }),
  population: inForce(items),
  covered: inForce(items, { when: ['limited'] }),
})
