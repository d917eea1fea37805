import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce, sumInForce } from '../part.ts'

/** Compression of committed limits (政务服务办件统计口径 A1). */
export const commitmentCompression = defineMeasure({
  kind: 'ratio',
  names: { zh: '承诺时限压缩率', en: 'Compression of committed limits' },
  question: {
    zh: '承诺时限比法定时限压缩了（by）多大比例？',
    en: 'By what share are committed limits shorter than statutory ones?',
  },
  formula: {
    zh: '（Σ 法定时限－Σ 承诺时限）÷ Σ 法定时限，期末有法定时限的事项，工作日',
    en: '(Σ statutory − Σ committed) ÷ Σ statutory over items in force with a statutory limit, in working days',
  },
  source: '政务服务办件统计口径 A1',
  unit: 'percent',
  better: 'higher',
  numerator: sumInForce(items, 'compression', { when: ['limited'] }),
  denominator: sumInForce(items, 'statutoryLimit', { when: ['limited'] }),
  population: inForce(items),
  covered: inForce(items, { when: ['limited'] }),
})
