import { postChecks } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Posts found covered (考核口径: checks with A or B at the post ÷ checks). */
export const postCoverage = defineMeasure({
  kind: 'ratio',
  names: { zh: '窗口在岗率', en: 'Post coverage' },
  question: {
    zh: '抽查时，有多大比例的窗口有人在岗（A岗或B岗）？',
    en: 'At how many of the checks was the post held by its handler or the stand-in?',
  },
  formula: {
    zh: 'A岗或B岗在岗的抽查次数 ÷ 抽查次数',
    en: 'Checks that found the handler or the stand-in ÷ checks',
  },
  source: '窗口考核统计口径 在岗率',
  unit: 'percent',
  better: 'higher',
  numerator: count(postChecks, { during: 'happened', when: ['covered'] }),
  denominator: count(postChecks, { during: 'happened' }),
  caution: {
    zh: '抽查是样本，不是全程记录',
    en: 'Checks are a sample, not a register',
  },
})
