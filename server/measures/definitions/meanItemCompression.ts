import { items } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce, sumInForce } from '../part.ts'

/** Mean compression of single items (政务服务办件统计口径 A3). */
export const meanItemCompression = defineMeasure({
  kind: 'mean',
  names: { zh: '单项提速率均值', en: 'Mean compression of single items' },
  question: {
    zh: '逐个事项计算的压缩率，平均是多少？',
    en: 'What is the mean of the compression of each item?',
  },
  formula: {
    zh: '各事项（法定－承诺）÷ 法定的简单平均；与按总量计算的压缩率不同',
    en: 'Simple mean of (statutory − committed) ÷ statutory per item; not the pooled compression',
  },
  source: '政务服务办件统计口径 A3',
  unit: 'percent',
  better: 'higher',
  numerator: sumInForce(items, 'compressionRate', { when: ['limited'] }),
  denominator: inForce(items, { when: ['limited'] }),
  scale: 0.00001,
  population: inForce(items),
})
